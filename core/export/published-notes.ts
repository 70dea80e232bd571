/** The footnotes of a publication, for media that gather them. */
import type {
  Publication,
  PublishedBlock,
  PublishedContent,
  PublishedNote,
  PublishedPoint,
} from './publication.ts';

/** All notes of the author's texts, notes within notes too, in order of their numbers. */
export function publishedNotes({ introduction, parts, conclusion }: Publication): readonly PublishedNote[] {
  const texts = [
    introduction,
    ...parts.flatMap(({ lead, points }) => [lead, ...points.flatMap(pointTexts)]),
    conclusion,
  ];
  return texts.flatMap((blocks) => blocks.flatMap((block) => contentsOf(block).flatMap(notesIn)));
}

/** A point's own texts in order: its answer, then the wordings of what was changed. */
export function pointTexts({ answer, changes = [] }: PublishedPoint): readonly (readonly PublishedBlock[])[] {
  return [answer, ...changes.map(({ wording }) => wording)];
}

export function contentsOf(block: PublishedBlock): readonly PublishedContent[] {
  if (block.type === 'rule') return [];
  return block.type === 'table'
    ? block.rows.flatMap((row) => row.map(({ content }) => content))
    : [block.content];
}

function notesIn(content: PublishedContent): readonly PublishedNote[] {
  return content.flatMap((inline) =>
    'type' in inline && inline.type === 'note' ? [inline, ...notesIn(inline.content)] : [],
  );
}
