/** The letter that is read, or two of them beside each other; or the ways to a first one. */
import { letterById } from '../../../core/document/find.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { versionHere } from '../../state/beside.ts';
import { useApp } from '../../state/store.ts';
import { CorrectionPane } from './correction-pane.tsx';
import { LettersBeside, VersionBeside, type HalfProps } from './letters-beside.tsx';
import { OpenLetter } from './open-letter.tsx';
import './letter.css';

interface Props {
  /** The ways to a first letter. */
  onPaste(): void;
  onOpen(): void;
}

export function LetterPane({ onPaste, onOpen }: Props) {
  const letter = useApp(({ project, letter }) =>
    project && letter ? letterById(project, letter) : undefined,
  );
  const other = useApp(({ project, beside }) =>
    project && beside ? letterById(project, beside) : undefined,
  );
  const version = useApp(versionHere);
  if (!letter) {
    return (
      <div className="empty">
        <h2>{en.letter.none}</h2>
        <p>{en.letter.noneHint}</p>
        <div className="ways-in">
          <button type="button" className="outlined" onClick={onPaste}>
            {en.welcome.paste}
          </button>
          <button type="button" className="outlined" onClick={onOpen}>
            {en.welcome.open}
          </button>
        </div>
      </div>
    );
  }
  if (version) return <VersionBeside key={letter.id} letter={letter} version={version} Half={Half} />;
  if (other && other.id !== letter.id) return <LettersBeside current={letter} other={other} Half={Half} />;
  return <Half letter={letter} />;
}

function Half({ letter, more, onEscape, compared }: HalfProps & { readonly letter: Letter }) {
  const correcting = useApp((state) => state.correcting === letter.id);
  return correcting ? (
    <CorrectionPane />
  ) : (
    <OpenLetter key={letter.id} letter={letter} more={more} onEscape={onEscape} compared={compared} />
  );
}
