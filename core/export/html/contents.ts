/** The table of contents. */
import type { Element } from 'hast';
import type { Publication, PublishedList, PublishedPart } from '../publication.ts';
import { gatheredListId } from './content.ts';
import { element, type Child } from './element.ts';
import { depthOf } from './points.ts';

export function contentsElement(publication: Publication): Element {
  const { words, introduction, parts, conclusion, lists, letters, bibliography } = publication;
  const { frontMatter, backMatter, withdrawn } = publication;
  const listLines = (wanted: (gathered: PublishedList['gathered']) => boolean) =>
    lists
      .filter(({ gathered }) => wanted(gathered))
      .map(({ anchor, title }) => line(gatheredListId(anchor), '', title));
  const after = (part: string) => listLines((gathered) => gathered.at === 'part' && gathered.part === part);
  return element(
    'nav',
    { class: 'contents', ariaLabelledBy: 'contents_title' },
    element('h2', { id: 'contents_title' }, words.contents),
    element(
      'ol',
      {},
      partLines(frontMatter),
      introduction.length > 0 && line('introduction_', '', words.introduction),
      listLines(({ at }) => at === 'front'),
      partLines(parts, after),
      conclusion.length > 0 && line('conclusion_', '', words.conclusion),
      partLines(backMatter),
      listLines(({ at }) => at === 'end'),
      letters.length > 0 &&
        line(
          'letters_',
          '',
          words.letters,
          letters.map(({ anchor, code, title, about }) => line(anchor, code, title || about || code)),
        ),
      bibliography.length > 0 && line('bibliography_', '', words.bibliography),
    ),
    withdrawn.length > 0 &&
      element(
        'p',
        { class: 'withdrawn' },
        words.withdrawn.replace('{codes}', () => withdrawn.join(', ')),
      ),
  );
}

function line(anchor: string, number: string, title: string, inner: Child = undefined): Element {
  const within = Array.isArray(inner) && inner.length > 0 && element('ol', {}, inner);
  return element(
    'li',
    {},
    element(
      'a',
      { href: `#${anchor}` },
      number !== '' && [element('span', { class: 'number' }, number), ' '],
      title,
    ),
    within,
  );
}

/** Parts with the points that have titles and the parts nested under them. */
function partLines(
  parts: readonly PublishedPart[],
  listsAfter: (part: string) => readonly Child[] = () => [],
): readonly Child[] {
  const lines: Child[] = [];
  for (let i = 0; i < parts.length;) {
    const part = parts[i];
    if (!part) break;
    const end = parts.findIndex((other, j) => j > i && depthOf(other) <= depthOf(part));
    const nested = parts.slice(i + 1, end < 0 ? undefined : end);
    const points = part.points
      .filter(({ title }) => title !== '')
      .map(({ anchor, number, title }) => line(anchor, number, title));
    const inner = [...points, ...partLines(nested, listsAfter)];
    lines.push(line(part.anchor, '', part.title || part.number, inner), ...listsAfter(part.anchor));
    i += 1 + nested.length;
  }
  return lines;
}
