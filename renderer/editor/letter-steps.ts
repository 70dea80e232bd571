/**
 * What a Slate operation does to the letter: edits of its flat list of blocks, each with the step that positions
 * go by. An operation is seen from the sections before and after it, so the blocks are exactly Slate's.
 */
import { Path, type Operation } from 'slate';
import type { Step } from '../../core/anchoring/step.ts';
import type { Block } from '../../core/text/block.ts';
import { blockLength, blockText } from '../../core/text/canonical.ts';
import { rememberBlock, toBlock } from './convert.ts';
import {
  blockAtPath,
  blocksOf,
  childLength,
  childStart,
  flatIndex,
  isSection,
  isTextBlock,
  type Sections,
} from './letter-nodes.ts';
import { movedBlocks, movedLeaf } from './letter-moves.ts';
import type { BlockElement } from './nodes.ts';
import { sameBlock, spliceBetween } from './splice.ts';

/** The blocks `removed` from `index` on are replaced by `inserted`; `step` is the same change as positions see it. */
export interface LetterEdit {
  readonly index: number;
  readonly removed: readonly Block[];
  readonly inserted: readonly Block[];
  readonly step: Step;
}

export function insertedBlocks(index: number, inserted: readonly Block[]): LetterEdit[] {
  if (inserted.length === 0) return [];
  return [{ index, removed: [], inserted, step: { kind: 'insert-blocks', index, count: inserted.length } }];
}

export function removedBlocks(index: number, removed: readonly Block[]): LetterEdit[] {
  if (removed.length === 0) return [];
  const ids = removed.map(({ id }) => id);
  return [{ index, removed, inserted: [], step: { kind: 'remove-blocks', ids, index } }];
}

/** Blocks taken out and others put in: for what can't be told more finely. */
function compared(before: Sections, after: Sections): LetterEdit[] {
  const splice = spliceBetween(blocksOf(before), blocksOf(after));
  if (!splice) return [];
  return [...removedBlocks(splice.index, splice.removed), ...insertedBlocks(splice.index, splice.inserted)];
}

/** One block with the units from `from` up to `to` replaced by `insertedLength` others; nothing when it is equal. */
export function changedBlock(
  index: number,
  was: Block,
  is: Block,
  from: number,
  to: number,
  insertedLength: number,
): LetterEdit[] {
  if (was === is || sameBlock(was, is)) return [];
  if (was.id !== is.id) return [...removedBlocks(index, [was]), ...insertedBlocks(index, [is])];
  const step: Step = { kind: 'replace', block: was.id, from, to, insertedLength };
  return [{ index, removed: [was], inserted: [is], step }];
}

/** @param operation Not one of the selection. `before` and `after` it are the editor's children. */
export function editsOf(operation: Operation, before: Sections, after: Sections): LetterEdit[] {
  if (operation.type === 'set_selection') return [];
  const { path } = operation;
  switch (path.length) {
    case 1:
      return editsOfSection(operation, before, after);
    case 2:
      return editsOfBlock(operation, before, after);
    case 3:
      return editsWithin(operation, before, after);
    default:
      // Within an atom there is nothing that counts.
      return path.length === 0 ? compared(before, after) : [];
  }
}

type Edit = Exclude<Operation, { type: 'set_selection' }>;

function editsOfSection(operation: Edit, before: Sections, after: Sections): LetterEdit[] {
  switch (operation.type) {
    case 'split_node':
    case 'merge_node':
    case 'set_node':
      return before.every(isSection) ? [] : compared(before, after);
    case 'insert_node':
      if (!isSection(operation.node)) break;
      return insertedBlocks(flatIndex(after, operation.path), operation.node.children.map(toBlock));
    case 'remove_node':
      if (!isSection(operation.node)) break;
      return removedBlocks(flatIndex(before, operation.path), operation.node.children.map(toBlock));
    case 'move_node': {
      const section = before[operation.path[0] ?? -1];
      if (operation.newPath.length !== 1 || !isSection(section)) break;
      const to = Path.transform(operation.path, operation);
      return movedBlocks(
        blocksOf(before),
        flatIndex(before, operation.path),
        section.children.length,
        to ? flatIndex(after, to) : 0,
      );
    }
    case 'insert_text':
    case 'remove_text':
      break;
  }
  return compared(before, after);
}

function editsOfBlock(operation: Edit, before: Sections, after: Sections): LetterEdit[] {
  const { path } = operation;
  const element = blockAtPath(before, path);
  const index = flatIndex(before, path);
  switch (operation.type) {
    case 'insert_node':
      return insertedBlocks(index, [toBlock(operation.node as BlockElement)]);
    case 'remove_node':
      return removedBlocks(index, element ? [toBlock(element)] : []);
    case 'move_node': {
      if (operation.newPath.length !== 2) break;
      const to = Path.transform(path, operation);
      return to ? movedBlocks(blocksOf(before), index, 1, flatIndex(after, to)) : [];
    }
    case 'set_node': {
      const changed = blockAtPath(after, path);
      if (!element || !changed) break;
      const [was, is] = [toBlock(element), toBlock(changed)];
      if (sameBlock(was, is)) {
        rememberBlock(changed, was);
        return [];
      }
      const same = blockText(was) === blockText(is);
      return changedBlock(index, was, is, 0, same ? 0 : blockLength(was), same ? 0 : blockLength(is));
    }
    case 'split_node': {
      const first = blockAtPath(after, path);
      const second = blockAtPath(after, Path.next(path));
      if (!element || !first || !second || !isTextBlock(element)) break;
      const offset = childStart(element, operation.position);
      const step: Step = { kind: 'split', block: element.id, offset, newBlock: second.id };
      return [{ index, removed: [toBlock(element)], inserted: [toBlock(first), toBlock(second)], step }];
    }
    case 'merge_node': {
      const previous = blockAtPath(before, Path.previous(path));
      const joined = blockAtPath(after, Path.previous(path));
      if (!element || !previous || !joined) break;
      if (!isTextBlock(element) || !isTextBlock(previous)) return removedBlocks(index, [toBlock(element)]);
      const [was, next] = [toBlock(previous), toBlock(element)];
      const step: Step = { kind: 'join', block: was.id, next: next.id, at: blockLength(was) };
      return [{ index: index - 1, removed: [was, next], inserted: [toBlock(joined)], step }];
    }
    case 'insert_text':
    case 'remove_text':
      break;
  }
  return compared(before, after);
}

function editsWithin(operation: Edit, before: Sections, after: Sections): LetterEdit[] {
  const { path } = operation;
  const element = blockAtPath(before, path);
  const changed = blockAtPath(after, path);
  if (!element || !changed) return compared(before, after);
  const index = flatIndex(before, path);
  const [was, is] = [toBlock(element), toBlock(changed)];
  if (operation.type === 'move_node') {
    return movedLeaf(before, after, path, operation.newPath) ?? compared(before, after);
  }
  if (!isTextBlock(element)) return [];
  const start = childStart(element, path[2] ?? 0);
  switch (operation.type) {
    case 'insert_text': {
      const from = start + operation.offset;
      return changedBlock(index, was, is, from, from, operation.text.length);
    }
    case 'remove_text': {
      const from = start + operation.offset;
      return changedBlock(index, was, is, from, from + operation.text.length, 0);
    }
    case 'insert_node':
      return changedBlock(index, was, is, start, start, childLength(operation.node as never));
    case 'remove_node':
      return changedBlock(index, was, is, start, start + childLength(operation.node as never), 0);
    case 'split_node':
    case 'merge_node':
    case 'set_node':
      return changedBlock(index, was, is, 0, 0, 0);
  }
}

/** The edits in fewer: blocks put in one after the other are put in at once, as are blocks taken out. */
export function fewerEdits(edits: readonly LetterEdit[]): LetterEdit[] {
  const result: LetterEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    const [kind, lastKind] = [edit.step.kind, last?.step.kind];
    if (last && kind === 'insert-blocks' && lastKind === kind) {
      const end = last.index + last.inserted.length;
      if (edit.index === end || edit.index === last.index) {
        const inserted =
          edit.index === end ? [...last.inserted, ...edit.inserted] : [...edit.inserted, ...last.inserted];
        result.splice(-1, 1, ...insertedBlocks(last.index, inserted));
        continue;
      }
    }
    if (last && kind === 'remove-blocks' && lastKind === kind) {
      if (edit.index === last.index) {
        result.splice(-1, 1, ...removedBlocks(last.index, [...last.removed, ...edit.removed]));
        continue;
      }
      if (edit.index + edit.removed.length === last.index) {
        result.splice(-1, 1, ...removedBlocks(edit.index, [...edit.removed, ...last.removed]));
        continue;
      }
    }
    result.push(edit);
  }
  return result;
}
