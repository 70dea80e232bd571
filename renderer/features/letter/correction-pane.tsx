/** The letter while its text is being corrected: the reading pane with a caret in it. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { highlightsByLetter } from '../../../core/derived/passages.ts';
import { highlightStates } from '../../../core/derived/usage.ts';
import { letterById } from '../../../core/document/find.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { importHtml } from '../../../core/import/html.ts';
import { en } from '../../../core/messages/en.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { correctLetter } from '../../../core/operations/correct-letter.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { Block } from '../../../core/text/block.ts';
import type { Position } from '../../../core/text/canonical.ts';
import { LetterEditor, type LetterEdits, type LetterPart } from '../../editor/letter-editor.tsx';
import { newId } from '../../platform/ids.ts';
import { closeEdit, edit } from '../../state/edit.ts';
import { app, openProjectState, useApp } from '../../state/store.ts';
import { BlockView } from './block-view.tsx';
import { CorrectedBadge } from './corrected-badge.tsx';
import { CorrectionBrackets } from './correction-brackets.tsx';
import { partsSource } from './parts-source.ts';
import type { PassagePart } from './passage-parts.ts';
import { caretHere, leave, placeHere, showAt } from './reading-place.ts';
import './letter.css';

export function CorrectionPane() {
  const letter = useApp((state) =>
    state.project && state.correcting ? letterById(state.project, state.correcting) : undefined,
  );
  return letter ? <OpenCorrection key={letter.id} letter={letter} /> : null;
}

const NO_HIGHLIGHTS: readonly never[] = [];
const NO_LABELS: ReadonlyMap<string, string> = new Map();

function OpenCorrection({ letter }: { letter: Letter }) {
  const scroll = useRef<HTMLDivElement>(null);
  // The reading pane is still there while this is first drawn, and goes right after.
  const [place] = useState(placeHere);
  const [first] = useState(() => {
    const caret = caretHere();
    return caret && caretAt(caret);
  });
  // What was asked for before is over.
  const [past] = useState(() => app.get().caret);
  const asked = useApp((state) =>
    state.caret !== past && state.caret?.ref.of === 'letter' && state.caret.ref.id === letter.id
      ? state.caret
      : null,
  );
  // A passage that is gone to is where the caret goes.
  const [shown] = useState(() => app.get().reveal);
  const reveal = useApp((state) =>
    state.reveal !== shown && state.reveal?.letter?.id === letter.id ? state.reveal.letter : null,
  );
  const [restore, setRestore] = useState(first);
  useLayoutEffect(() => {
    if (asked?.selection) setRestore({ selection: asked.selection, nonce: asked.nonce });
  }, [asked]);
  useLayoutEffect(() => {
    if (reveal) setRestore(caretAt(reveal.range.start));
  }, [reveal]);

  const highlights = useApp(
    (state) =>
      (state.project && highlightsByLetter(state.project.highlights).get(letter.id)) ?? NO_HIGHLIGHTS,
  );
  const states = useApp((state) => (state.project ? highlightStates(state.project) : undefined));
  const categories = useApp((state) => state.project?.categories);
  const [partsOf] = useState(partsSource);
  const styles = useMemo(() => new Map(categories?.map(({ id, style }) => [id, style])), [categories]);
  const parts = useMemo(
    () => partsOf(letter.blocks, highlights, styles, states ?? new Map()),
    [partsOf, letter.blocks, highlights, styles, states],
  );

  const partsNow = useRef(parts);
  useLayoutEffect(() => {
    partsNow.current = parts;
  }, [parts]);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (place && element) showAt(element, place);
    return () => {
      if (element) leave(letter.id, element);
    };
  }, [letter.id, place]);
  useEffect(() => closeEdit, []);

  return (
    <>
      <header className="pane-head letter-head">
        <span className="letter-code">{letter.code}</span>
        <div className="names">
          <h2 dir="auto">{letter.item.title || en.untitledLetter}</h2>
          <p>{en.letter.correcting}</p>
        </div>
        {letter.corrected && <CorrectedBadge letter={letter.id} />}
        <button type="button" className="primary" onClick={stopCorrecting}>
          {en.letter.doneCorrecting}
        </button>
      </header>
      <div className="letter-view correcting">
        <div
          ref={scroll}
          className="letter-scroll"
          lang={letter.language}
          dir={letter.direction}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            stopCorrecting();
          }}
        >
          <div className="letter-page">
            <LetterEditor
              letter={letter}
              parts={parts}
              label={`${letter.code} ${letter.item.title ?? ''}`}
              newId={newId}
              onEdits={(edits) => applyEdits(letter.id, edits)}
              onBlur={closeEdit}
              cleanPaste={(html) => importHtml(html, newId).blocks}
              renderVoid={renderVoid}
              startAt={place?.block}
              restore={restore}
            />
            <CorrectionBrackets letter={letter.id} parts={partsNow} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Below those that undo asks with, which count from 1. */
let nonce = -1;

function caretAt(position: Position) {
  return { selection: { anchor: position, focus: position }, nonce: --nonce };
}

function stopCorrecting(): void {
  app.set({ correcting: null });
}

function renderVoid(block: Block, parts: readonly LetterPart[]): ReactNode {
  return <BlockView block={block} parts={parts as readonly PassagePart[]} labels={NO_LABELS} ordinal="" />;
}

/** One step of the history, in which each passage moves with the edits. */
function applyEdits(letter: string, { edits, kind, startsWord, before, after }: LetterEdits): void {
  const ref = { of: 'letter', id: letter } as const;
  let project = openProjectState();
  const operations: Operation[] = [];
  for (const { index, removed, inserted, step } of edits) {
    const made = correctLetter(project, letter, { index, removed: removed.length, inserted }, step);
    operations.push(...made);
    if (edits.length > 1) project = applyOperations(project, made);
  }
  edit(operations, {
    label: en.edits.correctLetter,
    group: kind === 'other' ? undefined : `${kind}:letter:${letter}:${edits[0]?.removed[0]?.id ?? ''}`,
    breaks: startsWord,
    pace: 'at-rest',
    before: before ? { text: { ref, selection: before } } : {},
    after: after ? { text: { ref, selection: after } } : {},
  });
}
