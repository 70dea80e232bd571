/** New, open, save, export, recovery: what the window asks of the main process about files. */
import { emptyProject, type Project } from '../../core/document/project.ts';
import type {
  ExportChoices,
  ExportKind,
  Failure,
  OpenedProject,
  Outcome,
  SaveRequest,
} from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import { historyMark } from '../../core/operations/history.ts';
import { joinEntries, projectEntries } from '../../core/storage/serialise.ts';
import { withoutUnshownAssets } from '../../core/storage/shown-assets.ts';
import { bridge } from '../platform/bridge.ts';
import { newId } from '../platform/ids.ts';
import { closeEdit, flushJournal } from './edit.ts';
import { say } from './messages.ts';
import { paced } from './settled.ts';
import { app, isEdited, openProjectState, showProject } from './store.ts';

export function sayFailure(what: string, failure: Failure): void {
  say(`${what} ${failure.message}`, {
    tone: 'error',
    details: failure.detail ? [failure.detail] : undefined,
  });
}

/** Shows what was opened, or says why not; undefined means that the writer changed her mind. */
export function takeOpened(outcome: Outcome<OpenedProject> | undefined): boolean {
  if (!outcome) return false;
  if (!outcome.ok) {
    sayFailure(en.files.openFailed, outcome.failure);
    return false;
  }
  const { entries, repairs, ...rest } = outcome.value;
  const project = joinEntries(entries);
  // The letter first; the answer, the outline and the numbers follow.
  paced('after-paint', () => showProject({ ...rest, project }));
  if (repairs.length > 0) say(en.files.repaired(repairs.length), { tone: 'warning', details: repairs });
  return true;
}

export async function newProject(): Promise<void> {
  if (!(await mayLeave())) return;
  await beginEmpty();
}

/** An empty project in this window, if none is open yet. */
export async function ensureProject(): Promise<void> {
  if (!app.get().project) await beginEmpty();
}

async function beginEmpty(): Promise<void> {
  const language = navigator.language || 'en';
  const project: Project = emptyProject(newId(), language, en.categories);
  await bridge.beginProject(project);
  showProject({ project, unsaved: false });
}

/** Asks to save what is edited; false when the writer wants to stay. */
export async function mayLeave(): Promise<boolean> {
  const state = app.get();
  if (!isEdited(state)) return true;
  const answer = await bridge.askToSave(state.project?.front.title || state.fileName || en.untitled);
  if (answer === 'cancel') return false;
  return answer === 'discard' || (await save('same'));
}

export async function openProject(): Promise<void> {
  if (await mayLeave()) takeOpened(await bridge.openProject());
}

export async function openSample(): Promise<void> {
  if (await mayLeave()) takeOpened(await bridge.openSample());
}

export async function openRecent(id: string): Promise<void> {
  if (await mayLeave()) takeOpened(await bridge.openRecent(id));
}

/** True when the project is on disk. */
export async function save(as: SaveRequest['as']): Promise<boolean> {
  closeEdit();
  await flushJournal();
  const { project, history, saving } = app.get();
  if (!project || saving) return false;
  const mark = historyMark(history);
  app.set({ saving: true });
  try {
    const written = withoutUnshownAssets(project);
    const outcome = await bridge.save({
      entries: projectEntries(written),
      // Undo may bring back a picture that the file no longer has.
      ...(written === project ? {} : { assets: project.assets }),
      title: project.front.title,
      as,
    });
    if (!outcome) return false;
    if (!outcome.ok) {
      sayFailure(en.files.saveFailed, outcome.failure);
      return false;
    }
    app.set({ savedMark: mark, fileName: outcome.value });
    return true;
  } finally {
    app.set({ saving: false });
  }
}

export async function exportProject(kind: ExportKind, choices?: ExportChoices): Promise<void> {
  closeEdit();
  await flushJournal();
  const outcome = await bridge.exportProject(kind, openProjectState(), choices);
  if (!outcome) return;
  if (!outcome.ok) return sayFailure(en.files.exportFailed, outcome.failure);
  const { name, warnings } = outcome.value;
  say(en.files.exported(name), {
    tone: warnings.length > 0 ? 'warning' : 'info',
    details: warnings,
    stays: true,
    action: { label: en.files.show, run: () => void bridge.showExported() },
  });
}

export async function restoreWork(id: string): Promise<void> {
  if (takeOpened(await bridge.restore(id))) {
    forgetWork(id);
    say(en.recovery.restored);
  }
}

export async function discardWork(id: string): Promise<void> {
  if (!(await bridge.confirm({ message: en.recovery.discardAsk, detail: '', confirm: en.recovery.discard })))
    return;
  await bridge.discard(id);
  forgetWork(id);
}

function forgetWork(id: string): void {
  app.set({ recoverable: app.get().recoverable.filter((work) => work.id !== id) });
}

export async function closeWindow(): Promise<void> {
  if (!(await mayLeave())) return;
  await flushJournal();
  await bridge.closeNow();
}
