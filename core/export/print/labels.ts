/**
 * Which anchors of a publication can be led to in print. Labels must be there, be unique and be ids, or the
 * typesetter stops; an anchor that isn't all three has none, and links to it become plain text.
 */
import { isId } from '../../document/id.ts';
import type { Publication, PublishedBlock, PublishedContent } from '../publication.ts';
import { contentsOf, pointTexts } from '../published-notes.ts';

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
  const { introduction, conclusion, bibliography, letters } = publication;
  const { frontMatter, parts, backMatter } = publication;
  yield* inText(introduction);
  for (const part of [...frontMatter, ...parts, ...backMatter]) {
    yield part.anchor;
    yield* inText(part.lead);
    for (const point of part.points) {
      yield point.anchor;
      for (const text of pointTexts(point)) yield* inText(text);
    }
  }
  yield* inText(conclusion);
  for (const entry of bibliography) yield entry.anchor;
  for (const letter of letters) {
    yield letter.anchor;
    const printed = new Set(letter.blocks.flatMap(passagesOf));
    for (const passage of letter.passages) if (printed.has(passage.id)) yield passage.id;
    for (const { anchor } of letter.blocks) if (anchor !== undefined) yield anchor;
  }
}

/** Entries of lists, and footnotes that references lead to. */
function* inText(blocks: readonly PublishedBlock[]): Iterable<string> {
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.entry) yield block.entry.anchor;
    for (const content of contentsOf(block)) yield* notes(content);
  }
}

function* notes(content: PublishedContent): Iterable<string> {
  for (const inline of content) {
    if (!('type' in inline) || inline.type !== 'note') continue;
    if (inline.anchor !== undefined) yield inline.anchor;
    yield* notes(inline.content);
  }
}

/** The passages that have visible text in a block. */
function passagesOf(block: PublishedBlock): readonly string[] {
  return contentsOf(block).flatMap((content) =>
    content.flatMap((inline) =>
      'text' in inline && !('type' in inline) && /\S/.test(inline.text) ? (inline.passages ?? []) : [],
    ),
  );
}
