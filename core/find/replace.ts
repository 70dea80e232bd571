/** What was found, replaced: the operations that do it, and what is left as it was. */
import { textOf, type TextRef } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { applyOperations } from '../operations/apply.ts';
import type { Operation } from '../operations/operation.ts';
import type { Block } from '../text/block.ts';
import { partOfKey } from '../text/parts.ts';
import { replaceInBlock, type Unreplaced } from '../text/replace-in-block.ts';
import { changeField, type FieldRef } from './fields.ts';
import { placeKey, type FindPlace } from './places.ts';

export interface FoundWords {
  readonly place: FindPlace;
  /** As `partKey` names it; empty in a field. */
  readonly part: string;
  /** UTF-16 units of the part's text, half-open. */
  readonly from: number;
  readonly to: number;
  /** What is put in their place. */
  readonly words: string;
}

export interface Replaced {
  readonly operations: readonly Operation[];
  /** How many were replaced. */
  readonly count: number;
  /** How many were not, because they are a letter's, hold something that isn't text, or stand in several cells. */
  readonly left: Readonly<Record<'letters' | Unreplaced, number>>;
}

/** Words of letters are never replaced. The places must be those of the project as it is. */
export function replaceFound(project: Project, found: readonly FoundWords[]): Replaced {
  const left = { letters: 0, atom: 0, cells: 0 };
  const operations: Operation[] = [];
  let count = 0;
  let current = project;
  for (const list of grouped(found, ({ place }) => placeKey(place)).values()) {
    const [{ place } = { place: undefined }] = list;
    if (!place) continue;
    if ('field' in place) {
      const done = replaceInField(current, place.field, list);
      // Several fields may be of one record: each begins with what the one before made of it.
      current = applyOperations(current, done);
      operations.push(...done);
      count += list.length;
    } else if (place.text.of === 'letter') left.letters += list.length;
    else {
      const done = replaceInText(project, place.text, list, left);
      operations.push(...done.operations);
      count += done.count;
    }
  }
  return { operations, count, left };
}

function grouped(
  found: readonly FoundWords[],
  keyOf: (words: FoundWords) => string,
): ReadonlyMap<string, readonly FoundWords[]> {
  const groups = new Map<string, FoundWords[]>();
  for (const words of found) {
    const group = groups.get(keyOf(words));
    if (group) group.push(words);
    else groups.set(keyOf(words), [words]);
  }
  return groups;
}

/** From the end on, so that the places before keep their offsets. */
const backwards = (found: readonly FoundWords[]) => found.toSorted((a, b) => b.from - a.from);

function replaceInText(
  project: Project,
  text: TextRef,
  found: readonly FoundWords[],
  left: Record<Unreplaced, number>,
): { readonly operations: readonly Operation[]; readonly count: number } {
  const byBlock = grouped(found, ({ part }) => partOfKey(part).block);
  let count = 0;
  let run: { index: number; removed: Block[]; inserted: Block[] } | undefined;
  const runs: NonNullable<typeof run>[] = [];
  textOf(project, text)?.forEach((block, index) => {
    let after = block;
    for (const { part, from, to, words } of backwards(byBlock.get(block.id) ?? [])) {
      const next = replaceInBlock(after, partOfKey(part).note, from, to, words);
      if (typeof next === 'string') left[next]++;
      else {
        after = next;
        count++;
      }
    }
    if (after === block) return;
    // Neighbours are one splice.
    if (run && run.index + run.removed.length === index) {
      run.removed.push(block);
      run.inserted.push(after);
    } else runs.push((run = { index, removed: [block], inserted: [after] }));
  });
  return { operations: runs.map((each): Operation => ({ type: 'splice', text, ...each })), count };
}

function replaceInField(
  project: Project,
  field: FieldRef,
  found: readonly FoundWords[],
): readonly Operation[] {
  return changeField(project, field, (text) =>
    backwards(found).reduce((now, { from, to, words }) => now.slice(0, from) + words + now.slice(to), text),
  );
}
