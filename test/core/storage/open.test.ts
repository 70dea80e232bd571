import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { projectEntries } from '../../../core/storage/serialise.ts';
import { describeProblem, FAILURES, failure } from '../../../core/storage/messages.ts';
import { migrate, MIGRATIONS } from '../../../core/storage/migrate.ts';
import { openProject, type OpenResult } from '../../../core/storage/open.ts';
import { FORMAT_VERSION } from '../../../core/storage/serialise.ts';
import { packProject, unpackProject } from '../../../core/storage/zip.ts';
import { quillhaven, quillhavenBinaries } from '../../support/quillhaven-project.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

type Files = Record<string, string | Uint8Array>;

function files(): Files {
  const texts = projectEntries(quillhaven).map(({ path, text }) => [path, text] as const);
  return {
    mimetype: 'application/x-pamphlet+zip',
    ...Object.fromEntries(texts),
    ...Object.fromEntries(quillhavenBinaries),
  };
}

function zip(parts: Files): Uint8Array {
  const bytes: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    bytes[path] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return zipSync(bytes, { level: 0 });
}

/** The file with one part changed; undefined leaves the part out. */
function changed(path: string, change: (text: string) => string | Uint8Array | undefined): OpenResult {
  const parts = files();
  const result = change(parts[path] as string);
  if (result === undefined) delete parts[path];
  else parts[path] = result;
  return openProject(zip(parts));
}

function inHead(change: (project: Record<string, unknown>) => void): OpenResult {
  return changed('project.json', (text) => {
    const head = JSON.parse(text) as { project: Record<string, unknown> };
    change(head.project);
    return JSON.stringify(head);
  });
}

const kindOf = (result: OpenResult) => (result.ok ? result.state : result.failure.kind);
const kinds = (result: OpenResult) => (result.ok ? result.problems.map(({ kind }) => kind) : []);
const opened = (result: OpenResult) => {
  if (!result.ok) throw new Error(result.failure.what);
  return result;
};

describe('a file that is not opened', () => {
  const cases: Record<string, [Uint8Array, string]> = {
    'is text': [new TextEncoder().encode('To the readers of Quillhaven'), 'not-ours'],
    'is another program’s zip': [zip({ 'word/document.xml': '<x/>' }), 'not-ours'],
    'is empty': [new Uint8Array(), 'damaged'],
    'is all zeros, as a crash leaves it': [new Uint8Array(5000), 'damaged'],
    'has only its type': [zip({ mimetype: 'application/x-pamphlet+zip' }), 'damaged'],
    'leads out of its folder': [zip({ ...files(), '../evil.json': '{}' }), 'unsafe'],
    'names a drive': [zip({ ...files(), 'C:/evil': '{}' }), 'unsafe'],
    'holds too many parts': [
      zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`n${i}`, '']))),
      'too-large',
    ],
  };
  it.each(Object.entries(cases))('because it %s (F10)', (_, [bytes, kind]) => {
    expect(kindOf(openProject(bytes))).toBe(kind);
  });

  it('because a newer version wrote it, and says so (F11)', () => {
    const result = changed('project.json', (text) =>
      text.replace(`"version":${FORMAT_VERSION}`, `"version":${FORMAT_VERSION + 1}`),
    );
    expect(kindOf(result)).toBe('too-new');
  });

  it('because two parts have one name', () => {
    const bytes = zip({ 'letters/a.json': '{}', 'letters/b.json': '{}', ...files() });
    const name = new TextEncoder().encode('letters/b.json');
    for (let at = 0; at + name.length <= bytes.length; at++) {
      if (name.every((byte, i) => bytes[at + i] === byte)) bytes[at + 8] = 'a'.charCodeAt(0);
    }
    expect(kindOf(openProject(bytes))).toBe('unsafe');
  });

  it('because it would unpack to more than its limits, before any of it is unpacked', () => {
    const bomb = zipSync({ 'letters/a.json': [new Uint8Array(80_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(100_000);
    expect(kindOf(openProject(bomb))).toBe('too-large');
    const limits = { entries: 9, entrySize: 100, totalSize: 150, ratio: 1e9, ratioFrom: 0 };
    expect(unpackProject(zip({ a: 'x'.repeat(101) }), limits)).toMatchObject({
      failure: { kind: 'too-large' },
    });
    expect(unpackProject(zip({ a: 'x'.repeat(90), b: 'x'.repeat(90) }), limits)).toMatchObject({ ok: false });
  });

  it('is not written either', () => {
    const limits = { entries: 3, entrySize: 1e9, totalSize: 1e9, ratio: 1000, ratioFrom: 1e9 };
    const result = packProject(projectEntries(quillhaven), quillhavenBinaries, limits);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  });

  it('gives a size that lies no more memory than it told', () => {
    const bytes = zipSync({ mimetype: [new Uint8Array(1_000_000), { level: 9 }] });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 1_000_000) view.setUint32(at, 10, true);
    const result = unpackProject(bytes);
    expect(result.ok && result.value.altered.has('mimetype')).toBe(true);
    expect(result.ok && result.value.files.get('mimetype')?.length).toBe(10);
  });
});

describe('a damaged file', () => {
  it('keeps the passages of a letter whose text is lost, with their words (F12)', () => {
    const { project, state, problems } = opened(changed('letters/board.json', () => '{"id":'));
    expect(state).toBe('rescued');
    expect(problems.map(({ kind }) => kind)).toEqual(['entry-damaged', 'letter-lost']);
    expect(project.letters[0]).toMatchObject({ code: 'A1', item: { title: 'To the readers of Quillhaven' } });
    expect(project.letters[1]).toEqual(quillhaven.letters[1]);
    expect(project.highlights.map(({ quote }) => quote)).toEqual(
      quillhaven.highlights.map(({ quote }) => quote),
    );
    expect(project.letters[0]?.blocks).toEqual([
      { id: 'closing', type: 'preformatted', content: [{ text: quillhaven.highlights[0]?.quote }] },
    ]);
    expect(project.sections).toEqual(quillhaven.sections);
  });

  it('keeps the letters when the rest is lost (F12)', () => {
    const result = opened(changed('project.json', () => undefined));
    expect(kinds(result)).toContain('project-lost');
    expect(result.project.letters.map(({ blocks }) => blocks[0])).toEqual(
      quillhaven.letters.map(({ blocks }) => blocks[0]),
    );
  });

  it.each([0.5, 0.9, 0.99])('of which the end beyond %d is missing gives what comes before', (part) => {
    const packed = packProject(projectEntries(quillhaven), quillhavenBinaries);
    if (!packed.ok) throw new Error();
    const result = openProject(packed.value.subarray(0, packed.value.length * part));
    expect(kindOf(result)).toBe('rescued');
    expect(kinds(result)).toContain('directory-lost');
  });

  it('loses one inline and no more when one makes no sense', () => {
    const result = inHead((project) => {
      const [section] = project['sections'] as { points: { answer: { content: unknown[] }[] }[] }[];
      section?.points[0]?.answer[0]?.content.splice(2, 1, { type: 'script', text: 7 });
    });
    expect(kinds(result)).toEqual(['part-removed']);
    const { problems, project } = opened(result);
    expect(problems[0]?.where).toBe('project.json, sections.0.points.0.answer.0.content.2');
    expect(project.sections[0]?.points[0]?.answer[0]).toMatchObject({ content: { length: 6 } });
  });

  it('has a setting that makes no sense set back', () => {
    const result = inHead((project) => Object.assign(project['settings'] as object, { paper: 'vellum' }));
    expect(kinds(result)).toEqual(['field-reset']);
    expect(opened(result).project.settings).toEqual(quillhaven.settings);
  });

  it('tells of a picture and an original that are gone', () => {
    const parts = files();
    for (const path of quillhavenBinaries.keys()) delete parts[path];
    expect(kinds(openProject(zip(parts)))).toEqual(['picture-bytes-missing', 'original-missing']);
  });

  it('cannot change a prototype', () => {
    const result = changed('project.json', (text) =>
      text.replace('"front":{', '"__proto__":{"polluted":1},"front":{"\\u005f_proto__":{"polluted":1},'),
    );
    expect(kindOf(result)).toBe('sound');
    expect({}).not.toHaveProperty('polluted');
    expect(opened(result).project).not.toHaveProperty('polluted');
    expect(opened(result).project.front).not.toHaveProperty('polluted');
  });

  it('nested beyond reason is refused, not crashed on', () => {
    const result = changed('project.json', (text) => {
      const note = '{"type":"note","id":"n","body":[';
      const deep = `${note.repeat(50_000)}${']}'.repeat(50_000)}`;
      return text.replace(
        '"introduction":[',
        `"introduction":[{"id":"z","type":"paragraph","content":[${deep}]},`,
      );
    });
    expect(['damaged', 'rescued']).toContain(kindOf(result));
  });
});

describe('migration', () => {
  const raw = { project: { a: 1 }, letters: new Map() };
  it('has a step from each version to the next', () => {
    expect(MIGRATIONS).toHaveLength(FORMAT_VERSION - 1);
  });
  it('takes a file through every step from its own version on', () => {
    const steps = [2, 3, 4].map((to) => (from: typeof raw) => ({
      ...from,
      project: { ...from.project, to },
    }));
    expect(migrate(raw, 1, steps as never, 4).project).toEqual({ a: 1, to: 4 });
    expect(migrate(raw, 4, steps as never, 4)).toBe(raw);
    expect(() => migrate(raw, 1, [], 2)).toThrow(RangeError);
  });
});

describe('messages', () => {
  it.each(FAILURES)('say what happened and what to do: %s', (kind) => {
    const { what, advice, where } = failure(kind, '/home/reader/answer.pamphlet');
    expect(what).toMatch(/[.]$/);
    expect(advice).toMatch(/[.]$/);
    expect(where).toBe('/home/reader/answer.pamphlet');
  });
  it('name the place and the words of a problem', () => {
    const problem = {
      kind: 'passage-unplaced',
      lost: true,
      where: 'highlight k3',
      detail: 'lamp oil',
    } as const;
    expect(describeProblem(problem)).toMatch(/\(highlight k3\): lamp oil$/);
  });
});
