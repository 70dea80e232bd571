/**
 * What a writer does, as operations: each function looks at a project and gives the operations that make the
 * change, in order. It changes nothing itself.
 */
import { KIND_CODES, type Highlight, type Letter, type LetterKind } from '../document/letter.ts';
import { highlightMap, pointMap } from '../document/find.ts';
import type { Asset, Point, Project, Section } from '../document/project.ts';
import { matterRank } from '../document/section-tree.ts';
import type { Quotation } from '../document/quotation.ts';
import type { ListItemOf, ListName, ListRef, Operation, SetOperation } from './operation.ts';

function indexIn(list: readonly { readonly id: string }[], id: string): number {
  const index = list.findIndex((item) => item.id === id);
  if (index < 0) throw new RangeError(`nothing with the id ${id}`);
  return index;
}

export function insert<N extends ListName>(list: ListRef<N>, index: number, item: ListItemOf<N>): Operation {
  return { type: 'insert', list, index, item } as Operation;
}

function remove<N extends ListName>(list: ListRef<N>, index: number, item: ListItemOf<N>): Operation {
  return { type: 'remove', list, index, item } as Operation;
}

/** Sets one field; nothing when it has that value already. `before` and `after` may be undefined for "none". */
export function set<T extends SetOperation['target'], F extends (SetOperation & { target: T })['field']>(
  target: T,
  field: F,
  before: unknown,
  after: unknown,
): Operation[] {
  if (before === after) return [];
  return [
    { type: 'set', target, field, before: before ?? null, after: after ?? null } as unknown as Operation,
  ];
}

/** Letters behind those that are there, with the pictures in them. */
export function addLetters(
  project: Project,
  letters: readonly Letter[],
  assets: readonly Asset[],
): Operation[] {
  const from = project.letters.length;
  return [
    ...addAssets(project, assets),
    ...letters.map((letter, i) => insert<'letters'>({ of: 'letters' }, from + i, letter)),
  ];
}

export function addAssets(project: Project, assets: readonly Asset[]): Operation[] {
  const from = project.assets.length;
  return assets.map((asset, i) => insert<'assets'>({ of: 'assets' }, from + i, asset));
}

/** The letter with its passages; quotations of them leave their points, which stay. */
export function removeLetter(project: Project, id: string): Operation[] {
  const index = indexIn(project.letters, id);
  const passages = project.highlights
    .filter((highlight) => highlight.letter === id)
    .map((highlight) => highlight.id);
  const unlinked = project.sections
    .filter((section) => section.letter === id)
    .flatMap((section) => set({ of: 'section', id: section.id }, 'letter', id, undefined));
  return [
    ...removeHighlights(project, passages),
    ...unlinked,
    remove<'letters'>({ of: 'letters' }, index, project.letters[index] as Letter),
  ];
}

export function addHighlight(project: Project, highlight: Highlight): Operation[] {
  return addHighlights(project, [highlight]);
}

/** Behind those that there are, in the order given. */
export function addHighlights({ highlights }: Project, added: readonly Highlight[]): Operation[] {
  return added.map((highlight, i) =>
    insert<'highlights'>({ of: 'highlights' }, highlights.length + i, highlight),
  );
}

/** The passages and every quotation of them. */
export function removeHighlights(project: Project, ids: readonly string[]): Operation[] {
  const gone = new Set(ids);
  const operations: Operation[] = [];
  for (const { point } of pointMap(project).values()) {
    for (let i = point.quotations.length - 1; i >= 0; i--) {
      const quotation = point.quotations[i] as Quotation;
      if (gone.has(quotation.highlight)) {
        operations.push(remove<'quotations'>({ of: 'quotations', point: point.id }, i, quotation));
      }
    }
  }
  for (let i = project.highlights.length - 1; i >= 0; i--) {
    const highlight = project.highlights[i] as Highlight;
    if (gone.has(highlight.id)) operations.push(remove<'highlights'>({ of: 'highlights' }, i, highlight));
  }
  return operations;
}

/** Another extent of a passage; `quote` is its text there. */
export function resizeHighlight(
  project: Project,
  id: string,
  ranges: Highlight['ranges'],
  quote: string,
): Operation[] {
  const highlight = highlightMap(project).get(id);
  if (!highlight) return [];
  const target = { of: 'highlight', id } as const;
  return [
    ...set(target, 'ranges', highlight.ranges, ranges),
    ...set(target, 'quote', highlight.quote, quote),
  ];
}

/** Where a section of this kind of matter comes last: numbered parts before the back matter. */
function endOf({ sections }: Project, made: Section): number {
  return sections.findLastIndex((section) => matterRank(section) <= matterRank(made)) + 1;
}

/** Behind those of its kind of matter, where no `index` is said. */
export function addSection(project: Project, section: Section, index = endOf(project, section)): Operation[] {
  return [insert<'sections'>({ of: 'sections' }, index, section)];
}

export function removeSection(project: Project, id: string): Operation[] {
  const index = indexIn(project.sections, id);
  return [remove<'sections'>({ of: 'sections' }, index, project.sections[index] as Section)];
}

export function addPoint(project: Project, section: string, point: Point, index?: number): Operation[] {
  const points = project.sections[indexIn(project.sections, section)]?.points ?? [];
  return [insert<'points'>({ of: 'points', section }, index ?? points.length, point)];
}

export function removePoint(project: Project, id: string): Operation[] {
  const place = pointMap(project).get(id);
  if (!place) return [];
  return [remove<'points'>({ of: 'points', section: place.section.id }, place.index, place.point)];
}

/** `index` counts among the other points of the section that it goes to. */
export function movePoint(project: Project, id: string, section: string, index: number): Operation[] {
  const place = pointMap(project).get(id);
  if (!place) return [];
  const target = project.sections[indexIn(project.sections, section)] as Section;
  const others = target.points.length - (target.id === place.section.id ? 1 : 0);
  const toIndex = Math.max(0, Math.min(index, others));
  if (target.id === place.section.id && toIndex === place.index) return [];
  return [
    {
      type: 'move',
      from: { of: 'points', section: place.section.id },
      fromIndex: place.index,
      to: { of: 'points', section },
      toIndex,
    },
  ];
}

export function addQuotation(
  project: Project,
  point: string,
  quotation: Quotation,
  index?: number,
): Operation[] {
  const place = pointMap(project).get(point);
  if (!place) return [];
  return [
    insert<'quotations'>({ of: 'quotations', point }, index ?? place.point.quotations.length, quotation),
  ];
}

export function removeQuotation(project: Project, point: string, id: string): Operation[] {
  const quotations = pointMap(project).get(point)?.point.quotations ?? [];
  const index = quotations.findIndex((quotation) => quotation.id === id);
  const quotation = quotations[index];
  return quotation ? [remove<'quotations'>({ of: 'quotations', point }, index, quotation)] : [];
}

/** One place earlier (-1) or later (1) among its point's quotations. */
export function shiftQuotation(project: Project, point: string, id: string, by: -1 | 1): Operation[] {
  const quotations = pointMap(project).get(point)?.point.quotations ?? [];
  const index = quotations.findIndex((quotation) => quotation.id === id);
  const target = index + by;
  if (index < 0 || target < 0 || target >= quotations.length) return [];
  const list = { of: 'quotations', point } as const;
  return [{ type: 'move', from: list, fromIndex: index, to: list, toIndex: target }];
}

/** The code that the next letter of a kind gets: the first of A1, A2 … (O1, I1 …) that is free. */
export function nextLetterCode(
  letters: readonly Pick<Letter, 'code'>[],
  kind: LetterKind = 'letter',
): string {
  return letterCodes(letters)(undefined, kind);
}

/** For several letters: at each call another code, the one that is proposed where it is free. */
export function letterCodes(
  letters: readonly Pick<Letter, 'code'>[],
): (proposed?: string, kind?: LetterKind) => string {
  const taken = new Set(letters.map((letter) => letter.code));
  return (proposed, kind = 'letter') => {
    const begin = KIND_CODES[kind];
    let number = 1;
    while (taken.has(`${begin}${number}`)) number++;
    const code = proposed !== undefined && !taken.has(proposed) ? proposed : `${begin}${number}`;
    taken.add(code);
    return code;
  };
}

export function newPoint(id: string, quotations: readonly Quotation[] = []): Point {
  return { id, title: '', quotations, arrangement: 'sequence', answer: [], status: 'draft', note: '' };
}

export function newSection(id: string, title: string, letter?: string): Section {
  return { id, level: 1, title, ...(letter === undefined ? {} : { letter }), lead: [], points: [] };
}
