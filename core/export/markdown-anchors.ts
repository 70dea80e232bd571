/** Which places of a publication are set in Markdown for links to lead to: those that a link leads to, and no others. */
import { contentsOf } from './published-notes.ts';
import { listedId } from './markdown-content.ts';
import type { Publication, PublishedBlock, PublishedContent } from './publication.ts';

export function anchorsOf(publication: Publication): ReadonlySet<string> {
  const { introduction, conclusion, lists, letters, bibliography } = publication;
  const parts = [...publication.frontMatter, ...publication.parts, ...publication.backMatter];
  const points = parts.flatMap((part) => part.points);
  const there = new Set([
    ...parts.map(({ anchor }) => anchor),
    ...points.map(({ anchor }) => anchor),
    ...letters.flatMap(({ anchor, passages, blocks }) => [
      anchor,
      ...passages.map(({ id }) => id),
      ...blocks.flatMap((block) => block.anchor ?? []),
    ]),
    ...bibliography.map(({ anchor }) => anchor),
  ]);
  const wanted = [
    ...[
      introduction,
      conclusion,
      ...parts.map(({ lead }) => lead),
      ...points.map(({ answer }) => answer),
    ].flatMap(targetsIn),
    ...lists.flatMap(({ items }) => items.flatMap(({ content }) => targetsOf(content))),
    ...points.flatMap(({ continuation = [] }) => targetsOf(continuation)),
    ...points.flatMap(({ master = [], see }) => [...master, ...see].flatMap(({ target }) => target ?? [])),
  ];
  const entries = lists.flatMap(({ items }) => items.flatMap(({ anchor }) => [anchor, listedId(anchor)]));
  return new Set([...wanted.filter((target) => there.has(target)), ...entries]);
}

const targetsIn = (blocks: readonly PublishedBlock[]): readonly string[] =>
  blocks.flatMap((block) => contentsOf(block).flatMap(targetsOf));

const targetsOf = (content: PublishedContent): readonly string[] =>
  content.flatMap((inline) => {
    if (!('type' in inline)) return [];
    if (inline.type === 'note') return targetsOf(inline.content);
    return inline.type === 'reference' && inline.target !== undefined ? [inline.target] : [];
  });
