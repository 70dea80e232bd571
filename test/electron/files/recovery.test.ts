import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyProject, type Project } from '../../../core/document/project.ts';
import { journalPieces } from '../../../core/ipc/journal-text.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { withoutUnshownAssets } from '../../../core/storage/shown-assets.ts';
import type { Block } from '../../../core/text/block.ts';
import { projectEntries } from '../../../core/storage/serialise.ts';
import {
  clearFinishedSessions,
  discardSession,
  recoverSession,
  replay,
  unfinishedSessions,
} from '../../../electron/files/recover.ts';
import type { FileStamp } from '../../../electron/files/changed-outside.ts';
import { beginSession, type RecoverySession } from '../../../electron/files/recovery.ts';
import { loadProject, saveProject, stopStorage } from '../../../electron/files/storage.ts';
import { binariesOf, projects } from '../../support/arbitraries.ts';
import { operationSeeds, workedOn } from '../../support/arbitrary-operations.ts';
import { quillhaven, quillhavenBinaries } from '../../support/quillhaven-project.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let recovery = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphleteer-recovery-'));
  recovery = join(folder, 'recovery');
  file = join(folder, 'answer.pamphlet');
  cpSync('test/fixtures/format/v1.pamphlet', file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(stopStorage);

async function begin(
  project?: Project,
  binaries?: ReadonlyMap<string, Uint8Array>,
): Promise<RecoverySession> {
  const base = project ? { entries: projectEntries(project), binaries: binaries ?? new Map() } : { file };
  const info = project ? { title: '', unsaved: false } : { title: 'Answer', path: file, unsaved: false };
  const begun = await beginSession(recovery, base, info);
  if (!begun.ok) throw new Error(begun.failure.what);
  return begun.value;
}

async function recovered(id: string) {
  const result = await recoverSession(recovery, id);
  if (!result.ok) throw new Error(result.failure.what);
  return result;
}

const titled = (before: string, after: string): Operation[] => [
  { type: 'set', target: { of: 'front' }, field: 'title', before, after },
];
const titles = (n: number) => Array.from({ length: n }, (_, i) => titled(`Draft ${i}`, `Draft ${i + 1}`));

/** As if the process that holds the session had died. */
function orphan(id: string): void {
  const path = join(recovery, id, 'session.json');
  const record = JSON.parse(readFileSync(path, 'utf8')) as { holder: object };
  writeFileSync(path, JSON.stringify({ ...record, holder: { ...record.holder, start: 'another boot/1' } }));
}
const journalOf = (id: string) => {
  const name = readdirSync(join(recovery, id)).find((one) => one.startsWith('journal-')) ?? '';
  return join(recovery, id, name);
};

describe('the recovery journal', () => {
  it('replayed gives the project as it was in the window (R2)', async () => {
    await fc.assert(
      fc.asyncProperty(projects, fc.array(operationSeeds, { maxLength: 12 }), async (project, seeds) => {
        const session = await begin(project, binariesOf(project));
        const worked = workedOn(project, seeds);
        await Promise.all(worked.batches.map((batch) => session.append(journalPieces(batch))));
        const result = await recovered(session.id);
        expect(result.project).toEqual(worked.project);
        expect(result).toMatchObject({ applied: worked.batches.length, lostTail: 0, problems: [] });
        await session.end();
      }),
      { numRuns: 40 },
    );
  });

  it('passes over a line that the crash tore, and tells it (R3)', async () => {
    const session = await begin();
    for (const batch of titles(3)) await session.append(journalPieces(batch));
    appendFileSync(journalOf(session.id), '{"n":4,"operations":[{"type":"set","target":{"of":"fro');
    const { project, applied, lostTail, problems } = await recovered(session.id);
    expect(project.front.title).toBe('Draft 3');
    expect({ applied, lostTail }).toEqual({ applied: 3, lostTail: 1 });
    expect(problems.map(({ kind }) => kind)).toEqual(['tail-lost']);
    await session.end();
  });

  it('gives what comes before a line that does not fit, and counts the rest (R3)', () => {
    const line = (n: number, operations: unknown) => `${JSON.stringify({ n, operations })}\n`;
    const remove = { type: 'remove', list: { of: 'letters' }, index: 7, item: { id: 'nobody' } };
    const good = line(1, titled('', 'Draft 1'));
    const cases = [
      line(2, [remove]),
      line(3, titled('', 'x')),
      line(2, [{ type: 'explode' }]),
      line(2, 7),
      'null\n',
    ];
    for (const bad of cases) {
      const result = replay(quillhaven, good + bad + line(3, titled('', 'Draft 3')), 0);
      expect(result.project.front.title).toBe('Draft 1');
      expect(result).toMatchObject({ applied: 1, lostTail: 2 });
    }
  });

  it('begins anew from the saved file, and keeps what was done since (R4)', async () => {
    const session = await begin();
    const saved = { ...quillhaven, front: { ...quillhaven.front, title: 'Draft 2' } };
    const [one = [], two = [], three = []] = titles(3);
    await session.append(journalPieces(one));
    await session.append(journalPieces(two));
    const mark = session.mark();
    const written = await saveProject({
      path: file,
      entries: projectEntries(saved),
      binaries: quillhavenBinaries,
    });
    void session.append(journalPieces(three));
    if (!written.ok) throw new Error();
    const { stamp } = written.value;
    const rebased = await session.rebase({
      file,
      mark,
      title: 'New',
      stamp,
      binaries: new Map(),
      written: [],
    });
    expect(rebased.ok).toBe(true);
    expect(readdirSync(join(recovery, session.id)).sort()).toEqual([
      'base-2.pamphlet',
      'binaries',
      'journal-2.jsonl',
      'session.json',
    ]);
    await session.append(journalPieces(titled('Draft 3', 'Draft 4')));
    expect(await recovered(session.id)).toMatchObject({
      project: { front: { title: 'Draft 4' } },
      applied: 2,
      title: 'New',
      stamp,
    });
    await session.end();
  });

  it('keeps its base when a later save has replaced the file already (R4)', async () => {
    const session = await begin();
    const [one = [], two = []] = titles(2);
    await session.append(journalPieces(one));
    const save = (title: string) =>
      saveProject({
        path: file,
        entries: projectEntries({ ...quillhaven, front: { ...quillhaven.front, title } }),
        binaries: quillhavenBinaries,
      });
    const first = await save('Draft 1');
    await session.append(journalPieces(two));
    const second = await save('Draft 2');
    if (!first.ok || !second.ok) throw new Error();
    const saved = (mark: number, stamp: FileStamp) =>
      session.rebase({ file, mark, title: '', stamp, binaries: new Map(), written: [] });
    expect(await saved(1, first.value.stamp)).toMatchObject({ ok: true });
    expect(readdirSync(join(recovery, session.id))).toContain('base-0.pamphlet');
    expect(await recovered(session.id)).toMatchObject({
      applied: 2,
      project: { front: { title: 'Draft 2' } },
    });
    expect(await saved(2, second.value.stamp)).toMatchObject({ ok: true });
    expect(await recovered(session.id)).toMatchObject({
      applied: 0,
      project: { front: { title: 'Draft 2' } },
    });
    await session.end();
  });

  it('keeps what the disk would not take, and writes it when it does (R2)', async () => {
    const session = await begin();
    const [one = [], two = [], three = []] = titles(3);
    await session.append(journalPieces(one));
    const handle = await open(file);
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const write = vi.spyOn(prototype, 'write').mockRejectedValueOnce(full);
    expect(await session.append(journalPieces(two))).toMatchObject({
      ok: false,
      failure: { kind: 'disk-full' },
    });
    expect((await recovered(session.id)).project.front.title).toBe('Draft 1');
    expect(await session.append(journalPieces(three))).toMatchObject({ ok: true });
    write.mockRestore();
    expect(await recovered(session.id)).toMatchObject({
      applied: 3,
      project: { front: { title: 'Draft 3' } },
    });
    await session.end();
  });

  it('is whole when the program ends between the new journal and the new base (R4)', async () => {
    const session = await begin();
    for (const batch of titles(3)) await session.append(journalPieces(batch));
    writeFileSync(join(recovery, session.id, 'journal-3.jsonl'), '');
    writeFileSync(join(recovery, session.id, 'base-3.pamphlet.tmp'), 'half');
    expect((await recovered(session.id)).project.front.title).toBe('Draft 3');
    await session.end();
  });

  it('falls back on the old base when the new one is unreadable (R4)', async () => {
    const session = await begin();
    for (const batch of titles(3)) await session.append(journalPieces(batch));
    writeFileSync(join(recovery, session.id, 'journal-3.jsonl'), '');
    writeFileSync(join(recovery, session.id, 'base-3.pamphlet'), '');
    expect((await recovered(session.id)).project.front.title).toBe('Draft 3');
    await session.end();
  });

  it('keeps binaries added since, and those that a save left out (R5)', async () => {
    const session = await begin();
    const [[path, picture] = ['', new Uint8Array()]] = quillhavenBinaries;
    await session.addBinary('assets/Lamp', Uint8Array.of(1));
    await session.addBinary('assets/lAMP', Uint8Array.of(2));
    const without = { ...quillhaven, assets: [] };
    await session.append(
      journalPieces([{ type: 'remove', list: { of: 'assets' }, index: 0, item: quillhaven.assets[0]! }]),
    );
    const saved = await saveProject({
      path: file,
      entries: projectEntries(without),
      binaries: quillhavenBinaries,
    });
    if (!saved.ok) throw new Error();
    expect(saved.value.written).not.toContain(path);
    const { written } = saved.value;
    await session.rebase({ file, mark: session.mark(), title: '', binaries: quillhavenBinaries, written });
    const { binaries } = await recovered(session.id);
    expect(binaries.get(path)).toEqual(picture);
    expect(binaries.get('assets/Lamp')).toEqual(Uint8Array.of(1));
    expect(binaries.get('assets/lAMP')).toEqual(Uint8Array.of(2));
    await session.end();
  });

  it('brings a picture back that was removed before a save and put back after it (R2, R5)', async () => {
    const picture: Block = {
      id: 'lamp-here',
      type: 'picture',
      asset: 'lamp',
      alternative: 'A lamp',
      content: [],
    };
    const removed: Operation = {
      type: 'splice',
      text: { of: 'introduction' },
      index: 0,
      removed: [picture],
      inserted: [],
    };
    const shown = { ...emptyProject('p', 'en', []), assets: quillhaven.assets, introduction: [picture] };
    const binaries = new Map([...quillhavenBinaries].filter(([path]) => path === 'assets/lamp'));
    const session = await begin(shown, binaries);
    await session.append(journalPieces([removed]));
    const worked = applyOperations(shown, [removed]);
    const entries = projectEntries(withoutUnshownAssets(worked));
    const saved = await saveProject({ path: file, entries, binaries });
    if (!saved.ok) throw new Error();
    expect(saved.value.written).toEqual([]);
    const { written } = saved.value;
    await session.rebase({ file, mark: session.mark(), title: '', binaries, written, assets: worked.assets });
    const put = { id: 'other', mediaType: 'image/png', name: 'other.png' } as const;
    await session.append(journalPieces(invertOperations([removed])));
    await session.append(journalPieces([{ type: 'insert', list: { of: 'assets' }, index: 1, item: put }]));
    const result = await recovered(session.id);
    expect(result.project).toEqual({ ...shown, assets: [...shown.assets, put] });
    expect(result).toMatchObject({ applied: 2, lostTail: 0, problems: [] });
    expect(result.binaries.get('assets/lamp')).toEqual(quillhavenBinaries.get('assets/lamp'));
    await session.end();
  });

  it('takes no names but those of binaries', async () => {
    const session = await begin();
    expect(() => session.addBinary('../../evil', Uint8Array.of(1))).toThrow(RangeError);
    await session.end();
    expect(await recoverSession(recovery, '../..')).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
    await discardSession(recovery, '../..');
    expect(readdirSync(folder)).toContain('answer.pamphlet');
  });
});

describe('sessions', () => {
  it('held by a living process are not offered, nor removed (R6)', async () => {
    const session = await begin();
    await session.append(journalPieces(titled('', 'x')));
    expect(await unfinishedSessions(recovery)).toEqual([]);
    await discardSession(recovery, session.id);
    await clearFinishedSessions(recovery);
    expect(readdirSync(recovery)).toEqual([session.id]);
    await session.end();
  });

  it('that cannot be begun leave nothing and say why', async () => {
    const info = { title: '', unsaved: false };
    const gone = await beginSession(recovery, { file: join(folder, 'gone.pamphlet') }, info);
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    expect(readdirSync(recovery)).toEqual([]);
    expect(await beginSession(join(file, 'under'), { file }, info)).toMatchObject({ ok: false });
  });

  it('closed in good order leave nothing (R1)', async () => {
    const session = await begin();
    await session.append(journalPieces(titled('', 'x')));
    await session.end();
    expect(readdirSync(recovery)).toEqual([]);
  });

  it('of a dead process are offered when they hold work, and else removed (R6)', async () => {
    const [worked, idle] = [await begin(), await begin()];
    await worked.append(journalPieces(titled('', 'x')));
    orphan(worked.id);
    orphan(idle.id);
    mkdirSync(join(recovery, 'not-a-session'));
    const unfinished = await unfinishedSessions(recovery);
    expect(unfinished).toMatchObject([{ id: worked.id, title: 'Answer', path: file }]);
    await clearFinishedSessions(recovery);
    expect(readdirSync(recovery).sort()).toEqual([worked.id, 'not-a-session'].sort());
    await discardSession(recovery, worked.id);
    expect(readdirSync(recovery)).toEqual(['not-a-session']);
    await Promise.all([worked.end(), idle.end()]);
  });

  it('whose base is itself unsaved are offered without any operation (R6)', async () => {
    const base = { entries: projectEntries(quillhaven), binaries: quillhavenBinaries };
    const begun = await beginSession(recovery, base, { title: 'Restored', unsaved: true });
    if (!begun.ok) throw new Error();
    orphan(begun.value.id);
    expect(await unfinishedSessions(recovery)).toMatchObject([{ title: 'Restored' }]);
    await begun.value.end();
  });
});

describe('a process that is killed', () => {
  it.each([
    ['before any save', 0],
    ['after a save', 20],
  ])('while it works, %s, loses nothing that was in the journal (R2)', async (_, saveAt) => {
    const args = ['--import', 'tsx', 'test/support/crashing-session.ts', recovery, file, String(saveAt)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        if (output.split('\n').length > 40) child.kill('SIGKILL');
      });
      child.on('error', reject);
      child.on('close', () => resolve());
    });
    const told = output.trim().split('\n').length;
    expect(told).toBeGreaterThanOrEqual(40);

    const [session, ...others] = await unfinishedSessions(recovery);
    expect(others).toEqual([]);
    const result = await recovered(session?.id ?? '');
    const count = Number(/^Draft (\d+)$/.exec(result.project.front.title)?.[1]);
    expect(count).toBeGreaterThanOrEqual(told);
    expect(result.applied + saveAt).toBe(count);
    expect(result.lostTail).toBeLessThanOrEqual(1);
    const added = result.project.introduction.slice(quillhaven.introduction.length).map(({ id }) => id);
    expect(added).toEqual(Array.from({ length: count }, (_, i) => `word${i + 1}`));
    const loaded = await loadProject(file);
    expect(loaded.ok && loaded.state).toBe('sound');
    if (saveAt > 0) expect(loaded.ok && loaded.stamp).toEqual(result.stamp);
  });
});
