/** Another version of a letter, or what it came from, beside it: read only, with what differs marked in both. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useContext, useEffect, useRef, type RefObject } from 'react';
import type { VersionMarks } from '../../../core/anchoring/version-marks.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import type { BlockId } from '../../../core/text/block.ts';
import { closeBeside, stepDifference } from '../../state/beside.ts';
import { reviewOf } from '../../state/letter-desk.ts';
import { app, openProjectState, useApp, type BesideVersion } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeptView } from '../../ui/keep-view.ts';
import { KeyboardCaret, moveSelection } from '../../ui/keyboard-caret.tsx';
import { blockElement } from './dom-position.ts';
import { LetterBody } from './letter-body.tsx';
import { LinkButton } from './link-button.tsx';
import { HalfContext, useLinkedHalf } from './linked-scroll.ts';
import type { PartsByBlock } from './passage-parts.ts';
import { showAt } from './reading-place.ts';
import { useVersionMarks } from './version-marks.ts';

interface Props {
  readonly letter: Letter;
  readonly version: BesideVersion;
  readonly marks: VersionMarks;
}

const NO_PASSAGES: PartsByBlock = new Map();

/** Frames that a place is waited for, until its block is drawn. */
const PATIENCE = 30;

export function VersionHalf({ letter, version, marks }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const drawAt = useRef<((block: BlockId) => void) | null>(null);
  const side = version.kind === 'new' ? 'after' : 'before';
  const textSize = useApp((state) => state.textSize);
  useKeptView(scroll, true, textSize);
  useLinkedHalf(scroll, version.blocks, drawAt);
  useVersionMarks(root, marks[side], side);
  useGoingToDifferences(letter, marks, side, scroll, drawAt);
  const title = en.beside.versions[version.kind](letter.code);
  const shown = { ...letter, blocks: version.blocks };
  return (
    <>
      <header className="pane-head letter-head version-head">
        <div className="names">
          <h2 dir="auto">{title}</h2>
          <p>
            {version.name !== '' && (
              <>
                <span dir="auto">{en.beside.from(version.name)}</span> ·{' '}
              </>
            )}
            {en.beside.differences(marks.places.length)} · {en.beside.readOnly}
          </p>
        </div>
        <div className="tools">
          {version.review && (
            <button type="button" className="outlined" onClick={() => review(version)}>
              {en.beside.replace}
            </button>
          )}
          <IconButton
            name={en.commands['previous-difference']}
            disabled={marks.places.length === 0}
            onClick={() => stepDifference(-1)}
          >
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton
            name={en.commands['next-difference']}
            disabled={marks.places.length === 0}
            onClick={() => stepDifference(1)}
          >
            <ChevronDown aria-hidden />
          </IconButton>
          <LinkButton />
          <IconButton name={en.beside.closeVersion} onClick={() => closeBeside(app.get())}>
            <X aria-hidden />
          </IconButton>
        </div>
      </header>
      <div className="letter-view">
        <div
          ref={scroll}
          className="letter-scroll"
          tabIndex={0}
          data-pane-focus
          lang={letter.language}
          dir={letter.direction}
          aria-label={title}
          role="document"
          onClick={(event) => {
            if ((event.target as Element).closest('a')) event.preventDefault();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') return closeBeside(app.get());
            if (root.current && moveSelection(event.nativeEvent, root.current)) event.preventDefault();
          }}
        >
          <article className="letter-page" ref={root}>
            <LetterBody letter={shown} parts={NO_PASSAGES} drawAt={drawAt} />
            <KeyboardCaret root={root} />
          </article>
        </div>
      </div>
    </>
  );
}

/** Looks through what the new version does to the letter as it is now. */
function review({ letter: id, review: known }: BesideVersion): void {
  const project = openProjectState();
  const letter = project.letters.find((each) => each.id === id);
  if (!known || !letter) return;
  const current = known.before === letter.blocks ? known : reviewOf(project, letter, known.version);
  app.set({ dialog: { kind: 'new-version', review: current } });
}

/** Brings the place that is gone to into view here, and asks the letter to do the same. */
function useGoingToDifferences(
  letter: Letter,
  marks: VersionMarks,
  side: 'before' | 'after',
  scroll: RefObject<HTMLElement | null>,
  drawAt: RefObject<((block: BlockId) => void) | null>,
): void {
  const difference = useApp((state) => state.difference);
  const half = useContext(HalfContext);
  const done = useRef(difference);
  useEffect(() => {
    if (!difference || done.current === difference) return undefined;
    done.current = difference;
    const place = marks.places[difference.index];
    const [here, there] = side === 'before' ? [place?.before, place?.after] : [place?.after, place?.before];
    half?.link.hold();
    if (there !== undefined) {
      const start = { block: there, offset: 0 };
      app.set({ reveal: { letter: { id: letter.id, range: { start, end: start }, flash: false } } });
    }
    let frame = 0;
    let left = PATIENCE;
    const show = () => {
      const element = scroll.current;
      if (!element || here === undefined) return;
      const block = blockElement(element, here);
      if (block) {
        const room = element.clientHeight - block.getBoundingClientRect().height;
        showAt(element, { block: here, top: Math.max(0, room / 2) });
      } else if (left-- > 0) {
        drawAt.current?.(here);
        frame = requestAnimationFrame(show);
      }
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, [difference, marks, side, letter.id, half, scroll, drawAt]);
}
