/** Every sentence of every letter and what has become of it, as a table. For the writer: reasons are in it. */
import { pointMap } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { touchedIn } from '../derived/coverage.ts';
import { numbering } from '../derived/numbering.ts';
import { passagesAt, sentencesAt, type SentencePlace } from '../derived/sentence-places.ts';
import { letterAuthors, placeOf } from '../derived/source-line.ts';
import { usage } from '../derived/usage.ts';
import { blockText } from '../text/canonical.ts';
import { csv } from './csv.ts';

/** The first row. */
export const COLUMNS = [
  'letter',
  'author',
  'sentence',
  'place',
  'state',
  'points',
  'category',
  'reason',
  'text',
] as const;

/** @returns the table as text; sentences are numbered within their letter, from 1 */
export function coverageTable(project: Project, options: { readonly byteOrderMark: boolean }): string {
  const rows: (readonly string[])[] = [COLUMNS];
  for (const letter of project.letters) {
    const touched = touchedIn(project, letter);
    const author = letterAuthors(letter, project.settings.language);
    let number = 0;
    letter.blocks.forEach((block, at) => {
      for (const place of sentencesAt(letter, at, touched.get(block.id)))
        rows.push([letter.code, author, String(++number), ...cells(project, place)]);
    });
  }
  return `${options.byteOrderMark ? '\ufeff' : ''}${csv(rows)}`;
}

function cells(project: Project, place: SentencePlace): readonly string[] {
  const { letter, block, from, to, state, partly } = place;
  const range = { start: { block: block.id, offset: from }, end: { block: block.id, offset: to } };
  const highlights = [...new Set(passagesAt(project, place).map(({ highlight }) => highlight))];
  const places = pointMap(project);
  const quoting = new Set(highlights.flatMap(({ id }) => usage(project).points.get(id) ?? []));
  // In the order of the answer.
  const points = [...places.keys()].filter((id) => quoting.size > 0 && quoting.has(id));
  const { pointCodes } = numbering(project);
  const names = new Map(project.categories.map(({ id, name }) => [id, name]));
  const joined = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))].join('; ');
  return [
    placeOf(letter.blocks, { ranges: [range] }, project.settings.language).replaceAll('\u00a0', ' '),
    partly ? 'partly untouched' : state,
    joined(points.map((id) => pointCodes.get(id) ?? '')),
    joined(highlights.map(({ category }) => names.get(category) ?? '')),
    joined(highlights.map(({ waived }) => waived?.reason ?? '')),
    blockText(block).slice(from, to),
  ];
}
