/** The letter that is being read: its head, its text with the passages, and the bar for what is selected. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightsByLetter } from '../../../core/derived/passages.ts';
import { highlightStates, type HighlightState } from '../../../core/derived/usage.ts';
import { letterById } from '../../../core/document/find.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import type { BlockId } from '../../../core/text/block.ts';
import type { Position, TextRange } from '../../../core/text/canonical.ts';
import { bridge } from '../../platform/bridge.ts';
import { onPassageRequest } from '../../state/passage-requests.ts';
import { useSettled } from '../../state/settled.ts';
import { quotes, quotingPoint } from '../../state/quoting-point.ts';
import { app, useApp, type Reveal } from '../../state/store.ts';
import { useKeptView } from '../../ui/keep-view.ts';
import { CoverageStrip } from './coverage-strip.tsx';
import { blockElement, rangeFromSelection, rangeToDom } from './dom-position.ts';
import { KeyboardCaret, moveSelection } from './keyboard-caret.tsx';
import { LetterHead } from './letter-head.tsx';
import { LetterBody } from './letter-body.tsx';
import { actOfKey, perform, type PassageAct, type PassageForm as Form, type Target } from './passage-acts.ts';
import { leave, returnTo } from './reading-place.ts';
import { OutOfView } from './out-of-view.tsx';
import { PassageBar } from './passage-bar.tsx';
import { PassageForm } from './passage-form.tsx';
import { PassageHandles, stepPassage } from './passage-handles.tsx';
import { partsSource } from './parts-source.ts';
import { selectPassage, tint } from './select-passage.ts';
import { useWordsBox } from './words-box.ts';
import './letter.css';

interface Props {
  /** The ways to a first letter. */
  onPaste(): void;
  onOpen(): void;
}

export function LetterPane({ onPaste, onOpen }: Props) {
  const letter = useApp((state) =>
    state.project && state.letter ? letterById(state.project, state.letter) : undefined,
  );
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
  return <OpenLetter key={letter.id} letter={letter} />;
}

/** What has been brought into view once isn't when the pane comes again. */
const shown = new WeakSet<Reveal>();

const NONE: readonly never[] = [];
/** Before anything has settled: what is seen first is to have its colours. */
function statesNow(): ReadonlyMap<string, HighlightState> {
  const { project } = app.get();
  return project ? highlightStates(project) : new Map();
}

function OpenLetter({ letter }: { letter: Letter }) {
  const scroll = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const drawAt = useRef<((block: BlockId) => void) | null>(null);
  const [selection, setSelection] = useState<TextRange | null>(null);
  const [form, setForm] = useState<Form | null>(null);
  const [here, setHere] = useState<readonly string[]>([]);

  const textSize = useApp((state) => state.textSize);
  useKeptView(scroll, true, textSize);

  const list = useApp((state) => state.project?.highlights);
  const categories = useApp((state) => state.project?.categories) ?? NONE;
  const selectedId = useApp((state) => state.highlight);
  const hovered = useApp((state) => state.hovered);
  const reveal = useApp((state) => state.reveal);
  const states = useSettled(({ project }) => project && highlightStates(project));
  const codes = useSettled(({ project }) => project && numbering(project).passageCodes);
  const place = useApp((state) => state.place);
  const turnedFrom = useApp((state) => state.turnedFrom);

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

  const go = useCallback((position: Position, smooth = false) => {
    const element = root.current;
    if (!element) return;
    if (!blockElement(element, position.block)) drawAt.current?.(position.block);
    requestAnimationFrame(() => {
      blockElement(element, position.block)?.scrollIntoView({
        block: 'center',
        behavior: smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant',
      });
    });
  }, []);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const asked = app.get().reveal;
    const goesOn = asked?.letter?.id === letter.id && !shown.has(asked);
    const stop = goesOn ? undefined : returnTo(letter.id, element, (block) => drawAt.current?.(block));
    return () => {
      stop?.();
      leave(letter.id, element);
    };
  }, [letter.id]);

  useEffect(() => {
    if (reveal?.letter?.id !== letter.id || shown.has(reveal)) return;
    shown.add(reveal);
    const { range } = reveal.letter;
    const element = root.current;
    const box = element && rangeToDom(element, range)?.getBoundingClientRect();
    const view = scroll.current?.getBoundingClientRect();
    const visible = box && view && box.top >= view.top && box.bottom <= view.bottom && box.height > 0;
    if (!visible) go(range.start);
  }, [reveal, letter.id, go]);

  /** The selection as it is after the mouse or the key is let go; the bar follows it. */
  const readSelection = useCallback(() => {
    const element = root.current;
    const current = getSelection();
    const range = element && current ? rangeFromSelection(current, letter.blocks, element) : undefined;
    setSelection(range ?? null);
    if (range) setHere([]);
    return range;
  }, [letter.blocks]);

  const quotePassage = selection ? null : (selected?.id ?? null);
  const quoteIn = useSettled(({ project }) => {
    const point = quotingPoint({ project, place, turnedFrom }, quotePassage);
    const number = point && project && numbering(project).pointCodes.get(point.id);
    const there = point && quotePassage !== null && quotes(point, quotePassage);
    return number === undefined || number === null || there ? undefined : number;
  });
  const quoteElsewhere = useSettled(
    ({ project }) =>
      place?.kind === 'point' && quotingPoint({ project, place, turnedFrom }, quotePassage)?.id !== place.id,
  );

  const target: Target | null = selection
    ? { kind: 'range', letter: letter.id, range: selection }
    : selected
      ? { kind: 'passage', id: selected.id }
      : null;

  /** False when nothing is there to act on. */
  const act = (what: PassageAct): boolean => {
    const { highlight } = app.get();
    // The menu may ask before the bar has seen the selection.
    const range = selection ?? readSelection();
    const on: Target | null = range
      ? { kind: 'range', letter: letter.id, range }
      : highlight !== null
        ? { kind: 'passage', id: highlight }
        : null;
    if (!on) return false;
    const next = perform(what, on);
    getSelection()?.removeAllRanges();
    setSelection(null);
    setForm(next);
    if (what.kind === 'answer') selectPassageOff();
    return true;
  };

  const actNow = useRef(act);
  actNow.current = act;
  useEffect(() => onPassageRequest((request) => actNow.current(request)), []);

  const { words, bounds, measure } = useWordsBox({
    root,
    scroll,
    text: letter.blocks,
    range: selection,
    passage: selected,
  });

  return (
    <>
      <LetterHead letter={letter} />
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
            const passages = (event.target as Element).closest<HTMLElement>('[data-passages]')?.dataset
              .passages;
            if (passages === undefined) return clear();
            const ids = passages.split(' ');
            const current = app.get().highlight;
            const at = current === null ? -1 : ids.indexOf(current);
            setHere(ids);
            // The innermost first, then outwards with each further click.
            selectPassage(ids[(Math.max(at, 0) - 1 + ids.length) % ids.length] ?? null);
          }}
          onMouseOver={(event) => {
            const passages = (event.target as Element).closest<HTMLElement>('[data-passages]')?.dataset
              .passages;
            app.set({ hovered: passages?.split(' ').at(-1) ?? null });
          }}
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
            if (event.key === 'Escape') return clear();
            if (selected && !selection && event.shiftKey && /^Arrow(Left|Right)$/.test(event.key)) {
              event.preventDefault();
              return stepPassage(
                letter,
                selected,
                event.altKey ? 'start' : 'end',
                event.key === 'ArrowRight' ? 1 : -1,
              );
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
        {target && words && bounds && !form && words.bottom > bounds.top && words.top < bounds.bottom && (
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
                  }
                : null
            }
            point={quoteIn === undefined ? undefined : { number: quoteIn, elsewhere: quoteElsewhere }}
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

  function clear(): void {
    const current = getSelection();
    // What is left of it is where the caret is for the keyboard.
    if (current && current.rangeCount > 0) current.collapseToStart();
    setSelection(null);
    setHere([]);
    app.set({ highlight: null });
  }
}

function selectPassageOff(): void {
  app.set({ highlight: null });
}
