import { readFileSync } from 'node:fs';
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Project } from '../../../core/document/project.ts';
import { openProject, type Opened } from '../../../core/storage/open.ts';
import { binaryPaths, projectEntries } from '../../../core/storage/serialise.ts';
import { packProject } from '../../../core/storage/zip.ts';
import { readZip } from '../../../core/storage/zip-reader.ts';
import { binariesOf, projects } from '../../support/arbitraries.ts';
import { quillhaven, quillhavenBinaries } from '../../support/quillhaven-project.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

function pack(project: Project, binaries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const packed = packProject(projectEntries(project), binaries);
  if (!packed.ok) throw new Error(packed.failure.what);
  return packed.value;
}

function open(bytes: Uint8Array): Opened {
  const opened = openProject(bytes);
  if (!opened.ok) throw new Error(opened.failure.what);
  return opened;
}

describe('a project written and opened again', () => {
  it('is the same, whatever it holds (F1)', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const binaries = binariesOf(project);
        const opened = open(pack(project, binaries));
        expect(opened.problems).toEqual([]);
        expect(opened.state).toBe('sound');
        deepStrictEqual(opened.project, project);
        deepStrictEqual(new Map([...opened.binaries].sort()), new Map([...binaries].sort()));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same bytes each time (F2)', () => {
    const bytes = pack(quillhaven, quillhavenBinaries);
    const shuffled = new Map([...quillhavenBinaries].reverse());
    expect(Buffer.compare(pack(quillhaven, shuffled), bytes)).toBe(0);
    const again = pack(open(bytes).project, quillhavenBinaries);
    expect(Buffer.compare(pack(open(again).project, quillhavenBinaries), again)).toBe(0);
  });

  it('tells its type in its first bytes (F3)', () => {
    const bytes = pack(quillhaven, quillhavenBinaries);
    expect(new TextDecoder().decode(bytes.subarray(30, 64))).toBe('mimetypeapplication/x-pamphlet+zip');
    expect(readZip(bytes)?.entries.map(({ path }) => path)).toEqual([
      'mimetype',
      'project.json',
      'letters/board.json',
      'letters/keeper.json',
      ...binaryPaths(quillhaven),
    ]);
  });

  it('holds only the binaries that it refers to (F4)', () => {
    const more = new Map([
      ...quillhavenBinaries,
      ['assets/cut', Uint8Array.of(1)],
      ['../evil', Uint8Array.of(2)],
    ]);
    expect(Buffer.compare(pack(quillhaven, more), pack(quillhaven, quillhavenBinaries))).toBe(0);
  });

  it('keeps fields of CSL that it does not know, and no others (F5)', () => {
    const odd = { ...quillhaven, colour: 'blue' };
    const opened = open(pack(odd, quillhavenBinaries));
    expect(opened.project).not.toHaveProperty('colour');
    expect(opened.project.letters[0]?.item).toHaveProperty('archive', 'Town chest, 3');
  });

  it('opens even when its text repeats itself beyond what a bomb would', () => {
    const blocks = [{ id: 'b', type: 'paragraph' as const, content: [{ text: 'oil '.repeat(2_000_000) }] }];
    const letter = { ...quillhaven.letters[1]!, id: 'long', code: 'C1', blocks };
    const project = { ...quillhaven, letters: [...quillhaven.letters, letter] };
    expect(open(pack(project, quillhavenBinaries)).state).toBe('sound');
  });
});

describe('texts of the parts', () => {
  it('of letters that did not change are not made anew', () => {
    const before = projectEntries(quillhaven);
    const titled = { ...quillhaven, front: { ...quillhaven.front, title: 'Another' } };
    const after = projectEntries(titled);
    expect(after[0]?.text).not.toBe(before[0]?.text);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  it('hold no letter’s body outside the letter’s own part', () => {
    const [head, first] = projectEntries(quillhaven);
    expect(head?.text).not.toContain('Turn down the wick');
    expect(first?.text).toContain('Turn down the wick');
  });
});

describe('the fixture of version 1', () => {
  it('opens as what it was made of', () => {
    const opened = open(readFileSync('test/fixtures/format/v1.pamphlet'));
    expect(opened.problems).toEqual([]);
    deepStrictEqual(opened.project, quillhaven);
    expect([...opened.binaries.keys()].sort()).toEqual([...quillhavenBinaries.keys()].sort());
  });
});
