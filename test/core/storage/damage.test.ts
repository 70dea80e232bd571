import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Project } from '../../../core/document/project.ts';
import { admitProject, openProject } from '../../../core/storage/open.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import type { Json } from '../../../core/storage/json.ts';
import { projectEntries } from '../../../core/storage/serialise.ts';
import { packProject } from '../../../core/storage/zip.ts';
import { binariesOf, projects } from '../../support/arbitraries.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

function pack(project: Project): Uint8Array {
  const packed = packProject(projectEntries(project), binariesOf(project));
  if (!packed.ok) throw new Error(packed.failure.what);
  return packed.value;
}

/** What is given is a project that can be written and opened again without any more being wrong. */
function expectValid(project: Project): void {
  expect(checkProject(project).problems).toEqual([]);
  const again = openProject(pack(project));
  expect(again.ok && again.state).toBe('sound');
  expect(again.ok && again.project).toEqual(project);
}

interface Damage {
  readonly kind: 'flip' | 'cut' | 'blank' | 'put' | 'drop';
  /** 0 to 1: where in the file. */
  readonly at: number;
  readonly bytes: Uint8Array;
}
const damages: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'blank', 'put', 'drop'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});

function damaged(bytes: Uint8Array, { kind, at, bytes: noise }: Damage): Uint8Array {
  const index = Math.floor(at * bytes.length);
  const result = Uint8Array.from(bytes);
  switch (kind) {
    case 'flip':
      noise.subarray(0, 3).forEach((byte, i) => (result[(index + i * 97) % result.length]! ^= byte || 1));
      return result;
    case 'blank':
      return result.fill(0, index, index + noise.length * 8);
    case 'cut':
      return result.subarray(0, index);
    case 'put':
      return Uint8Array.from([...result.subarray(0, index), ...noise, ...result.subarray(index)]);
    case 'drop':
      return Uint8Array.from([...result.subarray(0, index), ...result.subarray(index + noise.length)]);
  }
}

/** Puts `value` in the place of one thing somewhere within `json`. */
function replaceWithin(json: unknown, path: readonly number[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof json !== 'object' || json === null) return value;
  const keys = Object.keys(json);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const inner = replaceWithin((json as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(json)) return json.with(Number(key), inner);
  return { ...json, [key]: inner };
}

const NONSENSE = [null, '', 'nonsense', -1, 1e9, [], {}, [[]], { id: 'A1' }, { text: 'x' }, true];

describe('a damaged file (F13)', () => {
  it('never throws, and gives a valid project or a reason', () => {
    fc.assert(
      fc.property(projects, fc.array(damages, { minLength: 1, maxLength: 3 }), (project, all) => {
        const opened = openProject(all.reduce(damaged, pack(project)));
        if (opened.ok) expectValid(opened.project);
        else expect(opened.failure.what).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('that is any bytes at all is refused with a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(openProject(bytes).ok).toBe(false);
        expect(openProject(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes])).ok).toBe(false);
      }),
    );
  });

  it('whose parts are sound JSON with nonsense in it gives a valid project or a reason', () => {
    const path = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
    const replacements = fc.array(fc.tuple(path, fc.constantFrom(...NONSENSE)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(projects, replacements, (project, all) => {
        const { letters, ...rest } = project;
        const heads = letters.map(({ blocks: _, ...head }) => head);
        const whole = all.reduce<unknown>((json, [at, value]) => replaceWithin(json, at, value), {
          head: { ...rest, letters: heads },
          bodies: letters,
        }) as { head: Json; bodies: unknown };
        const bodies = Array.isArray(whole.bodies) ? (whole.bodies as Json[]) : [];
        const parts = new Map(bodies.map((body, i) => [letters[i]?.id ?? 'letter', body]));
        const admitted = admitProject({ project: whole.head, letters: parts });
        if (admitted.ok) expectValid(admitted.project);
      }),
      { numRuns: 150 },
    );
  });
});
