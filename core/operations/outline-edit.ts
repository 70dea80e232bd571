/** Splitting, merging, duplicating and removing in the outline. */
import type { Block, RichText } from '../text/block.ts';
import { blockLength, type Position } from '../text/canonical.ts';
import { sliceBlock } from '../text/slice.ts';
import { copyOutline } from '../document/copy.ts';
import { pointMap } from '../document/find.ts';
import type { IdSource } from '../document/id.ts';
import { POINT_STATUSES, type Point, type Project } from '../document/project.ts';
import type { Quotation } from '../document/quotation.ts';
import { sectionsWithin, subtreeEnd } from '../document/section-tree.ts';
import {
  addPoint,
  addQuotation,
  addSection,
  removePoint,
  removeQuotation,
  removeSection,
  set,
} from './edits.ts';
import type { Operation } from './operation.ts';
import { isShownIn, outlineSelection, selectedPoints, type Shown } from './outline-select.ts';
import { pointingElsewhere } from './follow-points.ts';
import { PointMoves } from './point-moves.ts';
import { Steps } from './steps.ts';

/** The text before a position and that from it on; a block that is cut in two has a new id in the second. */
function cutText(
  text: RichText,
  at: Position,
  newId: IdSource,
): { readonly before: readonly Block[]; readonly after: readonly Block[] } {
  const index = text.findIndex(({ id }) => id === at.block);
  const block = text[index];
  if (!block) return { before: text, after: [] };
  const length = blockLength(block);
  const cut = at.offset > 0 && at.offset < length && block.type !== 'picture' && block.type !== 'table';
  if (cut) {
    return {
      before: [...text.slice(0, index), sliceBlock(block, 0, at.offset)],
      after: [{ ...sliceBlock(block, at.offset, length), id: newId() }, ...text.slice(index + 1)],
    };
  }
  const whole = at.offset > 0 || length === 0 ? index + 1 : index;
  return { before: text.slice(0, whole), after: text.slice(whole) };
}

/**
 * A point in two: what stands in the answer from `at` on, and the quotations named, go to a new point behind it. A
 * demand goes where its paragraph begins. The note, what was changed, and the length aimed at stay.
 */
export function splitPoint(
  project: Project,
  id: string,
  at: Position,
  quotations: readonly string[],
  newId: IdSource,
): { readonly operations: readonly Operation[]; readonly point: string } | undefined {
  const place = pointMap(project).get(id);
  if (!place) return undefined;
  const { point, section, index } = place;
  const { before, after } = cutText(point.answer, at, newId);
  const going = new Set(quotations);
  const { changes: _, target: _target, ...shared } = point;
  const made: Point = {
    ...shared,
    id: newId(),
    title: '',
    note: '',
    quotations: point.quotations.filter((quotation) => going.has(quotation.id)),
    answer: after,
  };
  const steps = new Steps(project);
  for (const quotation of made.quotations) steps.add((now) => removeQuotation(now, id, quotation.id));
  // From the block that is cut on: what stands before it isn't touched.
  const kept = before.findIndex((block, i) => block !== point.answer[i]);
  const from = kept < 0 ? before.length : kept;
  const removed = point.answer.slice(from);
  if (removed.length > 0) {
    const inserted = before.slice(from);
    steps.add(() => [{ type: 'splice', text: { of: 'answer', id }, index: from, removed, inserted }]);
  }
  steps.add((now) => addPoint(now, section.id, made, index + 1));
  return { operations: steps.operations, point: made.id };
}

/**
 * Takes points out. A hidden one that shares the number of none but these gets a number of its own, rather than that of
 * the point before them.
 */
function removePoints(
  project: Project,
  ids: readonly string[],
  isShown: (id: string) => boolean,
): readonly Operation[] {
  const gone = new Set(ids);
  const steps = new Steps(project);
  for (const { points } of project.sections) {
    if (!points.some(({ id }) => gone.has(id))) continue;
    let isNumberKept = true;
    for (const { id, sub } of points) {
      if (!sub) isNumberKept = false;
      if (gone.has(id)) continue;
      if (sub && !isNumberKept && !isShown(id))
        steps.add(() => set({ of: 'point', id }, 'sub', sub, undefined));
      isNumberKept = true;
    }
  }
  for (const id of ids) steps.add((now) => removePoint(now, id));
  return steps.operations;
}

const withoutId = ({ id: _, ...rest }: Quotation) => JSON.stringify(rest);

/**
 * Points in one, the first of them: answers joined, each under its title; quotations without those that come twice,
 * notes, tags and changes made joined, the least finished status, the first answer type, the lengths aimed at summed.
 * What pointed to the others points to it.
 */
export function mergePoints(
  project: Project,
  ids: readonly string[],
  newId: IdSource,
  shown?: Shown,
): readonly Operation[] {
  const places = pointMap(project);
  const points = selectedPoints(project, ids, shown).flatMap((id) => places.get(id)?.point ?? []);
  const [first, ...others] = points;
  if (!first || others.length === 0) return [];
  const target = { of: 'point', id: first.id } as const;
  const steps = new Steps(project);
  const othersIds = others.map(({ id }) => id);
  steps.add((now) => removePoints(now, othersIds, isShownIn(shown, ids)));

  const titled = first.title.trim() === '' ? others.find(({ title }) => title.trim() !== '') : undefined;
  if (titled) steps.add(() => set(target, 'title', first.title, titled.title));
  const joined = others.flatMap(({ id, title, answer }): readonly Block[] =>
    title.trim() === '' || id === titled?.id
      ? answer
      : [{ id: newId(), type: 'heading', level: 2, content: [{ text: title.trim() }] }, ...answer],
  );
  if (joined.length > 0) {
    const index = first.answer.length;
    steps.add(() => [
      { type: 'splice', text: { of: 'answer', id: first.id }, index, removed: [], inserted: joined },
    ]);
  }
  const quoted = new Set(first.quotations.map(withoutId));
  for (const quotation of others.flatMap((point) => point.quotations)) {
    const key = withoutId(quotation);
    if (quoted.has(key)) continue;
    quoted.add(key);
    steps.add((now) => addQuotation(now, first.id, quotation));
  }
  const notes = points.map(({ note }) => note.trim()).filter(Boolean);
  const note = notes.length === 1 && first.note.trim() !== '' ? first.note : notes.join('\n\n');
  steps.add(() => set(target, 'note', first.note, note));
  const rank = Math.min(...points.map(({ status }) => POINT_STATUSES.indexOf(status)));
  steps.add(() => set(target, 'status', first.status, POINT_STATUSES[rank]));
  for (const change of others.flatMap(({ changes = [] }) => changes)) {
    steps.add((now) => {
      const index = pointMap(now).get(first.id)?.point.changes?.length ?? 0;
      return [{ type: 'insert', list: { of: 'changes', point: first.id }, index, item: change }];
    });
  }
  const tags = [...new Set(points.flatMap((point) => point.tags ?? []))];
  if (tags.length > (first.tags?.length ?? 0)) steps.add(() => set(target, 'tags', first.tags, tags));
  const type = points.find(({ answerType }) => answerType !== undefined)?.answerType;
  steps.add(() => set(target, 'answerType', first.answerType, type));
  const lengths = points.flatMap((point) => point.target ?? []);
  if (lengths.length > 0) {
    const length = lengths.reduce((sum, one) => sum + one, 0);
    steps.add(() => set(target, 'target', first.target, length));
  }
  const gone = new Set(othersIds);
  const elsewhere = [...new Set(points.flatMap(({ seeMaster = [] }) => seeMaster))];
  if (elsewhere.length > (first.seeMaster?.length ?? 0))
    steps.add(() => set(target, 'seeMaster', first.seeMaster, elsewhere));
  steps.add((now) => pointingElsewhere(now, gone, first.id));
  return steps.operations;
}

/** Copies behind what was copied: points behind the last of them in their section, sections behind the subtree. */
export function duplicateInOutline(
  project: Project,
  ids: readonly string[],
  newId: IdSource,
  shown?: Shown,
): { readonly operations: readonly Operation[]; readonly ids: readonly string[] } {
  const selection = outlineSelection(project, ids);
  const places = pointMap(project);
  const trees = selection.sections.map((id) => {
    const index = project.sections.findIndex((section) => section.id === id);
    return project.sections.slice(index, subtreeEnd(project.sections, index));
  });
  const points = selection.points.flatMap((id) => places.get(id)?.point ?? []);
  const copies = copyOutline(trees.flat(), points, newId);
  const steps = new Steps(project);
  let used = 0;
  for (const tree of trees) {
    const made = copies.sections.slice(used, (used += tree.length));
    const last = tree.at(-1)?.id;
    steps.add((now) => {
      const index = now.sections.findIndex(({ id }) => id === last) + 1;
      return made.flatMap((section, i) => addSection(now, section, index + i));
    });
  }
  points.forEach((point, i) => {
    const copy = copies.points[i];
    if (!copy) return;
    const section = places.get(point.id)?.section.id ?? '';
    // Behind the last one of its section that is copied, and the copies made so far.
    const own = points.filter(({ id }) => places.get(id)?.section.id === section);
    steps.add((now) => {
      const moves = new PointMoves(now, shown, [...ids, ...copies.points.map(({ id }) => id)]);
      const behind = (pointMap(now).get(own.at(-1)?.id ?? '')?.index ?? 0) + 1;
      const kept = moves.hiddenSubs(moves.in(section), behind).length;
      return addPoint(now, section, copy, behind + kept + own.indexOf(point));
    });
  });
  const tops = new Set(trees.map((tree) => tree[0]?.id));
  return {
    operations: steps.operations,
    ids: [
      ...trees.flat().flatMap(({ id }, i) => (tops.has(id) ? (copies.sections[i]?.id ?? []) : [])),
      ...copies.points.map(({ id }) => id),
    ],
  };
}

/**
 * Sections with all in them, and points. What pointed to them is told as missing. What isn't shown stays, and so do
 * the sections that it stands in.
 */
export function removeFromOutline(
  project: Project,
  ids: readonly string[],
  shown?: Shown,
): readonly Operation[] {
  const { sections, points } = outlineSelection(project, ids);
  const isShown = isShownIn(shown, ids);
  const steps = new Steps(project);
  steps.add((now) => removePoints(now, points, isShown));
  for (const id of sections) {
    const index = steps.project.sections.findIndex((section) => section.id === id);
    const inside = steps.project.sections.slice(index, subtreeEnd(steps.project.sections, index));
    const kept = new Set<string>();
    for (const { section, around } of sectionsWithin(inside)) {
      if (isShown(section.id) && section.points.every((point) => isShown(point.id))) continue;
      for (const each of [section, ...around]) kept.add(each.id);
    }
    for (const section of inside.toReversed()) {
      if (!kept.has(section.id)) steps.add((now) => removeSection(now, section.id));
      else {
        const gone = section.points.map((point) => point.id).filter(isShown);
        steps.add((now) => removePoints(now, gone, isShown));
      }
    }
  }
  return steps.operations;
}
