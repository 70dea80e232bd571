/** An edit of a letter's text: the blocks, the passages that move with them, and the mark that it was corrected. */
import { mapAnchors } from '../anchoring/map-anchors.ts';
import type { Step } from '../anchoring/step.ts';
import { letterById } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import type { Block } from '../text/block.ts';
import { spliceText } from '../text/splice-text.ts';
import type { Operation } from './operation.ts';

/** Replaces `removed` blocks from `index` on by `inserted`. */
export interface BlockChange {
  readonly index: number;
  /** How many. */
  readonly removed: number;
  readonly inserted: readonly Block[];
}

/**
 * @param step The same change, as positions see it.
 * @returns A splice that holds every highlight it moves, and before it the mark where the letter has none yet.
 * @throws {RangeError} When the project has no such letter, or the letter no such blocks.
 */
export function correctLetter(
  project: Project,
  letterId: string,
  { index, removed, inserted }: BlockChange,
  step: Step,
): Operation[] {
  const letter = letterById(project, letterId);
  if (!letter) throw new RangeError(`no letter with the id ${letterId}`);
  const { blocks } = letter;
  if (index < 0 || index + removed > blocks.length)
    throw new RangeError(`no ${removed} blocks from ${index} on`);
  const after = spliceText(blocks, index, removed, inserted);
  const anchors = mapAnchors(
    blocks,
    after,
    step,
    project.highlights.filter((highlight) => highlight.letter === letterId),
  );
  const marked: Operation[] = letter.corrected
    ? []
    : [
        {
          type: 'set',
          target: { of: 'letter', id: letterId },
          field: 'corrected',
          before: false,
          after: true,
        },
      ];
  return [
    ...marked,
    {
      type: 'splice',
      text: { of: 'letter', id: letterId },
      index,
      removed: blocks.slice(index, index + removed),
      inserted,
      anchors,
    },
  ];
}
