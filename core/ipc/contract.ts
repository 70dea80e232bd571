/**
 * The only thing that crosses between the window (untrusted) and the main process. Everything is structured-clone
 * data; every argument is checked on arrival (electron/ipc/check.ts).
 */
import type { Asset, Project } from '../document/project.ts';
import type { TextEntry } from '../storage/serialise.ts';
import type { CommandId, MenuState } from './commands.ts';

/** An expected failure, in a writer's words: what happened, and what can be done. */
export interface Failure {
  readonly message: string;
  readonly detail?: string;
}
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export interface OpenedProject {
  /** As `projectEntries` gives them: text crosses at a small part of what objects cost. */
  readonly entries: readonly TextEntry[];
  /** File name to show; undefined for one that was never saved. */
  readonly fileName?: string;
  /** What was mended while opening, in a writer's words. */
  readonly repairs: readonly string[];
  /** Not as it lies on disk: restored after a crash, or a sample. */
  readonly unsaved: boolean;
}

export interface RecoverableWork {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface WindowStart {
  readonly opened?: OpenedProject;
  readonly failure?: Failure;
  readonly recoverable: readonly RecoverableWork[];
  readonly recent: readonly RecentProject[];
  readonly version: string;
  readonly runtime: string;
  readonly platform: 'mac' | 'windows' | 'linux';
}

export interface RecentProject {
  /** Names it to `openRecent`; the path itself stays in the main process. */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
}

export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that is too large for a letter, or can't be read at all. */
export interface UnreadFile {
  readonly name: string;
  readonly unread: 'too-large' | 'unreadable';
}

export interface FileToRead {
  readonly name: string;
  /** Names it to `readChosen` until the next choice; the path itself stays in the main process. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** A file that the writer chose or dropped. */
export type ChosenFile = FileBytes | UnreadFile;

/** Pieces come in order, each where the one before ended. */
export interface BinaryPiece {
  /** Bytes before it. */
  readonly at: number;
  /** Bytes of all pieces together. */
  readonly of: number;
}

export interface ClipboardText {
  readonly html: string;
  readonly text: string;
}

export interface SaveRequest {
  /** Parts of the file: `project.json`, `letters/<id>.json`. */
  readonly entries: readonly { readonly path: string; readonly text: string }[];
  /** The list that the window has, where the parts have a shorter one: those that nothing shows aren't written. */
  readonly assets?: readonly Asset[];
  readonly title: string;
  readonly as: 'same' | 'new-name' | 'autosave';
}

export const EXPORT_KINDS = [
  'html',
  'pdf',
  'docx',
  'markdown',
  'annotations',
  'coverage-csv',
  'works-bib',
  'works-ris',
  'works-csl',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Whether what is private goes along; of annotations also whose, and which works. */
export interface ExportChoices {
  readonly withNotes: boolean;
  /** Id of the one letter; all letters where absent. */
  readonly letter?: string | undefined;
  /** Only the works that are cited, with the letters that are. */
  readonly cited?: boolean | undefined;
}

export type FilePurpose = 'version' | 'draft';

/** Where a thing of the publication stands: 1-based page, points from its top left corner. */
export interface PagePlace {
  readonly id: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}
export interface PreviewPages {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  readonly places: readonly PagePlace[];
  readonly warnings: readonly string[];
}

/** What the window may ask of the main process. */
export interface MainCalls {
  start(): Promise<WindowStart>;
  /** A new project begins in this window: its journal starts with it. */
  beginProject(project: Project): Promise<void>;
  /** Undefined when the writer changed her mind. */
  openProject(): Promise<Outcome<OpenedProject> | undefined>;
  openRecent(id: string): Promise<Outcome<OpenedProject>>;
  openSample(): Promise<Outcome<OpenedProject>>;
  /** A project file that was dropped on the window. */
  openBytes(file: FileBytes): Promise<Outcome<OpenedProject>>;
  restore(id: string): Promise<Outcome<OpenedProject>>;
  discard(id: string): Promise<void>;
  /** The file's name after saving; undefined when the writer changed her mind. */
  save(request: SaveRequest): Promise<Outcome<string> | undefined>;
  /**
   * Appends to the recovery journal and tells the preview.
   *
   * @param piece of the operations, as `journalPieces` gives them
   * @param last whether this is the last of them
   */
  journal(piece: string, last: boolean): Promise<void>;
  /** Bytes that belong to the project: `originals/<sha256>` or `assets/<id>`; or a piece of them. */
  addBinary(path: string, bytes: Uint8Array<ArrayBuffer>, piece?: BinaryPiece): Promise<void>;
  /** A piece of them, from a byte on; empty at their end, undefined when the project doesn't have them. */
  readBinary(path: string, at: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Asks where, and writes one of the project's binaries there as it is; the name of the file written. */
  saveBinary(path: string, name: string): Promise<Outcome<string> | undefined>;
  /** One file: a new version of a letter, or a finished draft; undefined when the writer changed her mind. */
  chooseFile(what: FilePurpose): Promise<Outcome<FileBytes> | undefined>;
  /** Files that the writer chose, to be read by `readChosen`. */
  chooseLetters(): Promise<readonly (FileToRead | UnreadFile)[]>;
  /** One file of annotations, or none; to be read by `readChosen` too. */
  chooseAnnotations(): Promise<readonly (FileToRead | UnreadFile)[]>;
  /** Pictures, to be read by `readChosen` too. */
  choosePictures(): Promise<readonly (FileToRead | UnreadFile)[]>;
  /** A piece of a file that was chosen, from a byte on; empty at its end, undefined when it can't be read. */
  readChosen(id: string, at: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  readClipboard(): Promise<ClipboardText>;
  /** The name of the file written; undefined when the writer changed her mind. */
  exportProject(
    kind: ExportKind,
    project: Project,
    choices?: ExportChoices,
  ): Promise<Outcome<{ name: string; warnings: string[] }> | undefined>;
  showExported(): Promise<void>;
  /** Begins a preview of this project; `journal` keeps it up to date until `closePreview`. */
  openPreview(project: Project): Promise<void>;
  closePreview(): Promise<void>;
  /**
   * Sets the pages as they are now; `overtaken` when a newer call came before this one was begun, `closed` when no
   * preview is open, which ends with the process that sets the pages.
   */
  preview(): Promise<Outcome<PreviewPages> | 'overtaken' | 'closed'>;
  /** Asks the writer, then hands the address to the system's browser. */
  openLink(url: string): Promise<void>;
  setMenu(state: MenuState): Promise<void>;
  /** Title bar and the question at closing. */
  setDocumentState(state: { readonly title: string; readonly edited: boolean }): Promise<void>;
  /** Closes the window; the writer has been asked. */
  closeNow(): Promise<void>;
  /** Asks whether to save at closing: native, so that it can't be missed. */
  askToSave(name: string): Promise<'save' | 'discard' | 'cancel'>;
  confirm(question: {
    readonly message: string;
    readonly detail: string;
    readonly confirm: string;
  }): Promise<boolean>;
  /** Commands that the window leaves to the runtime: cut, copy, paste, select-all, full-screen, quit. */
  perform(command: CommandId): Promise<void>;
}

/** What the main process tells the window. */
export interface WindowEvents {
  command(id: CommandId): void;
  openRecent(id: string): void;
  opened(outcome: Outcome<OpenedProject>): void;
  closeRequested(): void;
  /** Edits can't be written to the recovery journal: the disk is full, say. */
  notKept(failure: Failure): void;
}

export interface Bridge extends MainCalls {
  on<E extends keyof WindowEvents>(event: E, listener: WindowEvents[E]): () => void;
}
