/**
 * Brackets and codes beside a letter that is corrected. They stand beside the editor, not in it, and are measured a
 * moment after the last edit rather than at every key.
 */
import { memo, useEffect, useRef, useState, type RefObject } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightsByLetter } from '../../../core/derived/passages.ts';
import { highlightMap, letterById } from '../../../core/document/find.ts';
import { app, useApp } from '../../state/store.ts';
import { BracketMarks, measure, type Bracket } from './brackets.tsx';
import { lanes as lanesOf, type PartsByBlock } from './passage-parts.ts';
import { retint, tint } from './select-passage.ts';

/** Milliseconds without an edit, a change of size or a scroll after which they are measured. */
const PAUSE = 200;
/** CSS pixels above and below the view within which they are drawn. */
const NEAR = 600;

interface Margin {
  /** CSS pixels of the chunk's top below the page's. */
  readonly top: number;
  readonly brackets: readonly Bracket[];
}

interface Shown {
  readonly margins: readonly Margin[];
  readonly lanes: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, string>;
}

const NOTHING: Shown = { margins: [], lanes: new Map(), codes: new Map() };

interface Props {
  readonly letter: string;
  readonly parts: RefObject<PartsByBlock>;
}

/** Stands in the page beside the editor. */
export const CorrectionBrackets = memo(function CorrectionBrackets({ letter, parts }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(NOTHING);
  const hovered = useApp((state) => state.hovered);
  const selected = useApp((state) => state.highlight);
  useEffect(() => {
    const page = here.current?.parentElement;
    const { project } = app.get();
    const blocks = project && letterById(project, letter)?.blocks;
    if (!page || !blocks) return;
    const passageOf = (id: string) => {
      const passage = highlightMap(project).get(id);
      return passage?.letter === letter ? passage : undefined;
    };
    tint(page, blocks, { hovered, selected }, passageOf);
  }, [hovered, selected, letter]);

  useEffect(() => {
    const page = here.current?.parentElement;
    const scroll = page?.closest<HTMLElement>('.letter-scroll');
    if (!page || !scroll) return undefined;
    let timer: number | undefined;
    const update = (): void => {
      timer = undefined;
      setShown(look(page, scroll, letter, parts.current));
    };
    const later = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(update, PAUSE);
    };
    const size = new ResizeObserver(later);
    size.observe(page);
    const stop = useApp.subscribe((state, before) => state.project !== before.project && later());
    scroll.addEventListener('scroll', later, { passive: true });
    return () => {
      window.clearTimeout(timer);
      size.disconnect();
      stop();
      scroll.removeEventListener('scroll', later);
    };
  }, [letter, parts]);

  return (
    <div ref={here} onMouseDown={(event) => event.preventDefault()}>
      {shown.margins.map(({ top, brackets }, i) => (
        <div key={i} className="brackets" style={{ insetBlockStart: top }}>
          <BracketMarks brackets={brackets} lanes={shown.lanes} codes={shown.codes} />
        </div>
      ))}
    </div>
  );
});

function look(page: HTMLElement, scroll: HTMLElement, id: string, parts: PartsByBlock): Shown {
  const { project } = app.get();
  const letter = project && letterById(project, id);
  if (!project || !letter) return NOTHING;
  const origin = page.getBoundingClientRect().top;
  const view = scroll.getBoundingClientRect();
  const margins: Margin[] = [];
  for (const chunk of page.querySelectorAll<HTMLElement>('.chunk')) {
    const { top, bottom } = chunk.getBoundingClientRect();
    if (bottom < view.top - NEAR) continue;
    if (top > view.bottom + NEAR) break;
    const drawn = [...chunk.querySelectorAll<HTMLElement>('[data-block]')].flatMap(({ dataset }) => {
      const list = parts.get(dataset.block ?? '');
      return list ? [list] : [];
    });
    retint(chunk);
    const brackets = measure(chunk, drawn);
    if (brackets.length > 0) margins.push({ top: top - origin, brackets });
  }
  const near = new Set(margins.flatMap(({ brackets }) => brackets.map((bracket) => bracket.id)));
  const highlights = highlightsByLetter(project.highlights).get(id) ?? [];
  return {
    margins,
    lanes: lanesOf(
      letter.blocks,
      highlights.filter((highlight) => near.has(highlight.id)),
    ),
    codes: numbering(project).passageCodes,
  };
}
