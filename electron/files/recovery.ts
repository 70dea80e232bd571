/**
 * The recovery journal of an open project: every operation is written down as it's made, beside a copy of the
 * project that it begins from, so that a crash costs nothing that was done. See recovery-folder.ts for the files
 * and recover.ts for the way back.
 */
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset } from '../../core/document/project.ts';
import type { Result } from '../../core/storage/json.ts';
import type { Failed } from '../../core/storage/messages.ts';
import type { TextEntry } from '../../core/storage/serialise.ts';
import { syncFolder, writeAtomically } from './atomic-write.ts';
import { sha256, type FileStamp } from './changed-outside.ts';
import { diskFailure } from './disk-failure.ts';
import { Journal, journalLine } from './journal.ts';
import { ownIdentity } from './process-identity.ts';
import {
  assetsFile,
  baseFile,
  binaryFile,
  BINARIES_FOLDER,
  journalFile,
  SESSION_FILE,
  type SessionInfo,
  type SessionRecord,
} from './recovery-folder.ts';
import { saveProject } from './storage.ts';

/** Where the journal begins from: a file as it lies on the disk, or a project that no file holds. */
export type Base =
  | { readonly file: string }
  | { readonly entries: readonly TextEntry[]; readonly binaries: ReadonlyMap<string, Uint8Array> };

export interface SavedBase {
  /** The file just saved. */
  readonly file: string;
  /** What {@link RecoverySession.mark} gave when the project that is in the file was taken. */
  readonly mark: number;
  readonly title: string;
  /** Of the file as that save left it. With it, a file that a later save has replaced is told apart. */
  readonly stamp?: FileStamp;
  /** All that the open project has. Undo may need one that the file no longer holds: those are kept apart. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  /** Names of the binaries that the file holds. */
  readonly written: readonly string[];
  /** The list that the window goes on with, where the file has a shorter one: what comes after counts in it. */
  readonly assets?: readonly Asset[];
}

type Done = Promise<Result<undefined>>;
const DONE = { ok: true, value: undefined } as const;

/** All calls are carried out in the order in which they're made. Failures leave what was written before. */
export interface RecoverySession {
  readonly id: string;
  /**
   * Writes down a batch of operations that were made together. Within a second it's safe from a loss of power.
   *
   * @param operations pieces of one line of JSON, as `journalPieces` gives them
   */
  append(operations: readonly string[]): Done;
  /** Keeps a picture or an original that was added; `path` is its name in the file. */
  addBinary(path: string, bytes: Uint8Array): Done;
  /** The number of the last batch appended. Take it in the same turn as the project that's to be saved. */
  mark(): number;
  /** After a save: the file is what the journal begins from now; batches after its mark stay. */
  rebase(saved: SavedBase): Done;
  /** The project was closed in good order: nothing is kept. */
  end(): Promise<void>;
}

/** Copies a file through to the disk. False, and no copy, when the file isn't the one of the stamp any more. */
async function copyThrough(from: string, to: string, stamp?: FileStamp): Promise<boolean> {
  const temporary = `${to}.tmp`;
  await copyFile(from, temporary);
  if (stamp && sha256(await readFile(temporary)) !== stamp.sha256) {
    await rm(temporary);
    return false;
  }
  const handle = await open(temporary, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(temporary, to);
  return true;
}

class Session implements RecoverySession {
  readonly id: string;
  readonly #folder: string;
  #record: SessionRecord;
  #journal: Journal;
  /** The batch that the base holds. */
  #base = 0;
  /** For each batch after it, the size of the journal up to and with it, in bytes. */
  #ends: number[] = [];
  #count = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(id: string, folder: string, record: SessionRecord, journal: Journal) {
    this.id = id;
    this.#folder = folder;
    this.#record = record;
    this.#journal = journal;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  append(operations: readonly string[]): Done {
    if (operations.join('') === '[]') return Promise.resolve(DONE);
    const text = journalLine(++this.#count, operations);
    return this.#inTurn(async () => {
      const done = await this.#journal.append(text);
      this.#ends.push(this.#journal.size);
      return done;
    });
  }

  addBinary(path: string, bytes: Uint8Array): Done {
    const file = binaryFile(this.#folder, path);
    return this.#inTurn(() => writeAtomically(file, bytes));
  }

  mark(): number {
    return this.#count;
  }

  rebase({ file, mark, title, stamp, binaries, written, assets }: SavedBase): Done {
    return this.#inTurn(async () => {
      if (mark < this.#base) return DONE;
      try {
        const inFile = new Set(written);
        for (const [path, bytes] of binaries) {
          if (inFile.has(path)) continue;
          const kept = await writeAtomically(binaryFile(this.#folder, path), bytes);
          if (!kept.ok) return kept;
        }
        const listed = await this.#keepAssets(mark, assets);
        if (!listed.ok) return listed;
        const laid =
          mark > this.#base
            ? await this.#layPair(file, mark, stamp)
            : await copyThrough(file, join(this.#folder, baseFile(mark)), stamp);
        // A later save has replaced the file already; what comes after that save fits.
        if (!laid) return DONE;
        const { stamp: _, ...record } = this.#record;
        this.#record = { ...record, title, path: file, unsaved: false, ...(stamp ? { stamp } : {}) };
        return await writeRecord(this.#folder, this.#record);
      } catch (error) {
        return diskFailure(error, file);
      }
    });
  }

  /** Before the base that it belongs to. */
  async #keepAssets(mark: number, assets: readonly Asset[] | undefined): Done {
    const file = join(this.#folder, assetsFile(mark));
    if (assets) return writeAtomically(file, new TextEncoder().encode(JSON.stringify(assets)));
    // The list of the base that lies there may still count, if this is that one.
    if (mark > this.#base) await rm(file, { force: true });
    return DONE;
  }

  /** Journal first, then base; the old pair goes when the new one is whole. False when the file isn't as saved. */
  async #layPair(file: string, mark: number, stamp: FileStamp | undefined): Promise<boolean> {
    const batches = mark - this.#base;
    const start = this.#ends[batches - 1] ?? 0;
    const at = (name: string) => join(this.#folder, name);
    await rm(at(journalFile(mark)), { force: true });
    const journal = await Journal.create(at(journalFile(mark)), await this.#journal.textFrom(start));
    try {
      if (!(await copyThrough(file, at(baseFile(mark)), stamp))) {
        await journal.close();
        await rm(at(journalFile(mark)), { force: true });
        return false;
      }
      await syncFolder(this.#folder);
    } catch (error) {
      await journal.close();
      throw error;
    }
    const [oldJournal, oldBase] = [this.#journal, this.#base];
    this.#journal = journal;
    this.#ends = this.#ends.slice(batches).map((end) => end - start);
    this.#base = mark;
    await oldJournal.close();
    await rm(at(baseFile(oldBase)), { force: true });
    await rm(at(journalFile(oldBase)), { force: true });
    await rm(at(assetsFile(oldBase)), { force: true });
    return true;
  }

  end(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#journal.close();
      await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    });
  }
}

function writeRecord(folder: string, record: SessionRecord): Done {
  return writeAtomically(join(folder, SESSION_FILE), new TextEncoder().encode(JSON.stringify(record)));
}

/**
 * Begins to keep a project. `recovery` is the folder of all sessions, made if it isn't there; what lies in it is
 * for the writer's eyes only.
 */
export async function beginSession(
  recovery: string,
  base: Base,
  info: SessionInfo,
): Promise<Result<RecoverySession>> {
  const id = randomBytes(8).toString('hex');
  const folder = join(recovery, id);
  let journal: Journal | undefined;
  const undone = async <T extends Failed>(failure: T): Promise<T> => {
    await journal?.close();
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return failure;
  };
  try {
    await mkdir(join(folder, BINARIES_FOLDER), { recursive: true, mode: 0o700 });
    const record: SessionRecord = { ...info, started: Date.now(), holder: ownIdentity() };
    const recorded = await writeRecord(folder, record);
    if (!recorded.ok) return await undone(recorded);
    journal = await Journal.create(join(folder, journalFile(0)));
    const laid = await layFirst(folder, base);
    if (!laid.ok) return await undone(laid);
    await syncFolder(folder);
    return { ok: true, value: new Session(id, folder, record, journal) };
  } catch (error) {
    return undone(diskFailure(error, folder));
  }
}

async function layFirst(folder: string, base: Base): Done {
  const target = join(folder, baseFile(0));
  if ('file' in base) {
    await copyThrough(base.file, target);
    return DONE;
  }
  const saved = await saveProject({ path: target, ...base });
  if (!saved.ok) return saved;
  for (const [path, bytes] of base.binaries) {
    if (saved.value.written.includes(path)) continue;
    const kept = await writeAtomically(binaryFile(folder, path), bytes);
    if (!kept.ok) return kept;
  }
  return DONE;
}
