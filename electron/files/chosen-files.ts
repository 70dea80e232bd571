/** Files that the writer chose to read letters from: the window knows them by ids, and gets them in pieces. */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LARGEST_IMPORT } from '../../core/import/imported.ts';
import type { FileToRead, UnreadFile } from '../../core/ipc/contract.ts';
import { PIECE } from '../../core/ipc/pieces.ts';

export class ChosenFiles {
  #paths: ReadonlyMap<string, string> = new Map();

  /** Takes the place of what was chosen before. A project may be larger than any letter. */
  async choose(paths: readonly string[]): Promise<readonly (FileToRead | UnreadFile)[]> {
    this.#paths = new Map(paths.map((path, i) => [String(i), path]));
    return Promise.all(
      paths.map(async (path, i) => {
        const name = basename(path);
        const file = await stat(path).catch(() => undefined);
        if (!file?.isFile()) return { name, unread: 'unreadable' };
        if (file.size > LARGEST_IMPORT && !name.toLowerCase().endsWith('.pamphlet'))
          return { name, unread: 'too-large' };
        return { name, id: String(i), size: file.size };
      }),
    );
  }

  /** The piece that begins at a byte; empty at the end, undefined when the file can't be read. */
  async read(id: string, at: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const path = this.#paths.get(id);
    if (path === undefined) return undefined;
    try {
      const handle = await open(path);
      try {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(PIECE), 0, PIECE, at);
        return buffer.slice(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch {
      return undefined;
    }
  }
}
