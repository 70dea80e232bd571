/**
 * Which anchors of a publication can be led to in print. Labels must be there, be unique and be ids, or the
 * typesetter stops; an anchor that isn't all three has none, and links to it become plain text.
 */
import { isId } from '../../document/id.ts';
import type { Publication, PublishedBlock } from '../publication.ts';
import { pointTexts } from '../published-notes.ts';

export class Labels {
  readonly #known = new Set<string>();
  readonly #placed = new Set<string>();

  constructor(publication: Publication) {
    for (const anchor of anchors(publication)) if (isId(anchor)) this.#known.add(anchor);
  }

  /** The label to lead to, or null. */
  readonly target = (anchor: string | undefined): string | null =>
    anchor !== undefined && this.#known.has(anchor) ? anchor : null;

  /** The label to set at the thing itself; null the second time an anchor comes up. */
  readonly place = (anchor: string): string | null => {
    if (!this.#known.has(anchor) || this.#placed.has(anchor)) return null;
    this.#placed.add(anchor);
    return anchor;
  };
}

function* anchors(publication: Publication): Iterable<string> {
  const { introduction, parts, conclusion, bibliography, letters } = publication;
  yield* demands(introduction);
  for (const part of parts) {
    yield part.anchor;
    yield* demands(part.lead);
    for (const point of part.points) {
      yield point.anchor;
      for (const text of pointTexts(point)) yield* demands(text);
    }
  }
  yield* demands(conclusion);
  for (const entry of bibliography) yield entry.anchor;
  for (const letter of letters) {
    yield letter.anchor;
    const printed = new Set(letter.blocks.flatMap(passagesOf));
    for (const passage of letter.passages) if (printed.has(passage.id)) yield passage.id;
  }
}

function* demands(blocks: readonly PublishedBlock[]): Iterable<string> {
  for (const block of blocks) if (block.type === 'paragraph' && block.demand) yield block.demand.anchor;
}

/** The passages that have visible text in a block. */
function passagesOf(block: PublishedBlock): readonly string[] {
  const contents =
    block.type === 'table'
      ? block.rows.flatMap((row) => row.map((cell) => cell.content))
      : 'content' in block
        ? [block.content]
        : [];
  return contents.flatMap((content) =>
    content.flatMap((inline) =>
      'text' in inline && !('type' in inline) && /\S/.test(inline.text) ? (inline.passages ?? []) : [],
    ),
  );
}
