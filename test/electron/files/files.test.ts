import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinEntries, projectEntries } from '../../../core/storage/serialise.ts';
import { writeAtomically } from '../../../electron/files/atomic-write.ts';
import { changedOutside } from '../../../electron/files/changed-outside.ts';
import { diskFailure } from '../../../electron/files/disk-failure.ts';
import { isRunning, ownIdentity } from '../../../electron/files/process-identity.ts';
import { addRecent, forgetRecent, listRecent, RECENT_MAX } from '../../../electron/files/recent.ts';
import type * as Storage from '../../../electron/files/storage.ts';
import { loadProject, loadProjectBytes, saveProject, stopStorage } from '../../../electron/files/storage.ts';
import { quillhaven, quillhavenBinaries } from '../../support/quillhaven-project.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let file = '';
const bytes = (text: string) => new TextEncoder().encode(text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphleteer-files-'));
  file = join(folder, 'answer.pamphlet');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(stopStorage);

const onUnix = it.skipIf(process.platform === 'win32');

describe('writing a file', () => {
  it('puts the new in the place of the old and leaves nothing else', async () => {
    expect(await writeAtomically(file, bytes('one'))).toEqual({ ok: true, value: undefined });
    expect(await writeAtomically(file, bytes('two'))).toEqual({ ok: true, value: undefined });
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['answer.pamphlet']);
  });

  onUnix('keeps who may read it', async () => {
    writeFileSync(file, 'one');
    chmodSync(file, 0o640);
    await writeAtomically(file, bytes('two'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  onUnix('writes through a link and keeps the link', async () => {
    writeFileSync(file, 'one');
    const link = join(folder, 'link.pamphlet');
    symlinkSync(file, link);
    await writeAtomically(link, bytes('two'));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('two');
  });

  it('fails with a reason and leaves no temporary file', async () => {
    mkdirSync(file);
    expect(await writeAtomically(file, bytes('x'))).toMatchObject({
      ok: false,
      failure: { kind: 'not-a-file', where: file },
    });
    const nowhere = join(folder, 'no', 'where.pamphlet');
    expect(await writeAtomically(nowhere, bytes('x'))).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await writeAtomically(join(folder, 'n'.repeat(300)), bytes('x'))).toMatchObject({
      failure: { kind: 'name-too-long' },
    });
    expect(readdirSync(folder)).toEqual(['answer.pamphlet']);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const { open } = await import('node:fs/promises');
    const full = await open('/dev/full', 'w');
    const error: unknown = await full.writeFile('x').catch((caught: unknown) => caught);
    await full.close();
    expect(diskFailure(error, file)).toMatchObject({ failure: { kind: 'disk-full' } });
  });

  it.each([
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EBUSY', 'in-use'],
    ['EIO', 'disk-error'],
  ])('words %s for a writer', (code, kind) => {
    expect(diskFailure(Object.assign(new Error(code), { code }), file)).toMatchObject({
      failure: { kind, where: file },
    });
  });

  it('does not hide a fault of the program', () => {
    expect(() => diskFailure(new TypeError('x'), file)).toThrow(TypeError);
    const invalid = Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(() => diskFailure(invalid, file)).toThrow(TypeError);
  });
});

describe('saving and opening', () => {
  const entries = projectEntries(quillhaven);

  it('gives back what was saved, with its bytes and a stamp', async () => {
    const saved = await saveProject({ path: file, entries, binaries: quillhavenBinaries });
    const loaded = await loadProject(file);
    if (!saved.ok || !loaded.ok) throw new Error();
    expect(loaded.state).toBe('sound');
    expect(joinEntries(loaded.entries)).toEqual(quillhaven);
    expect(loaded.binaries).toEqual(quillhavenBinaries);
    expect(loaded.stamp).toEqual(saved.value.stamp);
    expect([...saved.value.written]).toEqual([...quillhavenBinaries.keys()].sort());
    expect(quillhavenBinaries.get('assets/lamp')?.length).toBe(70);
  });

  it('keeps the order in which it was asked', async () => {
    const titles = ['one', 'two', 'three'];
    const saves = titles.map((title) => {
      const project = { ...quillhaven, front: { ...quillhaven.front, title } };
      return saveProject({ path: file, entries: projectEntries(project), binaries: quillhavenBinaries });
    });
    const loaded = await loadProject(file);
    expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true);
    expect(loaded.ok && joinEntries(loaded.entries).front.title).toBe('three');
  });

  it('fails with a reason', async () => {
    expect(await loadProject(folder)).toMatchObject({ ok: false, failure: { kind: 'not-a-file' } });
    expect(await loadProject(file)).toMatchObject({ ok: false, failure: { kind: 'not-found', where: file } });
    writeFileSync(file, 'To the readers of Quillhaven');
    expect(await loadProject(file)).toMatchObject({ ok: false, failure: { kind: 'not-ours', where: file } });
    const nowhere = { path: join(folder, 'no', 'x.pamphlet'), entries, binaries: new Map() };
    expect(await saveProject(nowhere)).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('opens bytes that are no file', async () => {
    const opened = await loadProjectBytes(readFileSync('test/fixtures/format/v1.pamphlet'));
    expect(opened.ok && joinEntries(opened.entries)).toEqual(quillhaven);
  });

  it('answers when its thread is ended, and goes on with another', async () => {
    const pending = saveProject({ path: file, entries, binaries: quillhavenBinaries });
    await stopStorage();
    const first = await pending;
    expect(first.ok || first.failure.kind === 'stopped').toBe(true);
    expect(await saveProject({ path: file, entries, binaries: quillhavenBinaries })).toMatchObject({
      ok: true,
    });
  });

  it('throws what is a fault of the program, and goes on', async () => {
    await expect(saveProject({ path: file, entries: [], binaries: new Map() })).rejects.toThrow('no project');
    expect(await saveProject({ path: file, entries, binaries: new Map() })).toMatchObject({ ok: true });
  });

  it('works when bundled, from beside the worker and from a chunk', async () => {
    const out = join(folder, 'out');
    await build({
      logLevel: 'silent',
      configFile: false,
      build: {
        ssr: true,
        outDir: out,
        target: 'node20',
        rolldownOptions: {
          input: { main: 'electron/files/storage.ts', 'storage-worker': 'electron/files/storage-worker.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
          preserveEntrySignatures: 'strict',
        },
      },
      ssr: { noExternal: true },
    });
    expect(readdirSync(out)).toContain('storage-worker.js');
    writeFileSync(join(out, 'package.json'), '{"type":"module"}');
    const bundled = (await import(/* @vite-ignore */ join(out, 'main.js'))) as typeof Storage;
    const saved = await bundled.saveProject({ path: file, entries, binaries: quillhavenBinaries });
    expect(saved).toMatchObject({ ok: true });
    await bundled.stopStorage();
  });
});

describe('a file changed by another program', () => {
  async function stamp() {
    const saved = await saveProject({ path: file, entries: projectEntries(quillhaven), binaries: new Map() });
    if (!saved.ok) throw new Error();
    return saved.value.stamp;
  }
  it('is told, also when its size and its time stay', async () => {
    const before = await stamp();
    expect(await changedOutside(file, before)).toBe('unchanged');
    const content = readFileSync(file);
    content[content.length - 1]! ^= 1;
    writeFileSync(file, content);
    utimesSync(file, new Date(), new Date(before.modified + 5000));
    expect(await changedOutside(file, before)).toBe('changed');
    writeFileSync(file, 'shorter');
    expect(await changedOutside(file, before)).toBe('changed');
    rmSync(file);
    expect(await changedOutside(file, before)).toBe('missing');
  });
  it('is unchanged when only its time is new', async () => {
    const before = await stamp();
    utimesSync(file, new Date(), new Date(before.modified + 5000));
    expect(await changedOutside(file, before)).toBe('unchanged');
  });
});

describe('recent files', () => {
  const list = () => join(folder, 'recent.json');
  const touch = (name: string) => {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  };

  it('come newest first, each once, twelve at most', async () => {
    for (let n = 1; n <= 14; n++) await addRecent(list(), touch(`${n}.pamphlet`), n);
    await addRecent(list(), join(folder, '10.pamphlet'), 15);
    const files = await listRecent(list());
    expect(files).toHaveLength(RECENT_MAX);
    expect(files.map(({ name }) => name).slice(0, 4)).toEqual([
      '10.pamphlet',
      '14.pamphlet',
      '13.pamphlet',
      '12.pamphlet',
    ]);
    expect(files[0]).toMatchObject({ folder, opened: 15 });
  });

  it('that are missing are not shown, but are when they come back', async () => {
    await addRecent(list(), touch('a.pamphlet'), 1);
    await addRecent(list(), touch('b.pamphlet'), 2);
    rmSync(join(folder, 'b.pamphlet'));
    expect((await listRecent(list())).map(({ name }) => name)).toEqual(['a.pamphlet']);
    touch('b.pamphlet');
    const files = await listRecent(list());
    expect(files.map(({ name }) => name)).toEqual(['b.pamphlet', 'a.pamphlet']);
    await forgetRecent(list(), files[0]?.id ?? '');
    expect(await listRecent(list())).toHaveLength(1);
  });

  it.each(['', 'nonsense', '{"a":1}', '[1,{"path":7}]'])('are none when the list is %s', async (content) => {
    writeFileSync(list(), content);
    expect(await listRecent(list())).toEqual([]);
  });
});

describe('the identity of a process', () => {
  it('tells a living one from a dead one and from another of the same number', () => {
    const own = ownIdentity();
    expect(isRunning(own)).toBe(true);
    expect(isRunning({ ...own, pid: 0x3ffffff })).toBe(false);
    expect(isRunning({ ...own, start: 'another boot/1' })).toBe(false);
    expect(isRunning({ pid: own.pid, noted: 0 })).toBe(false);
    expect(isRunning({ pid: -1, noted: own.noted })).toBe(false);
  });
});
