/** An append-only file of batches of operations, one a line. */
import { open, type FileHandle } from 'node:fs/promises';
import type { Result } from '../../core/storage/json.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { diskFailure } from './disk-failure.ts';

/** Milliseconds between two calls to put the file through to the disk. */
const SYNC_EVERY = 1000;

export interface JournalLine {
  /** Counts the session's batches from 1. */
  readonly n: number;
  readonly operations: readonly Operation[];
}

/**
 * Lines reach the system's memory at once, so that they outlive the program, and the disk within a second, so that
 * all but the last second outlives a loss of power.
 */
export class Journal {
  readonly #path: string;
  readonly #handle: FileHandle;
  /** Bytes that are whole lines. What a failed write left behind lies after them and is written over. */
  #length = 0;
  /** Lines that couldn't be written; they go before the next. */
  #pending = '';
  #timer: NodeJS.Timeout | undefined;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @throws what the file system reports, also when the file is there already. */
  static async create(path: string, lines = ''): Promise<Journal> {
    const journal = new Journal(path, await open(path, 'wx', 0o600));
    if (lines !== '') {
      const written = await journal.append(lines);
      if (!written.ok) throw Object.assign(new Error(written.failure.what), { code: 'EIO' });
    }
    await journal.#handle.sync();
    return journal;
  }

  /** Appends whole lines, each ended by a line feed. After a failure they are kept and tried again with the next. */
  async append(lines: string): Promise<Result<undefined>> {
    this.#pending += lines;
    const bytes = Buffer.from(this.#pending);
    try {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.#handle.write(
          bytes,
          done,
          bytes.length - done,
          this.#length + done,
        );
        done += bytesWritten;
      }
    } catch (error) {
      return diskFailure(error, this.#path);
    }
    this.#length += bytes.length;
    this.#pending = '';
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#handle.datasync().catch(() => undefined);
    }, SYNC_EVERY).unref();
    return { ok: true, value: undefined };
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#handle.datasync().catch(() => undefined);
    await this.#handle.close();
  }
}
