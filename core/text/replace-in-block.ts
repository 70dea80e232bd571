import { hasContent, isSpan, type Block, type Inline } from './block.ts';
import { inlineLength } from './inline.ts';
import { replaceUnits } from './replace-units.ts';

/** Why words stay: a note, citation or cross reference stands among them, or they are in several cells. */
export type Unreplaced = 'atom' | 'cells';

/**
 * The block with the units from `from` up to `to` of its text, or of a note's in it, replaced by `words`, which take
 * the look of the first of them. What isn't text is never touched.
 */
export function replaceInBlock(
  block: Block,
  note: string | undefined,
  from: number,
  to: number,
  words: string,
): Block | Unreplaced {
  if (block.type === 'rule') return block;
  if (note !== undefined) return replaceInNote(block, note, from, to, words);
  if (hasContent(block)) {
    if (holdsAtom(block.content, from, to)) return 'atom';
    return { ...block, content: replaceUnits(block.content, from, to, words) };
  }
  let at = 0;
  for (const [r, row] of block.rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const end = at + inlineLength(cell.content);
      if (from >= at && to <= end) {
        if (holdsAtom(cell.content, from - at, to - at)) return 'atom';
        const content = replaceUnits(cell.content, from - at, to - at, words);
        return { ...block, rows: block.rows.with(r, row.with(c, { ...cell, content })) };
      }
      at = end + 1;
    }
  }
  return 'cells';
}

function holdsAtom(content: readonly Inline[], from: number, to: number): boolean {
  let at = 0;
  for (const inline of content) {
    if (isSpan(inline)) at += inline.text.length;
    else if (at > from && at < to) return true;
  }
  return false;
}

function replaceInNote(
  block: Exclude<Block, { type: 'rule' }>,
  note: string,
  from: number,
  to: number,
  words: string,
): Block | Unreplaced {
  let held = false;
  const within = (content: readonly Inline[]): readonly Inline[] =>
    content.map((inline) => {
      if (isSpan(inline) || inline.type !== 'note') return inline;
      if (inline.id !== note) {
        const body = within(inline.body);
        return body.every((each, i) => each === inline.body[i]) ? inline : { ...inline, body };
      }
      held = holdsAtom(inline.body, from, to);
      return held ? inline : { ...inline, body: replaceUnits(inline.body, from, to, words) };
    });
  const changed: Block = hasContent(block)
    ? { ...block, content: within(block.content) }
    : {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: within(cell.content) }))),
      };
  return held ? 'atom' : changed;
}
