import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeCounter, codeLetters, type Counted } from '../../../core/derived/count-codes.ts';

const SERIES = [
  { before: '', after: '' },
  { before: 'R1.', after: '' },
  { before: 'A', after: '-x' },
];
const count = (items: readonly Counted[], frozen?: Readonly<Record<string, string>>) =>
  Object.fromEntries(new CodeCounter(frozen).count(items));
const list = (...ids: readonly string[]): Counted[] => ids.map((id) => ({ id, series: SERIES[0]! }));

describe('codeLetters', () => {
  it.each([
    [0, 'a'],
    [25, 'z'],
    [26, 'aa'],
    [51, 'az'],
    [52, 'ba'],
    [701, 'zz'],
    [702, 'aaa'],
  ])('%i is %s', (index, letters) => expect(codeLetters(index)).toBe(letters));
});

describe('K1: codes that nobody has seen yet', () => {
  it('count each series by itself, and letters within a number', () => {
    const [plain, reviewer] = SERIES as [Counted['series'], Counted['series']];
    const items: Counted[] = [
      { id: 'a', series: plain },
      { id: 'b', series: reviewer },
      { id: 'c', series: reviewer },
      { id: 'd', series: reviewer, shares: true },
      { id: 'e', series: reviewer, shares: true },
      { id: 'f', series: plain },
    ];
    expect(count(items)).toEqual({ a: '1', b: 'R1.1', c: 'R1.2a', d: 'R1.2b', e: 'R1.2c', f: '2' });
  });
});

describe('published codes', () => {
  const four = { a: '1', b: '2', c: '3', d: '4' };
  it.each<[string, readonly string[], Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['K3: what comes between takes a letter', ['a', 'b', 'x', 'y', 'c', 'd'], four, { x: '2a', y: '2b' }],
    ['K3: what comes first takes 0', ['x', 'a', 'b', 'c', 'd'], four, { x: '0a' }],
    ['K3: what comes last goes on', ['a', 'b', 'c', 'd', 'x', 'y'], four, { x: '5', y: '6' }],
    ['K4: between 2 and 2a comes 2b', ['a', 'b', 'y', 'x', 'c'], { ...four, x: '2a' }, { y: '2b' }],
    [
      'K5: the code of what is gone stays its own',
      ['a', 'b', 'x', 'c'],
      { ...four, gone: '2a' },
      { x: '2b' },
    ],
    ['K5: the last number is not given again', ['a', 'b', 'x'], four, { x: '5' }],
  ])('%s', (_, ids, frozen, made) => {
    const codes = count(list(...ids), frozen);
    expect(codes).toMatchObject(made);
    for (const id of ids) if (frozen[id]) expect(codes[id]).toBe(frozen[id]);
  });

  it('a point that comes to share a published number takes a letter of it', () => {
    const [plain] = SERIES as [Counted['series']];
    const items = [
      { id: 'a', series: plain },
      { id: 'x', series: plain, shares: true },
      { id: 'b', series: plain },
    ];
    expect(count(items, { a: '1', b: '2' })).toEqual({ a: '1', x: '1a', b: '2' });
  });
});

/** Reads the rules anew, as plainly as can be. */
function reference(
  items: readonly Counted[],
  frozen: Readonly<Record<string, string>>,
): Record<string, string> {
  const taken = new Set(Object.values(frozen));
  const codes: Record<string, string> = {};
  const free = (base: string) => {
    let most = -1;
    for (const code of taken)
      for (let i = 0; i < 200; i++) if (code === base + codeLetters(i)) most = Math.max(most, i);
    const code = base + codeLetters(most + 1);
    taken.add(code);
    return code;
  };
  const numberOf = (code: string, { before, after }: Counted['series']) => {
    for (let n = 0; n <= 60; n++)
      if (
        code === before + n + after ||
        [...Array(60).keys()].some((i) => code === before + n + after + codeLetters(i))
      )
        return n;
    return undefined;
  };
  const same = (a: Counted, b: Counted) =>
    a.series.before === b.series.before && a.series.after === b.series.after;
  for (let i = 0; i < items.length;) {
    let end = i + 1;
    while (items[end]?.shares) end++;
    const group = items.slice(i, end);
    const [head] = group as [Counted];
    const later = items
      .slice(i)
      .some(
        (item) =>
          frozen[item.id] !== undefined &&
          same(item, head) &&
          numberOf(frozen[item.id]!, head.series) !== undefined,
      );
    if (!later && group.every(({ id }) => frozen[id] === undefined)) {
      const { before, after } = head.series;
      let n = 1 + Math.max(0, ...[...taken].map((code) => numberOf(code, head.series) ?? 0));
      const made = () => group.map((_, k) => before + n + after + (group.length > 1 ? codeLetters(k) : ''));
      while (made().some((code) => taken.has(code))) n++;
      made().forEach((code, k) => {
        codes[group[k]!.id] = code;
        taken.add(code);
      });
    } else {
      group.forEach((item, k) => {
        const published = frozen[item.id];
        if (published !== undefined) codes[item.id] = published;
        else {
          const own = group.slice(0, k).findLast(({ id }) => frozen[id] !== undefined);
          const before = items
            .slice(0, i + k)
            .findLast(
              (each) =>
                frozen[each.id] !== undefined &&
                same(each, item) &&
                numberOf(frozen[each.id]!, item.series) !== undefined,
            );
          const from = own ?? before;
          const n = from ? numberOf(frozen[from.id]!, from.series) : 0;
          codes[item.id] = free(
            own && n === undefined
              ? frozen[own.id]!
              : (own ?? item).series.before + String(n) + (own ?? item).series.after,
          );
        }
      });
    }
    i = end;
  }
  return codes;
}

/** A project's life: points come and go and are moved; now and then the codes are published. */
const acts = fc.array(
  fc.record({
    what: fc.constantFrom('insert', 'insert', 'remove', 'move', 'share', 'publish'),
    at: fc.nat(30),
    to: fc.nat(30),
    series: fc.nat(2),
  }),
  { maxLength: 40 },
);

describe('over the life of a project', () => {
  it('no published code changes, all codes differ, none is given twice, and a plain reading of the rules agrees', () => {
    fc.assert(
      fc.property(acts, (life) => {
        let items: Counted[] = [];
        let frozen: Record<string, string> = {};
        const ever = new Map<string, string>();
        let next = 0;
        for (const { what, at, to, series } of life) {
          const index = items.length === 0 ? 0 : at % items.length;
          const item = items[index];
          if (what === 'insert')
            items = items.toSpliced(at % (items.length + 1), 0, {
              id: `p${next++}`,
              series: SERIES[series]!,
            });
          else if (item && what === 'remove') items = items.toSpliced(index, 1);
          else if (item && what === 'move')
            items = items.toSpliced(index, 1).toSpliced(to % items.length, 0, item);
          else if (item && what === 'share') items = items.with(index, { ...item, shares: !item.shares });
          items = items.map((each, i) => (i === 0 ? { ...each, shares: false } : each));
          const codes = count(items, frozen);
          expect(new Set(Object.values(codes)).size).toBe(items.length);
          for (const { id } of items) {
            if (frozen[id] !== undefined) expect(codes[id]).toBe(frozen[id]);
            const owner = [...ever].find(([, code]) => code === codes[id]);
            if (owner) expect(owner[0]).toBe(id);
          }
          if (Object.keys(frozen).length > 0) expect(codes).toEqual(reference(items, frozen));
          if (what === 'publish') {
            frozen = { ...frozen, ...codes };
            for (const [id, code] of Object.entries(frozen)) ever.set(id, code);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
