/**
 * The open project in this window, its history, and what the writer is looking at. Components read it with
 * `useApp`; changes go through the functions of this folder only.
 */
import { create } from 'zustand';
import type { TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import type { QuotationEdit, QuotationRef } from '../../core/document/quotation.ts';
import type { OpenedProject, PreviewPages, RecentProject, RecoverableWork } from '../../core/ipc/contract.ts';
import { emptyHistory, historyMark, type History } from '../../core/operations/history.ts';
import type { Highlight } from '../../core/document/letter.ts';
import type { AnsweredPlace } from '../../core/operations/masters.ts';
import type { RichText } from '../../core/text/block.ts';
import type { Position, TextRange } from '../../core/text/canonical.ts';
import { FIRST_LINKED, type LinkedScrolling } from '../platform/layout.ts';
import { ALL_HABITS, type TypingHabits } from '../platform/typing-habits.ts';
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
  /** A gathered list. */
  | { readonly kind: 'list'; readonly id: string }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'point'; readonly id: string };

export type PaneId = 'outline' | 'letter' | 'answer' | 'preview';

/** What the first pane shows. */
export type SideView = 'outline' | 'coverage' | 'remaining' | 'comments';

export type Dialog =
  | { readonly kind: 'title-page' }
  | { readonly kind: 'source-line' }
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
  /** `work` is shown with its fields. */
  | { readonly kind: 'works'; readonly work?: string }
  | { readonly kind: 'export-works' }
  | { readonly kind: 'categories' }
  | { readonly kind: 'answer-types' }
  | { readonly kind: 'board' }
  | { readonly kind: 'whole-target' }
  | { readonly kind: 'working-copy' }
  | { readonly kind: 'beside' }
  | { readonly kind: 'lists' }
  | { readonly kind: 'master-places'; readonly point: string }
  /** `made` aren't in the project before an answer is chosen. */
  | {
      readonly kind: 'answer-by';
      readonly places: readonly AnsweredPlace[];
      readonly made?: readonly Highlight[];
    }
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
  readonly letter?: {
    readonly id: string;
    readonly range: TextRange;
    readonly flash: boolean;
    /** Selects the words. */
    readonly select?: boolean;
    /** Gives the letter the focus. */
    readonly focus?: boolean;
  };
  readonly place?: Place;
  /** The title at the place takes the focus. */
  readonly title?: true;
}

/** Asks a text to take the caret. */
export interface CaretRequest {
  readonly ref: TextRef;
  /** The end of the text when absent. */
  readonly selection?: TextSelection;
  readonly nonce: number;
}

/** Another text of a letter, shown beside it: read only. */
export interface BesideVersion {
  readonly letter: string;
  readonly kind: 'original' | 'earlier' | 'new';
  /** Of the file that it came from. */
  readonly name: string;
  readonly blocks: RichText;
  /** Whether the letter is a part of it. */
  readonly part: boolean;
  /** Of a new one: what it would do to the letter. */
  readonly review?: VersionReview;
}

/** What is selected in a quotation of a point: units of its highlight's quote, half-open. */
export interface Quoted extends QuotationRef {
  readonly from: number;
  readonly to: number;
  /** The change whose sign is selected. */
  readonly edit?: QuotationEdit;
  /** The line that asks for words is open. */
  readonly form?: 'insert' | 'replace';
  /** Asks the quotation to take the focus; another number asks anew. */
  readonly focus?: number;
}

export interface AppState {
  readonly project: Project | null;
  readonly history: History<Selected>;
  /** Mark of the history at the last save; -1 for never. */
  readonly savedMark: number;
  readonly fileName: string | undefined;
  readonly saving: boolean;

  /** The letter that is read; of two beside each other the one that was in use last. */
  readonly letter: string | null;
  /** The other one of two letters beside each other. */
  readonly beside: string | null;
  /** Whether the other one stands before (left of, above) the one in use. */
  readonly besideFirst: boolean;
  /** Shown beside its letter instead of another letter. */
  readonly besideVersion: BesideVersion | null;
  /** The place that differs, of letter and version beside it, which was gone to; a new object asks anew. */
  readonly difference: { readonly index: number } | null;
  /** Whether texts beside each other are scrolled together: versions of a letter, and letters. */
  readonly linked: LinkedScrolling;
  readonly place: Place | null;
  /** The point that the writer was at before a selected passage took her to the one that answers it. */
  readonly turnedFrom: string | null;
  readonly quoted: Quoted | null;
  readonly highlight: string | null;
  /** Words selected in a letter that is read. */
  readonly words: { readonly letter: string; readonly range: TextRange } | null;
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
  readonly typing: TypingHabits;
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
  beside: null,
  besideFirst: false,
  besideVersion: null,
  difference: null,
  linked: FIRST_LINKED,
  place: null,
  turnedFrom: null,
  quoted: null,
  highlight: null,
  words: null,
  hovered: null,
  correcting: null,
  reveal: null,
  caret: null,
  textSelection: null,
  panes: { outline: true, letter: true, answer: true, preview: false },
  side: 'outline',
  textSize: 17,
  typing: ALL_HABITS,
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
  set: (change: Partial<AppState> | ((state: AppState) => Partial<AppState>)): void =>
    useApp.setState((state) => inPlace(state, typeof change === 'function' ? change(state) : change)),
};

/** Going to the other one of two letters beside each other puts neither in another place. */
function inPlace({ letter, beside, besideFirst }: AppState, changed: Partial<AppState>): Partial<AppState> {
  if (changed.letter === undefined || changed.letter === letter || 'beside' in changed) return changed;
  return changed.letter !== null && changed.letter === beside
    ? { ...changed, beside: letter, besideFirst: !besideFirst }
    : changed;
}

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
    beside: null,
    besideVersion: null,
    place: null,
    turnedFrom: null,
    quoted: null,
    highlight: null,
    words: null,
    hovered: null,
    correcting: null,
    reveal: null,
    caret: null,
    textSelection: null,
    preview: { pages: null, failure: null, busy: false },
  });
}
