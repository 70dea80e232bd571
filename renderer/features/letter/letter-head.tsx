/** The head of the letter that is read: its code, title and what is known of it, and what can be done with it. */
import { Info, PencilLine, TriangleAlert } from 'lucide-react';
import { letterAbout } from '../../../core/derived/source-line.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import type { ReactNode } from 'react';
import { app, useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CorrectedBadge } from './corrected-badge.tsx';
import { LetterMenu } from './letter-menu.tsx';

export function LetterHead({ letter, more }: { readonly letter: Letter; readonly more?: ReactNode }) {
  const language = useApp((state) => state.project?.settings.language ?? 'en');
  const count = letter.notices.reduce((sum, notice) => sum + notice.count, 0);
  return (
    <header className="pane-head letter-head">
      <span className="letter-code">{letter.code}</span>
      <div className="names">
        <h2 dir="auto">{letter.item.title || en.untitledLetter}</h2>
        <p dir="auto">{letterAbout(letter, language, publicationWords(language))}</p>
      </div>
      {letter.corrected && <CorrectedBadge letter={letter.id} />}
      {count > 0 && (
        <IconButton
          name={en.letter.notice(count)}
          onClick={() => app.set({ dialog: { kind: 'notices', letter: letter.id } })}
        >
          <TriangleAlert aria-hidden />
        </IconButton>
      )}
      <IconButton name={en.commands['letter-correct']} onClick={() => app.set({ correcting: letter.id })}>
        <PencilLine aria-hidden />
      </IconButton>
      <IconButton
        name={en.letter.details}
        onClick={() => app.set({ dialog: { kind: 'letter-details', letter: letter.id } })}
      >
        <Info aria-hidden />
      </IconButton>
      <LetterMenu letter={letter.id} />
      {more}
    </header>
  );
}
