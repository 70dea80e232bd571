/** What Slate's move of a node does to the letter: see letter-steps.ts. */
import { blockLength } from '../../core/text/canonical.ts';
import type { Block } from '../../core/text/block.ts';
import { toBlock } from './convert.ts';
import {
  blockAtPath,
  childLength,
  childStart,
  flatIndex,
  isTextBlock,
  type Sections,
} from './letter-nodes.ts';
import { changedBlock, type LetterEdit } from './letter-steps.ts';
import type { TextElement } from './nodes.ts';
import { Path } from 'slate';

/**
 * `count` blocks in a row from `from` on come to stand from `to` on, one edit for each. A move from one section to
 * the next that leaves the order as it was is none.
 *
 * @param to An index among the blocks after the move.
 */
export function movedBlocks(blocks: readonly Block[], from: number, count: number, to: number): LetterEdit[] {
  if (from === to) return [];
  const edits: LetterEdit[] = [];
  let current = blocks;
  for (let i = 0; i < count; i++) {
    const [source, target] = to > from ? [from, to + count - 1] : [from + i, to + i];
    const block = current[source];
    if (!block) continue;
    const index = Math.min(source, target);
    const removed = current.slice(index, Math.max(source, target) + 1);
    const rest = removed.filter(({ id }) => id !== block.id);
    const inserted = source < target ? [...rest, block] : [block, ...rest];
    edits.push({ index, removed, inserted, step: { kind: 'move-block', id: block.id } });
    current = current.toSpliced(index, removed.length, ...inserted);
  }
  return edits;
}

/** A leaf or atom taken out of one place and put in at another; undefined where it went elsewhere than into a block. */
export function movedLeaf(
  before: Sections,
  after: Sections,
  path: Path,
  newPath: Path,
): LetterEdit[] | undefined {
  const source = blockAtPath(before, path);
  const target = blockAtPath(before, newPath);
  const [left, result] = [blockAtPath(after, path), blockAtPath(after, newPath)];
  if (newPath.length !== 3 || !source || !target || !left || !result) return undefined;
  if (!isTextBlock(source) || !isTextBlock(target) || !isTextBlock(result)) return undefined;
  const child = source.children[path[2] ?? -1];
  const length = childLength(child);
  const from = childStart(source, path[2] ?? 0);
  const [was, is] = [toBlock(source), toBlock(result)];
  const without: TextElement = { ...source, children: source.children.filter((other) => other !== child) };
  const rest = toBlock(without);
  const same = Path.equals(path.slice(0, 2), newPath.slice(0, 2));
  const at = child ? result.children.indexOf(child) : -1;
  if (at < 0 || blockLength(rest) + length !== blockLength(was)) return undefined;
  const place = childStart(result, at);
  return [
    ...changedBlock(flatIndex(before, path), was, rest, from, from + length, 0),
    ...changedBlock(flatIndex(before, newPath), same ? rest : toBlock(target), is, place, place, length),
  ];
}
