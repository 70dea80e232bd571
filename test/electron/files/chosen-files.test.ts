import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChosenFiles } from '../../../electron/files/chosen-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chosen-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('files that the writer chose', () => {
  it('are read in pieces, from first to last byte', async () => {
    const path = join(folder, 'long.txt');
    const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => i % 251);
    await writeFile(path, bytes);
    const files = new ChosenFiles();
    const [file] = await files.choose([path]);
    expect(file).toMatchObject({ name: 'long.txt', size: bytes.length });
    const id = file && 'id' in file ? file.id : '';
    const pieces: Uint8Array[] = [];
    for (let at = 0; ;) {
      const piece = await files.read(id, at);
      if (!piece?.length) break;
      pieces.push(piece);
      at += piece.length;
    }
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });
  it('that are folders, gone or larger than any letter are told without being read', async () => {
    const large = join(folder, 'large.txt');
    await writeFile(large, '');
    await truncate(large, 101 * 1024 * 1024);
    expect(await new ChosenFiles().choose([folder, join(folder, 'gone.txt'), large])).toMatchObject([
      { unread: 'unreadable' },
      { name: 'gone.txt', unread: 'unreadable' },
      { name: 'large.txt', unread: 'too-large' },
    ]);
  });
  it('aren’t read by any other name, nor once others were chosen', async () => {
    const files = new ChosenFiles();
    await files.choose([join(folder, 'long.txt')]);
    expect(await files.read(join(folder, 'long.txt'), 0)).toBeUndefined();
    await files.choose([]);
    expect(await files.read('0', 0)).toBeUndefined();
  });
});
