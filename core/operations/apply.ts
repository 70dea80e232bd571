/** Applies operations to a project: a new value, with everything untouched shared. */
import type { RichText } from '../text/block.ts';
import { spliceText } from '../text/splice-text.ts';
import { changeMap, type TextRef } from '../document/find.ts';
import type { Change, Point, Project, Section } from '../document/project.ts';
import type { ListRef, Operation, RecordRef, SetOperation, SpliceOperation } from './operation.ts';

/** An operation doesn't fit the project that it was applied to: its maker or a journal is at fault. */
export class OperationMismatch extends Error {
  override name = 'OperationMismatch';
}

interface Identified {
  readonly id: string;
}

function replaceById<T extends Identified>(
  list: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] {
  const index = list.findIndex((item) => item.id === id);
  const item = list[index];
  if (!item) throw new OperationMismatch(`nothing with the id ${id}`);
  return list.with(index, change(item));
}

function changeSection(project: Project, id: string, change: (section: Section) => Section): Project {
  return { ...project, sections: replaceById(project.sections, id, change) };
}

function changePoint(project: Project, id: string, change: (point: Point) => Point): Project {
  const section = project.sections.find(({ points }) => points.some((point) => point.id === id));
  if (!section) throw new OperationMismatch(`no point with the id ${id}`);
  return changeSection(project, section.id, (old) => ({
    ...old,
    points: replaceById(old.points, id, change),
  }));
}

function changeChange(project: Project, id: string, change: (item: Change) => Change): Project {
  const place = changeMap(project).get(id);
  if (!place) throw new OperationMismatch(`no change with the id ${id}`);
  return changePoint(project, place.point.id, (point) => ({
    ...point,
    changes: replaceById(point.changes ?? [], id, change),
  }));
}

type AnyList = readonly Identified[];

/** A list that is absent where it is empty. */
function withList<T extends object>(
  holder: T,
  name: keyof T & string,
  change: (list: AnyList) => AnyList,
): T {
  const list = change((holder[name] as AnyList | undefined) ?? []);
  if (list.length > 0) return { ...holder, [name]: list };
  const rest = { ...holder };
  delete rest[name];
  return rest;
}

function changeList(project: Project, ref: ListRef, change: (list: AnyList) => AnyList): Project {
  switch (ref.of) {
    case 'points':
      return changeSection(project, ref.section, (section) => ({
        ...section,
        points: change(section.points) as Section['points'],
      }));
    case 'quotations':
      return changePoint(project, ref.point, (point) => ({
        ...point,
        quotations: change(point.quotations) as Point['quotations'],
      }));
    case 'changes':
      return changePoint(project, ref.point, (point) => withList(point, 'changes', change));
    case 'comments':
    case 'lists':
      return withList(project, ref.of, change);
    default:
      return { ...project, [ref.of]: change(project[ref.of]) };
  }
}

function insertAt(list: AnyList, index: number, item: Identified): AnyList {
  if (index < 0 || index > list.length)
    throw new OperationMismatch(`no place ${index} in a list of ${list.length}`);
  return list.toSpliced(index, 0, item);
}

function removeAt(list: AnyList, index: number, id?: string): AnyList {
  const item = list[index];
  if (!item || (id !== undefined && item.id !== id))
    throw new OperationMismatch(`${id ?? 'nothing'} isn't at ${index}`);
  return list.toSpliced(index, 1);
}

function move(project: Project, from: ListRef, fromIndex: number, to: ListRef, toIndex: number): Project {
  if (from.of !== to.of) throw new OperationMismatch(`${from.of} can't move to ${to.of}`);
  let moved: Identified | undefined;
  const without = changeList(project, from, (list) => {
    moved = list[fromIndex];
    return removeAt(list, fromIndex);
  });
  const item = moved;
  if (!item) throw new OperationMismatch(`nothing at ${fromIndex}`);
  return changeList(without, to, (list) => insertAt(list, toIndex, item));
}

function withField<T extends object>(record: T, { field, after }: SetOperation): T {
  if (after !== null) return { ...record, [field]: after };
  const rest = { ...record };
  delete rest[field as unknown as keyof T];
  return rest;
}

function setField(project: Project, operation: SetOperation): Project {
  const target: RecordRef = operation.target;
  switch (target.of) {
    case 'project':
      return withField(project, operation);
    case 'front':
      return { ...project, front: withField(project.front, operation) };
    case 'settings':
      return { ...project, settings: withField(project.settings, operation) };
    case 'section':
      return changeSection(project, target.id, (section) => withField(section, operation));
    case 'point':
      return changePoint(project, target.id, (point) => withField(point, operation));
    case 'change':
      return changeChange(project, target.id, (change) => withField(change, operation));
    case 'quotation':
      return changePoint(project, target.point, (point) => ({
        ...point,
        quotations: replaceById(point.quotations, target.id, (quotation) => withField(quotation, operation)),
      }));
    default: {
      const list = LIST_OF[target.of];
      return changeList(project, { of: list }, (items) =>
        replaceById(items, target.id, (item) => withField(item, operation)),
      );
    }
  }
}

const LIST_OF = {
  letter: 'letters',
  highlight: 'highlights',
  category: 'categories',
  reference: 'references',
  comment: 'comments',
  list: 'lists',
} as const;

function changeText(project: Project, ref: TextRef, change: (text: RichText) => RichText): Project {
  switch (ref.of) {
    case 'introduction':
    case 'conclusion':
      return { ...project, [ref.of]: change(project[ref.of]) };
    case 'lead':
      return changeSection(project, ref.id, (section) => ({ ...section, lead: change(section.lead) }));
    case 'answer':
      return changePoint(project, ref.id, (point) => ({ ...point, answer: change(point.answer) }));
    case 'change':
      return changeChange(project, ref.id, (item) => ({ ...item, wording: change(item.wording) }));
    case 'letter':
      return {
        ...project,
        letters: replaceById(project.letters, ref.id, (letter) => ({
          ...letter,
          blocks: change(letter.blocks),
        })),
      };
  }
}

function splice(project: Project, { text, index, removed, inserted, anchors }: SpliceOperation): Project {
  const edited = changeText(project, text, (blocks) => {
    removed.forEach(({ id }, i) => {
      if (blocks[index + i]?.id !== id) throw new OperationMismatch(`the block ${id} isn't at ${index + i}`);
    });
    return spliceText(blocks, index, removed.length, inserted);
  });
  if (!anchors || anchors.length === 0) return edited;
  const after = new Map(anchors.map((change) => [change.highlight, change.after]));
  return {
    ...edited,
    highlights: edited.highlights.map((highlight) => {
      const anchor = after.get(highlight.id);
      return anchor ? { ...highlight, ranges: anchor.ranges, quote: anchor.quote } : highlight;
    }),
  };
}

/** @throws {OperationMismatch} when it doesn't fit; the project is untouched then, being immutable. */
export function applyOperation(project: Project, operation: Operation): Project {
  switch (operation.type) {
    case 'insert':
      return changeList(project, operation.list, (list) => insertAt(list, operation.index, operation.item));
    case 'remove':
      return changeList(project, operation.list, (list) =>
        removeAt(list, operation.index, operation.item.id),
      );
    case 'move':
      return move(project, operation.from, operation.fromIndex, operation.to, operation.toIndex);
    case 'set':
      return setField(project, operation);
    case 'splice':
      return splice(project, operation);
    default:
      throw new OperationMismatch('no such operation');
  }
}

export function applyOperations(project: Project, operations: readonly Operation[]): Project {
  return operations.reduce(applyOperation, project);
}
