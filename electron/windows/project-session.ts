/** What the main process holds for the project of one window: its file, its binaries, its journal, its press. */
import type { Asset, Project } from '../../core/document/project.ts';
import type {
  ExportChoices,
  BinaryPiece,
  ExportKind,
  Failure,
  OpenedProject,
  Outcome,
  PreviewPages,
} from '../../core/ipc/contract.ts';
import { mayBeJournalPieces } from '../../core/ipc/journal-text.ts';
import {
  describeProblem,
  type Failure as StorageFailure,
  type Problem,
} from '../../core/storage/messages.ts';
import { projectEntries, type TextEntry } from '../../core/storage/serialise.ts';
import { changedOutside, type FileStamp } from '../files/changed-outside.ts';
import { discardSession, recoverSession } from '../files/recover.ts';
import { beginSession, type Base, type RecoverySession } from '../files/recovery.ts';
import { loadProject, loadProjectBytes, saveProject } from '../files/storage.ts';
import { pressHost } from '../pdf/press-host.ts';
import { Press } from '../pdf/press.ts';
import type { Pictures } from '../pdf/press-messages.ts';
import { recoveryFolder } from './folders.ts';

export function failureOf({ what, advice }: StorageFailure): Failure {
  return { message: what, detail: advice };
}

const repairsOf = (problems: readonly Problem[]) => problems.map(describeProblem);

/** A project to be saved, as it was at one moment. */
export interface SavedState {
  readonly entries: readonly TextEntry[];
  /** All that the window has, where the entries have fewer. */
  readonly assets?: readonly Asset[];
  readonly title: string;
  /** What {@link ProjectSession.mark} gave then. */
  readonly mark: number;
}

export class ProjectSession {
  /** The project's file; undefined until it is saved. */
  path: string | undefined;
  /** What the title bar says, for questions at closing. */
  title = '';
  readonly press = new Press(pressHost);
  #stamp: FileStamp | undefined;
  #binaries = new Map<string, Uint8Array>();
  /** What hasn't come whole yet: bytes by their path, and operations. */
  readonly #arriving = new Map<string, { readonly bytes: Uint8Array; length: number }>();
  #pieces: string[] = [];
  #journal: RecoverySession | undefined;
  #beginning: Promise<void> = Promise.resolve();
  readonly #tell: (failure: Failure) => void;

  /** @param tell hears when edits can't be kept for recovery, in a writer's words */
  constructor(tell: (failure: Failure) => void) {
    this.#tell = tell;
  }

  /** A new project, or a sample: no file holds it. */
  async begin(project: Project, binaries: ReadonlyMap<string, Uint8Array> = new Map()): Promise<void> {
    await this.#hold(projectEntries(project), binaries);
  }

  async #hold(entries: readonly TextEntry[], binaries: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await this.#take(undefined, undefined, binaries, { entries, binaries });
  }

  async open(path: string): Promise<Outcome<OpenedProject>> {
    const loaded = await loadProject(path);
    if (!loaded.ok) return { ok: false, failure: failureOf(loaded.failure) };
    await this.#take(path, loaded.stamp, loaded.binaries, { file: path });
    return {
      ok: true,
      value: {
        entries: loaded.entries,
        fileName: baseName(path),
        repairs: repairsOf(loaded.problems),
        unsaved: loaded.problems.length > 0,
      },
    };
  }

  /** A project that has no file of its own here: dropped, or the sample. */
  async openBytes(bytes: Uint8Array): Promise<Outcome<OpenedProject>> {
    const loaded = await loadProjectBytes(bytes);
    if (!loaded.ok) return { ok: false, failure: failureOf(loaded.failure) };
    await this.#hold(loaded.entries, loaded.binaries);
    return {
      ok: true,
      value: { entries: loaded.entries, repairs: repairsOf(loaded.problems), unsaved: false },
    };
  }

  async restore(id: string): Promise<Outcome<OpenedProject>> {
    const recovered = await recoverSession(recoveryFolder(), id);
    if (!recovered.ok) return { ok: false, failure: failureOf(recovered.failure) };
    const { project, binaries, path } = recovered;
    const entries = projectEntries(project);
    await this.#take(path, recovered.stamp, binaries, { entries, binaries }, true);
    await discardSession(recoveryFolder(), id);
    return {
      ok: true,
      value: {
        entries,
        ...(path === undefined ? {} : { fileName: baseName(path) }),
        repairs: repairsOf(recovered.problems),
        unsaved: true,
      },
    };
  }

  /**
   * @param piece of operations, as `journalPieces` gives them
   * @param last whether this is the last of them
   * @throws {RangeError} when together they tell no operations
   */
  async journal(piece: string, last: boolean): Promise<void> {
    this.#pieces.push(piece);
    if (!last) return;
    const operations = this.#pieces;
    this.#pieces = [];
    if (!mayBeJournalPieces(operations)) throw new RangeError('refused: no operations');
    if (this.press.previewing) this.press.apply(operations.join(''));
    await this.#beginning;
    const kept = await this.#journal?.append(operations);
    if (kept && !kept.ok) this.#tell(failureOf(kept.failure));
  }

  /** Names the state of the journal; take it together with what is to be saved. */
  mark(): number {
    return this.#journal?.mark() ?? 0;
  }

  /** @throws {RangeError} when a piece doesn't follow the one before it */
  async addBinary(path: string, part: Uint8Array, piece?: BinaryPiece): Promise<void> {
    const bytes = piece ? this.#assemble(path, part, piece) : part;
    if (!bytes) return;
    this.#binaries.set(path, bytes);
    if (path.startsWith('assets/')) this.press.addPicture(path.slice('assets/'.length), bytes);
    await this.#beginning;
    const kept = await this.#journal?.addBinary(path, bytes);
    if (kept && !kept.ok) this.#tell(failureOf(kept.failure));
  }

  /** All bytes, once the last piece is there. */
  #assemble(path: string, part: Uint8Array, { at, of }: BinaryPiece): Uint8Array | undefined {
    const arriving = at === 0 ? { bytes: new Uint8Array(of), length: 0 } : this.#arriving.get(path);
    if (arriving?.length !== at || arriving.bytes.length !== of || at + part.length > of)
      throw new RangeError(`refused: a piece of ${path} out of order`);
    arriving.bytes.set(part, at);
    arriving.length += part.length;
    this.#arriving.set(path, arriving);
    if (arriving.length < of) return undefined;
    this.#arriving.delete(path);
    return arriving.bytes;
  }

  binary(path: string): Uint8Array | undefined {
    return this.#binaries.get(path);
  }

  /** Whether another program has changed the file since it was read or written here. */
  async changedOutside(): Promise<boolean> {
    if (this.path === undefined || !this.#stamp) return false;
    return (await changedOutside(this.path, this.#stamp)) === 'changed';
  }

  async save(path: string, { entries, assets, title, mark }: SavedState): Promise<Outcome<string>> {
    const saved = await saveProject({ path, entries, binaries: this.#binaries });
    if (!saved.ok) return { ok: false, failure: failureOf(saved.failure) };
    this.path = path;
    this.#stamp = saved.value.stamp;
    await this.#journal?.rebase({
      file: path,
      mark,
      title,
      stamp: saved.value.stamp,
      binaries: this.#binaries,
      written: saved.value.written,
      ...(assets ? { assets } : {}),
    });
    return { ok: true, value: baseName(path) };
  }

  openPreview(project: Project): void {
    this.press.open(project, this.#pictures());
  }

  async preview(): Promise<Outcome<PreviewPages> | 'overtaken' | 'closed'> {
    if (!this.press.previewing) return 'closed';
    try {
      const pages = await this.press.preview();
      return pages ? { ok: true, value: pages } : 'overtaken';
    } catch (error) {
      return { ok: false, failure: { message: error instanceof Error ? error.message : String(error) } };
    }
  }

  export(kind: ExportKind, project: Project, choices?: ExportChoices) {
    return this.press.export(kind, project, this.#pictures(), choices);
  }

  /** Closed in good order: nothing is kept for recovery. */
  async end(): Promise<void> {
    this.press.stop();
    const journal = this.#journal;
    this.#journal = undefined;
    await journal?.end();
  }

  #pictures(): Pictures {
    return [...this.#binaries]
      .filter(([path]) => path.startsWith('assets/'))
      .map(([path, bytes]) => [path.slice('assets/'.length), bytes]);
  }

  /** Closes what was open and begins to keep this; edits that come meanwhile wait for it. */
  #take(
    path: string | undefined,
    stamp: FileStamp | undefined,
    binaries: ReadonlyMap<string, Uint8Array>,
    base: Base,
    unsaved = false,
  ): Promise<void> {
    this.#beginning = this.#begin(path, stamp, binaries, base, unsaved);
    return this.#beginning;
  }

  async #begin(
    path: string | undefined,
    stamp: FileStamp | undefined,
    binaries: ReadonlyMap<string, Uint8Array>,
    base: Base,
    unsaved: boolean,
  ): Promise<void> {
    await this.#journal?.end();
    this.press.close();
    this.path = path;
    this.#stamp = stamp;
    this.#binaries = new Map(binaries);
    this.#arriving.clear();
    this.#pieces = [];
    const begun = await beginSession(recoveryFolder(), base, {
      title: this.title,
      ...(path === undefined ? {} : { path }),
      ...(stamp === undefined ? {} : { stamp }),
      unsaved,
    });
    this.#journal = begun.ok ? begun.value : undefined;
    if (!begun.ok) this.#tell(failureOf(begun.failure));
  }
}

function baseName(path: string): string {
  return (
    path
      .split(/[/\\]/)
      .pop()
      ?.replace(/\.pamphlet$/i, '') ?? path
  );
}

export function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(`.${extension}`) ? path : `${path}.${extension}`;
}
