/** A letter that is read: its head, its text with the passages, and the bar for what is selected. */
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { SideMarks } from '../../../core/anchoring/version-marks.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightsByLetter } from '../../../core/derived/passages.ts';
import { highlightStates, type HighlightState } from '../../../core/derived/usage.ts';
import type { Letter } from '../../../core/document/letter.ts';
import type { BlockId } from '../../../core/text/block.ts';
import { bridge } from '../../platform/bridge.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import { useKeptView } from '../../ui/keep-view.ts';
import { CoverageStrip } from './coverage-strip.tsx';
import { KeyboardCaret, moveSelection } from '../../ui/keyboard-caret.tsx';
import { LetterBody } from './letter-body.tsx';
import { LetterHead } from './letter-head.tsx';
import { useLinkedHalf } from './linked-scroll.ts';
import { OutOfView } from './out-of-view.tsx';
import { partsSource } from './parts-source.ts';
import { actOfKey } from './passage-acts.ts';
import { PassageBar } from './passage-bar.tsx';
import { PassageForm } from './passage-form.tsx';
import { PassageHandles, stepPassage } from './passage-handles.tsx';
import { selectPassage, tint } from './select-passage.ts';
import { useActs, useQuotingPoint } from './use-acts.ts';
import { useGoing } from './use-going.ts';
import { useVersionMarks, type VersionSide } from './version-marks.ts';
import { useWordsBox } from './words-box.ts';

const NONE: readonly never[] = [];
/** Before anything has settled: what is seen first is to have its colours. */
function statesNow(): ReadonlyMap<string, HighlightState> {
  const { project } = app.get();
  return project ? highlightStates(project) : new Map();
}

const passagesUnder = (target: EventTarget) =>
  (target as Element).closest<HTMLElement>('[data-passages]')?.dataset.passages?.split(' ');

/** What of the letter differs from a version of it, and which of the two it is. */
export interface ComparedWith {
  readonly marks: SideMarks;
  readonly side: VersionSide;
}

interface Props {
  readonly letter: Letter;
  /** In the head, after what can be done with the letter. */
  readonly more?: ReactNode;
  /** Escape, where there is nothing left to let go of. */
  onEscape?(): void;
  readonly compared?: ComparedWith;
}

export function OpenLetter({ letter, more, onEscape, compared }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const drawAt = useRef<((block: BlockId) => void) | null>(null);

  const textSize = useApp((state) => state.textSize);
  useKeptView(scroll, true, textSize);
  const go = useGoing({ letter, scroll, root, drawAt });

  useLinkedHalf(scroll, letter.blocks, drawAt);
  useVersionMarks(root, compared?.marks, compared?.side ?? 'after');

  const list = useApp((state) => state.project?.highlights);
  const categories = useApp((state) => state.project?.categories) ?? NONE;
  const selectedId = useApp((state) => state.highlight);
  const hovered = useApp((state) => state.hovered);
  const states = useSettled(({ project }) => project && highlightStates(project));
  const codes = useSettled(({ project }) => project && numbering(project).passageCodes);

  const highlights = (list && highlightsByLetter(list).get(letter.id)) ?? NONE;
  const styles = useMemo(() => new Map(categories.map(({ id, style }) => [id, style])), [categories]);
  const source = useMemo(partsSource, [letter.blocks]);
  const parts = useMemo(
    () => source(letter.blocks, highlights, styles, states ?? statesNow()),
    [source, letter.blocks, highlights, styles, states],
  );
  const selected = highlights.find(({ id }) => id === selectedId);

  useEffect(() => {
    if (!root.current) return;
    const passageOf = (id: string) => highlights.find((highlight) => highlight.id === id);
    tint(root.current, letter.blocks, { hovered, selected: selectedId }, passageOf);
  }, [hovered, selectedId, highlights, letter.blocks]);

  const { selection, readSelection, target, act, clear, form, setForm, here, setHere } = useActs(
    letter,
    root,
    selected,
  );
  const point = useQuotingPoint(selection ? null : (selected?.id ?? null));

  const { words, bounds, measure } = useWordsBox({
    root,
    scroll,
    text: letter.blocks,
    range: selection,
    passage: selected,
  });
  const isInView = words && bounds && words.bottom > bounds.top && words.top < bounds.bottom;

  return (
    <>
      <LetterHead letter={letter} more={more} />
      <div className="letter-view">
        <div
          ref={scroll}
          className="letter-scroll"
          tabIndex={0}
          data-pane-focus
          lang={letter.language}
          dir={letter.direction}
          aria-label={`${letter.code} ${letter.item.title ?? ''}`}
          role="document"
          onScroll={measure}
          onMouseUp={(event) => {
            if (event.button !== 0) return;
            const range = readSelection();
            if (range) return selectPassage(null);
            const ids = passagesUnder(event.target);
            if (ids === undefined) return clear();
            const current = app.get().highlight;
            const at = current === null ? -1 : ids.indexOf(current);
            setHere(ids);
            // The innermost first, then outwards with each further click.
            selectPassage(ids[(Math.max(at, 0) - 1 + ids.length) % ids.length] ?? null);
          }}
          onMouseOver={(event) => app.set({ hovered: passagesUnder(event.target)?.at(-1) ?? null })}
          onMouseLeave={() => app.set({ hovered: null })}
          onClick={(event) => {
            const link = (event.target as Element).closest('a');
            if (!link) return;
            event.preventDefault();
            if (getSelection()?.isCollapsed) void bridge.openLink(link.href);
          }}
          onKeyDown={(event) => {
            const element = root.current;
            if (!element) return;
            if (event.key === 'Escape') return target || !onEscape ? clear() : onEscape();
            if (selected && !selection && event.shiftKey && /^Arrow(Left|Right)$/.test(event.key)) {
              event.preventDefault();
              const side = event.altKey ? 'start' : 'end';
              return stepPassage(letter, selected, side, event.key === 'ArrowRight' ? 1 : -1);
            }
            const known = target && actOfKey(event.nativeEvent, categories);
            if (known && !(event.target as Element).closest('input, textarea, .passage-handle')) {
              event.preventDefault();
              act(known);
              return;
            }
            if (moveSelection(event.nativeEvent, element)) event.preventDefault();
          }}
          onKeyUp={(event) => {
            if (event.key === 'Shift' || event.shiftKey) readSelection();
          }}
        >
          <article className="letter-page" ref={root}>
            <LetterBody letter={letter} parts={parts} drawAt={drawAt} />
            {selected && !selection && <PassageHandles letter={letter} highlight={selected} root={root} />}
            <KeyboardCaret root={root} />
          </article>
        </div>
        <OutOfView
          scroll={scroll}
          letter={letter}
          passage={highlights.find(({ id }) => id === hovered)}
          code={(hovered && codes?.get(hovered)) ?? ''}
        />
        <CoverageStrip letter={letter} onGo={(position) => go(position, true)} />
        {/* Beside the text, not in it: what is clicked or typed here is no click on a passage. */}
        {target && isInView && !form && (
          <PassageBar
            words={words}
            bounds={bounds}
            categories={categories}
            current={
              selected && !selection
                ? {
                    category: selected.category,
                    code: codes?.get(selected.id) ?? '',
                    waived: selected.waived !== undefined,
                    tags: selected.tags ?? NONE,
                  }
                : null
            }
            point={point}
            others={
              selection
                ? []
                : here
                    .filter((id) => id !== selected?.id)
                    .map((id) => ({ id, code: codes?.get(id) ?? '', style: styleOf(id) }))
            }
            act={(what) => void act(what)}
            select={selectPassage}
            onLeave={() => {
              clear();
              scroll.current?.focus();
            }}
          />
        )}
        {form && words && (
          <PassageForm
            form={form}
            anchor={words}
            onClose={() => {
              setForm(null);
              scroll.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );

  function styleOf(id: string): number {
    const category = highlights.find((highlight) => highlight.id === id)?.category;
    return categories.find((other) => other.id === category)?.style ?? 1;
  }
}
