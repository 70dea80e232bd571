/** Every change of the project: applied, recorded in the one history, written to the recovery journal. */
import { applyOperations } from '../../core/operations/apply.ts';
import { followComments } from '../../core/operations/follow-comments.ts';
import { closeStep, record, redoStep, undoStep } from '../../core/operations/history.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { Project } from '../../core/document/project.ts';
import { journalSent, sendJournal } from '../platform/in-pieces.ts';
import { paced, settle, type Pace } from './settled.ts';
import { app, openProjectState, type AppState, type Selected } from './store.ts';

export interface EditOptions {
  /** Names the edit in the menu. */
  readonly label: string;
  readonly group?: string;
  readonly patient?: boolean;
  readonly breaks?: boolean;
  /** When what follows from the edit is drawn; at once when absent. */
  readonly pace?: Pace;
  /** What is selected after the edit, where it differs from before. */
  readonly after?: Partial<Selected>;
  readonly before?: Partial<Selected>;
}

function selected(state: AppState): Selected {
  return {
    place: state.place,
    letter: state.letter,
    highlight: state.highlight,
    ...(state.textSelection ? { text: state.textSelection } : {}),
  };
}

/** Makes one undoable edit of these operations; nothing when there are none. Comments follow their words. */
export function edit(given: readonly Operation[], options: EditOptions): void {
  if (given.length === 0) return;
  const state = app.get();
  const unedited = openProjectState();
  const edited = applyOperations(unedited, given);
  const followed = followComments(unedited, edited, given);
  const operations = followed.length > 0 ? [...given, ...followed] : given;
  const before = { ...selected(state), ...options.before };
  const after = { ...before, ...options.after };
  const changed: Partial<AppState> = {
    project: applyOperations(edited, followed),
    history: record(state.history, {
      label: options.label,
      operations,
      before,
      after,
      group: options.group,
      patient: options.patient,
      breaks: options.breaks,
      time: Date.now(),
    }),
    place: after.place,
    letter: after.letter,
    highlight: after.highlight,
    textSelection: after.text ?? null,
  };
  const earlier = openProjectState();
  paced(options.pace ?? 'at-once', () => app.set(changed));
  journal(operations);
  afterEdit?.(operations, earlier);
}

type AfterEdit = (operations: readonly Operation[], before: Project) => void;
let afterEdit: AfterEdit | undefined;

/** Is told of each edit, not of what is undone or done again. */
export function onEdit(listener: AfterEdit): void {
  afterEdit = listener;
}

/**
 * Closes the typing step, so that what comes next is undone by itself. What was typed has settled then: a text whose
 * editor goes, and comes again, begins with it.
 */
export function closeEdit(): void {
  settle();
  app.set({ history: closeStep(app.get().history) });
}

let nonce = 0;

function restore(
  project: AppState['project'],
  to: Selected,
  operations: readonly Operation[],
): Partial<AppState> {
  return {
    project,
    place: to.place,
    letter: project?.letters.some((letter) => letter.id === to.letter)
      ? to.letter
      : (project?.letters[0]?.id ?? null),
    highlight: to.highlight,
    words: null,
    textSelection: to.text ?? null,
    caret: to.text ? { ref: to.text.ref, selection: to.text.selection, nonce: ++nonce } : null,
    reveal: to.place ? { place: to.place } : revealOf(operations),
  };
}

function revealOf(operations: readonly Operation[]): AppState['reveal'] {
  for (const operation of operations) {
    if (operation.type === 'insert' && operation.list.of === 'points') {
      return { place: { kind: 'point', id: operation.item.id } };
    }
  }
  return null;
}

export function undo(): void {
  const state = app.get();
  const step = undoStep(state.history);
  if (!step) return;
  const project = applyOperations(openProjectState(), step.operations);
  app.set({ ...restore(project, step.entry.before, step.operations), history: step.history });
  journal(step.operations);
}

export function redo(): void {
  const state = app.get();
  const step = redoStep(state.history);
  if (!step) return;
  const project = applyOperations(openProjectState(), step.operations);
  app.set({ ...restore(project, step.entry.after, step.operations), history: step.history });
  journal(step.operations);
}

let pending: Operation[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Collected for this many milliseconds, so that typing doesn't cross to the main process at each key. */
const JOURNAL_PAUSE = 400;

function journal(operations: readonly Operation[]): void {
  pending.push(...operations);
  timer ??= setTimeout(() => void flushJournal(), JOURNAL_PAUSE);
}

/** Sends what the journal doesn't have yet; resolves when the main process has it. */
export async function flushJournal(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (pending.length === 0) return journalSent();
  const operations = pending;
  pending = [];
  await sendJournal(operations);
}
