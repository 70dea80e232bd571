/**
 * The open project in this window, its history, and what the writer is looking at. Components read it with
 * `useApp`; changes go through the functions of this folder only.
 */
import { create } from 'zustand';
import type { TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import type { OpenedProject, PreviewPages, RecentProject, RecoverableWork } from '../../core/ipc/contract.ts';
import { emptyHistory, historyMark, type History } from '../../core/operations/history.ts';
import type { Position, TextRange } from '../../core/text/canonical.ts';
import type { AnnotationReview } from './annotations.ts';
import type { DraftReview } from './draft.ts';
import type { VersionReview } from './letter-desk.ts';

export interface TextSelection {
  readonly anchor: Position;
  readonly focus: Position;
}

/** What an undo step brings back: the place and, in a text, the selection. */
export interface Selected {
  readonly place: Place | null;
  readonly letter: string | null;
  readonly highlight: string | null;
  readonly text?: { readonly ref: TextRef; readonly selection: TextSelection };
}

/** Where in the pamphlet the writer is. */
export type Place =
  | { readonly kind: 'introduction' }
  | { readonly kind: 'conclusion' }
  | { readonly kind: 'demands' }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'point'; readonly id: string };

export type PaneId = 'outline' | 'letter' | 'answer' | 'preview';

/** What the first pane shows. */
export type SideView = 'outline' | 'remaining' | 'comments';

export type Dialog =
  | { readonly kind: 'title-page' }
  | { readonly kind: 'letter-details'; readonly letter: string }
  | { readonly kind: 'notices'; readonly letter: string }
  | { readonly kind: 'original' | 'split' | 'join'; readonly letter: string }
  | { readonly kind: 'new-version'; readonly review: VersionReview }
  | { readonly kind: 'quotations' }
  | { readonly kind: 'annotations'; readonly review: AnnotationReview }
  | { readonly kind: 'export-annotations' }
  | { readonly kind: 'draft'; readonly review: DraftReview }
  | { readonly kind: 'spelling' }
  | { readonly kind: 'numbering' | 'split-point' | 'move-to' }
  | { readonly kind: 'works' }
  | { readonly kind: 'categories' }
  | { readonly kind: 'answer-types' }
  | { readonly kind: 'board' }
  | { readonly kind: 'whole-target' }
  | { readonly kind: 'working-copy' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'about' }
  | { readonly kind: 'palette' };

export interface Message {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly details?: readonly string[];
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until it is dismissed. */
  readonly stays: boolean;
}

/** Asks a pane to bring something into view; a new object asks anew. */
export interface Reveal {
  readonly letter?: { readonly id: string; readonly range: TextRange; readonly flash: boolean };
  readonly place?: Place;
}

/** Asks a text to take the caret. */
export interface CaretRequest {
  readonly ref: TextRef;
  /** The end of the text when absent. */
  readonly selection?: TextSelection;
  readonly nonce: number;
}

export interface AppState {
  readonly project: Project | null;
  readonly history: History<Selected>;
  /** Mark of the history at the last save; -1 for never. */
  readonly savedMark: number;
  readonly fileName: string | undefined;
  readonly saving: boolean;

  readonly letter: string | null;
  readonly place: Place | null;
  /** The point that the writer was at before a selected passage took her to the one that answers it. */
  readonly turnedFrom: string | null;
  readonly highlight: string | null;
  readonly hovered: string | null;
  readonly correcting: string | null;
  readonly reveal: Reveal | null;
  readonly caret: CaretRequest | null;
  /** Where the caret is in the texts of the answer. */
  readonly textSelection: { readonly ref: TextRef; readonly selection: TextSelection } | null;

  readonly panes: Readonly<Record<PaneId, boolean>>;
  readonly side: SideView;
  /** CSS pixels of the reading and writing face. */
  readonly textSize: number;
  readonly dialog: Dialog | null;
  readonly messages: readonly Message[];
  readonly preview: {
    readonly pages: PreviewPages | null;
    readonly failure: string | null;
    readonly busy: boolean;
  };

  readonly recent: readonly RecentProject[];
  readonly recoverable: readonly RecoverableWork[];
  readonly version: string;
  readonly runtime: string;
  readonly platform: 'mac' | 'windows' | 'linux';
}

export const useApp = create<AppState>()(() => ({
  project: null,
  history: emptyHistory<Selected>(),
  savedMark: 0,
  fileName: undefined,
  saving: false,
  letter: null,
  place: null,
  turnedFrom: null,
  highlight: null,
  hovered: null,
  correcting: null,
  reveal: null,
  caret: null,
  textSelection: null,
  panes: { outline: true, letter: true, answer: true, preview: false },
  side: 'outline',
  textSize: 17,
  dialog: null,
  messages: [],
  preview: { pages: null, failure: null, busy: false },
  recent: [],
  recoverable: [],
  version: '',
  runtime: '',
  platform: 'linux',
}));

export const app = {
  get: useApp.getState,
  set: useApp.setState,
};

/** The project; only for code that runs while one is open. */
export function openProjectState(): Project {
  const { project } = app.get();
  if (!project) throw new Error('no project is open');
  return project;
}

/** True when there is something that a save would write. */
export function isEdited(state: AppState): boolean {
  return state.project !== null && historyMark(state.history) !== state.savedMark;
}

/** Shows a project that has just been opened, restored or begun. */
export function showProject(
  opened: Omit<OpenedProject, 'entries' | 'repairs'> & { readonly project: Project },
): void {
  const { project } = opened;
  app.set({
    project,
    history: emptyHistory<Selected>(),
    savedMark: opened.unsaved ? -1 : 0,
    fileName: opened.fileName,
    letter: project.letters[0]?.id ?? null,
    place: null,
    turnedFrom: null,
    highlight: null,
    hovered: null,
    correcting: null,
    reveal: null,
    caret: null,
    textSelection: null,
    preview: { pages: null, failure: null, busy: false },
  });
}
