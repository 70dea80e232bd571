/** An append-only file of batches of operations, one a line. */
import { open, type FileHandle } from 'node:fs/promises';
import type { Result } from '../../core/storage/json.ts';
import { diskFailure } from './disk-failure.ts';

/** Milliseconds between two calls to put the file through to the disk. */
const SYNC_EVERY = 1000;

/** @param n counts the session's batches from 1 @param operations one line of JSON, in pieces */
export function journalLine(n: number, operations: readonly string[]): readonly string[] {
  return [`{"n":${n},"operations":`, ...operations, '}\n'];
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
  #pending: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @throws what the file system reports, also when the file is there already. */
  static async create(path: string, lines = ''): Promise<Journal> {
    const journal = new Journal(path, await open(path, 'wx+', 0o600));
    try {
      await journal.#write([lines]);
      await journal.#handle.sync();
      return journal;
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  /** Bytes of all lines appended, those that couldn't be written yet too. */
  get size(): number {
    return this.#pending.reduce((sum, piece) => sum + Buffer.byteLength(piece), this.#length);
  }

  /** The lines from a byte on, which has to be the beginning of one. @throws what the file system reports. */
  async textFrom(start: number): Promise<string> {
    const written = Buffer.alloc(Math.max(0, this.#length - start));
    for (let done = 0; done < written.length;) {
      const { bytesRead } = await this.#handle.read(written, done, written.length - done, start + done);
      if (bytesRead === 0)
        throw Object.assign(new Error('the journal is shorter than written'), { code: 'EIO' });
      done += bytesRead;
    }
    const pending = Buffer.from(this.#pending.join('')).subarray(Math.max(0, start - this.#length));
    return Buffer.concat([written, pending]).toString();
  }

  /**
   * Appends whole lines, each ended by a line feed. After a failure they are kept and tried again with the next.
   *
   * @param pieces Of the lines; a long one in pieces doesn't hold up the process. No character is cut.
   */
  async append(pieces: readonly string[]): Promise<Result<undefined>> {
    this.#pending.push(...pieces);
    try {
      await this.#write(this.#pending);
    } catch (error) {
      return diskFailure(error, this.#path);
    }
    this.#pending = [];
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#handle.datasync().catch(() => undefined);
    }, SYNC_EVERY).unref();
    return { ok: true, value: undefined };
  }

  async #write(pieces: readonly string[]): Promise<void> {
    let end = this.#length;
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let done = 0; done < bytes.length;) {
        const rest = bytes.length - done;
        const { bytesWritten } = await this.#handle.write(bytes, done, rest, end + done);
        done += bytesWritten;
      }
      end += bytes.length;
    }
    this.#length = end;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#handle.datasync().catch(() => undefined);
    await this.#handle.close();
  }
}
