/**
 * The one history of a project: what was done and what was undone, as operations. Pure: it applies nothing, it
 * says which operations to apply.
 */
import { invertOperations, type Operation, type SetOperation, type SpliceOperation } from './operation.ts';

export interface HistoryEntry<Selection> {
  /** Changes whenever the entry grows; tells whether a project is as it was saved. */
  readonly id: number;
  /** Names the edit in the menu: "Undo {label}". */
  readonly label: string;
  readonly operations: readonly Operation[];
  /** What was selected before and after, to be restored. */
  readonly before: Selection;
  readonly after: Selection;
  /** Edits of the same group that follow each other closely are one step; none for an edit that stands alone. */
  readonly group?: string;
  /** Milliseconds of the clock at the last growth. */
  readonly time: number;
}

export interface History<Selection> {
  readonly past: readonly HistoryEntry<Selection>[];
  readonly future: readonly HistoryEntry<Selection>[];
  readonly nextId: number;
}

export interface Edit<Selection> {
  readonly label: string;
  readonly operations: readonly Operation[];
  readonly before: Selection;
  readonly after: Selection;
  readonly group?: string;
  readonly time: number;
  /** Joins its group however long the pause was: a slow drag is one step. */
  readonly patient?: boolean;
  /** Begins a new step even within its group: the first letter of a word. */
  readonly breaks?: boolean;
}

/** A pause in typing of this many milliseconds begins a new step. */
export const GROUP_PAUSE = 1000;
/** Older steps than this many are forgotten. */
export const HISTORY_LENGTH = 2000;

export function emptyHistory<Selection>(): History<Selection> {
  return { past: [], future: [], nextId: 1 };
}

/** Two splices of the same block one after the other as one, or undefined when they aren't that. */
function composed(first: SpliceOperation, second: SpliceOperation): SpliceOperation | undefined {
  if (first.index !== second.index || first.anchors || second.anchors) return undefined;
  if (first.text.of !== second.text.of || JSON.stringify(first.text) !== JSON.stringify(second.text))
    return undefined;
  if (first.inserted.length !== second.removed.length) return undefined;
  if (first.inserted.some((block, i) => block.id !== second.removed[i]?.id)) return undefined;
  return { ...first, inserted: second.inserted };
}

type CommentMove = SetOperation & { readonly target: { readonly of: 'comment' } };

function isCommentMove(operation: Operation | undefined): operation is CommentMove {
  return operation?.type === 'set' && operation.target.of === 'comment';
}

/** The operations in fewer: neighbouring edits of the same block become one, with the comments that they move. */
export function compact(operations: readonly Operation[]): Operation[] {
  const result: Operation[] = [];
  for (const operation of operations) {
    // What is said of comments and what is done to texts may change places.
    const at = result.findLastIndex((earlier) => !isCommentMove(earlier));
    if (isCommentMove(operation)) {
      const same = result.findIndex(
        (earlier, i) =>
          i > at &&
          isCommentMove(earlier) &&
          earlier.target.id === operation.target.id &&
          earlier.field === operation.field,
      );
      const earlier = result[same];
      if (isCommentMove(earlier)) result[same] = { ...operation, before: earlier.before } as CommentMove;
      else result.push(operation);
      continue;
    }
    const last = result[at];
    const joined =
      last?.type === 'splice' && operation.type === 'splice' ? composed(last, operation) : undefined;
    if (joined) result[at] = joined;
    else result.push(operation);
  }
  return result;
}

/** The history after an edit that has just been applied; what could be redone is forgotten. */
export function record<Selection>(history: History<Selection>, edit: Edit<Selection>): History<Selection> {
  const id = history.nextId;
  const last = history.past.at(-1);
  const joins =
    last !== undefined &&
    history.future.length === 0 &&
    edit.group !== undefined &&
    last.group === edit.group &&
    edit.breaks !== true &&
    (edit.patient === true || edit.time - last.time < GROUP_PAUSE);
  const entry: HistoryEntry<Selection> = joins
    ? {
        ...last,
        id,
        operations: compact([...last.operations, ...edit.operations]),
        after: edit.after,
        time: edit.time,
      }
    : {
        id,
        label: edit.label,
        operations: edit.operations,
        before: edit.before,
        after: edit.after,
        group: edit.group,
        time: edit.time,
      };
  const past = joins ? history.past.with(-1, entry) : [...history.past, entry].slice(-HISTORY_LENGTH);
  return { past, future: [], nextId: id + 1 };
}

/** The step to undo and the history after; undefined when there is none. */
export function undoStep<Selection>(
  history: History<Selection>,
):
  | { operations: readonly Operation[]; entry: HistoryEntry<Selection>; history: History<Selection> }
  | undefined {
  const entry = history.past.at(-1);
  if (!entry) return undefined;
  return {
    entry,
    operations: invertOperations(entry.operations),
    history: { ...history, past: history.past.slice(0, -1), future: [entry, ...history.future] },
  };
}

/** The step to do again and the history after; undefined when there is none. */
export function redoStep<Selection>(
  history: History<Selection>,
):
  | { operations: readonly Operation[]; entry: HistoryEntry<Selection>; history: History<Selection> }
  | undefined {
  const [entry, ...future] = history.future;
  if (!entry) return undefined;
  return {
    entry,
    operations: entry.operations,
    history: { ...history, past: [...history.past, { ...entry, group: undefined }], future },
  };
}

/** Closes the step at the top, so that what follows doesn't join it: after a save, a click elsewhere. */
export function closeStep<Selection>(history: History<Selection>): History<Selection> {
  const last = history.past.at(-1);
  if (!last?.group) return history;
  return { ...history, past: history.past.with(-1, { ...last, group: undefined }) };
}

/** Names the state of the project: equal marks mean the same project. */
export function historyMark<Selection>(history: History<Selection>): number {
  return history.past.at(-1)?.id ?? 0;
}
