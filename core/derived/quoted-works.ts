/** Passages of outside works: a quotation of one is cited as the style has it, in the place of a source line. */
import { pointMap, highlightMap, letterById } from '../document/find.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import type { Quotation } from '../document/quotation.ts';
import type { CitationAtom } from '../text/block.ts';
import { rangeByBlock } from '../text/canonical.ts';
import { paragraphNumbers } from './source-line.ts';

/** The id under which a quotation's citation is formatted; no atom's id is like it. */
export const quotedCitationId = (quotation: string): string => `quoted:${quotation}`;

export const isWork = ({ kind }: Pick<Letter, 'kind'>): boolean => kind === 'work';

interface Known {
  readonly highlight: Highlight;
  readonly letter: Letter;
  readonly atom: CitationAtom;
}
const known = new WeakMap<Quotation, Known>();

/** The citations of the works that a point quotes, in its order. */
export function quotedWorks(project: Project, pointId: string): readonly CitationAtom[] {
  if (!project.letters.some(isWork)) return [];
  return (pointMap(project).get(pointId)?.point.quotations ?? []).flatMap((quotation) => {
    const highlight = highlightMap(project).get(quotation.highlight);
    const letter = highlight && letterById(project, highlight.letter);
    return letter && isWork(letter) ? [citationOf(quotation, highlight, letter)] : [];
  });
}

/** The same value while it says the same. */
function citationOf(quotation: Quotation, highlight: Highlight, letter: Letter): CitationAtom {
  const before = known.get(quotation);
  if (before?.highlight === highlight && before.letter === letter) return before.atom;
  const made: CitationAtom = {
    type: 'citation',
    id: quotedCitationId(quotation.id),
    items: [{ reference: letter.id, ...locatorOf(letter, highlight) }],
  };
  const same = before && JSON.stringify(before.atom) === JSON.stringify(made);
  const atom = same ? before.atom : made;
  known.set(quotation, { highlight, letter, atom });
  return atom;
}

/** Its pages where the work was read from pages, else its paragraphs. */
function locatorOf({ blocks }: Letter, { ranges }: Highlight): Partial<CitationAtom['items'][number]> {
  const touched = ranges.flatMap((range) => rangeByBlock(blocks, range).map(({ block }) => block));
  const [first, last] = [touched[0]?.page, touched.at(-1)?.page];
  if (first !== undefined && last !== undefined)
    return { locator: first === last ? first : `${first}–${last}` };
  const numbers = paragraphNumbers(blocks);
  const counted = touched.flatMap(({ id }) => numbers.get(id) ?? []);
  const [from, to] = [counted[0], counted.at(-1)];
  if (from === undefined || to === undefined) return {};
  return { locator: from === to ? `${from}` : `${from}–${to}`, label: 'paragraph' };
}
