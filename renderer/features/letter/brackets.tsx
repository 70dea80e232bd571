/**
 * The brackets of a chunk's passages, in lanes beside the text. They are measured from the drawn text when the
 * chunk is near the view and whenever its size changes.
 */
import { Tag } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightsByLetter, passageTags } from '../../../core/derived/passages.ts';
import { byIdentity } from '../../../core/derived/remember.ts';
import { letterById } from '../../../core/document/find.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import type { Project } from '../../../core/document/project.ts';
import type { RichText } from '../../../core/text/block.ts';
import { useSettled } from '../../state/settled.ts';
import { useApp } from '../../state/store.ts';
import { watchNear } from '../../ui/watch-near.ts';
import { lanes, type PassagePart } from './passage-parts.ts';
import { hover, retint, selectPassage } from './select-passage.ts';

export interface Bracket {
  readonly id: string;
  readonly style: number;
  readonly state: PassagePart['state'];
  /** CSS pixels from the chunk's top. */
  readonly top: number;
  readonly bottom: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Where the code stands, moved down where codes would cover each other. */
  readonly label: number;
}

const LABEL_HEIGHT = 18;

const middle = ({ top, bottom }: Bracket) => (top + bottom) / 2;

/** From above to below by their middles; those whose codes would cover each other as they came. */
function downwards(brackets: readonly Bracket[]): readonly Bracket[] {
  const order = new Map(brackets.map((bracket, i) => [bracket, i]));
  const placed: Bracket[] = [];
  for (const bracket of brackets.toSorted((a, b) => middle(a) - middle(b))) {
    let at = placed.length;
    const goesBefore = (other: Bracket) =>
      (order.get(other) ?? 0) > (order.get(bracket) ?? 0) && middle(bracket) - middle(other) < LABEL_HEIGHT;
    for (let before = placed[at - 1]; before && goesBefore(before); before = placed[at - 1]) at--;
    placed.splice(at, 0, bracket);
  }
  return placed;
}

/** @param parts Of the blocks that are drawn in the chunk. */
export function measure(chunk: HTMLElement, parts: readonly (readonly PassagePart[])[]): Bracket[] {
  const origin = chunk.getBoundingClientRect().top;
  const extents = new Map<string, { top: number; bottom: number }>();
  for (const element of chunk.querySelectorAll<HTMLElement>('[data-passages]')) {
    const box = element.getBoundingClientRect();
    for (const id of element.dataset.passages?.split(' ') ?? []) {
      const extent = extents.get(id);
      if (!extent) extents.set(id, { top: box.top - origin, bottom: box.bottom - origin });
      else {
        extent.top = Math.min(extent.top, box.top - origin);
        extent.bottom = Math.max(extent.bottom, box.bottom - origin);
      }
    }
  }
  const byId = new Map<string, { opens: boolean; closes: boolean; part: PassagePart }>();
  for (const part of parts.flat()) {
    const known = byId.get(part.id);
    byId.set(part.id, {
      part,
      opens: part.first || (known?.opens ?? false),
      closes: part.last || (known?.closes ?? false),
    });
  }
  const brackets: Bracket[] = [];
  for (const [id, { part, opens, closes }] of byId) {
    const extent = extents.get(id);
    if (extent) {
      brackets.push({ id, style: part.style, state: part.state, ...extent, opens, closes, label: 0 });
    }
  }
  let free = -Infinity;
  return downwards(brackets).map((bracket) => {
    const label = Math.max(middle(bracket) - LABEL_HEIGHT / 2, free);
    free = label + LABEL_HEIGHT;
    return { ...bracket, label };
  });
}

const NONE: readonly never[] = [];
const ofText = byIdentity((text: RichText) =>
  byIdentity((highlights: readonly Highlight[]) => lanes(text, highlights)),
);

/** Lane of each passage of a letter. */
function lanesIn(project: Project | null, id: string): ReadonlyMap<string, number> {
  const blocks = project && letterById(project, id)?.blocks;
  const highlights = project && highlightsByLetter(project.highlights).get(id);
  return ofText(blocks ?? NONE)(highlights ?? NONE);
}

interface Props {
  /** Its id. */
  readonly letter: string;
  readonly parts: readonly (readonly PassagePart[])[];
  /** Lane of each passage, where they aren't those of the project. */
  readonly lanes?: ReadonlyMap<string, number> | undefined;
}

/** Stands in the chunk that it measures. */
export function Brackets({ letter, parts, lanes: given }: Props) {
  const lanesHere = useSettled(({ project }) => given ?? lanesIn(project, letter));
  const margin = useRef<HTMLDivElement>(null);
  const [brackets, setBrackets] = useState<readonly Bracket[]>([]);
  const codes = useSettled(({ project }) => project && numbering(project).passageCodes);

  const [near, setNear] = useState(false);

  useLayoutEffect(() => {
    const element = margin.current?.parentElement;
    return element ? watchNear(element, element.closest('.letter-scroll'), setNear) : undefined;
  }, []);

  useLayoutEffect(() => {
    const element = margin.current?.parentElement;
    if (!near || !element) return;
    // Tells its size at first, and whenever it changes.
    const size = new ResizeObserver(() => setBrackets(measure(element, parts)));
    size.observe(element);
    return () => size.disconnect();
  }, [near, parts]);

  useLayoutEffect(() => {
    const element = margin.current?.parentElement;
    if (element) retint(element);
  }, [parts, brackets]);

  return (
    <div ref={margin} className="brackets">
      <BracketMarks brackets={brackets} lanes={lanesHere} codes={codes} />
    </div>
  );
}

interface MarksProps {
  readonly brackets: readonly Bracket[];
  readonly lanes: ReadonlyMap<string, number>;
  /** Codes of passages by id. */
  readonly codes: ReadonlyMap<string, string> | null;
}

export function BracketMarks({ brackets, lanes, codes }: MarksProps) {
  const selected = useApp((state) => state.highlight);
  const tags = useSettled(({ project }) => project && passageTags(project.highlights));
  const lane = Math.max(0, ...brackets.map(({ id }) => lanes.get(id) ?? 0)) + 1;
  return (
    <>
      {brackets.map((bracket) => (
        <button
          key={bracket.id}
          type="button"
          tabIndex={selected === bracket.id ? 0 : -1}
          className={`bracket style-${bracket.style} ${bracket.state}`}
          data-opens={bracket.opens || undefined}
          data-closes={bracket.closes || undefined}
          data-bracket={bracket.id}
          aria-pressed={selected === bracket.id}
          aria-label={en.letter.passage(
            codes?.get(bracket.id) ?? '',
            en.letter.states[bracket.state],
            tags?.get(bracket.id),
          )}
          title={tags?.get(bracket.id)?.join(', ')}
          style={{
            insetBlockStart: bracket.top,
            blockSize: Math.max(bracket.bottom - bracket.top, 12),
            insetInlineStart: (lanes.get(bracket.id) ?? 0) * 10,
          }}
          onMouseEnter={() => hover(bracket.id)}
          onMouseLeave={() => hover(null)}
          onClick={() => selectPassage(bracket.id)}
        >
          <span
            className="code"
            style={{
              insetBlockStart: bracket.label - bracket.top,
              insetInlineStart: (lane - (lanes.get(bracket.id) ?? 0)) * 10 + 2,
            }}
          >
            {codes?.get(bracket.id)}
            {tags?.has(bracket.id) && <Tag aria-hidden />}
          </span>
        </button>
      ))}
    </>
  );
}
