import { afterAll, describe, expect, it, vi } from 'vitest';
import { printData } from '../../../core/export/print-data.ts';
import { NativeTypesetter } from '../../../electron/pdf/native.ts';
import { problem, standardNotMet } from '../../../electron/pdf/problems.ts';
import { info, pageTexts } from './poppler.ts';
import { DOT, paragraph, quillhaven } from './quillhaven.ts';

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const typesetter = new NativeTypesetter();
afterAll(() => typesetter.dispose());
const small = (words: string) => quillhaven({ introduction: [paragraph(words)], parts: [], letters: [] });

describe('characters that no font has', () => {
  it('are named, and the pages come out as a plain tagged PDF', async () => {
    const result = await typesetter.compile({
      data: printData(small('A glyph: 𓀀 and 図書館.')),
      assets: new Map(),
    });
    if (!result.ok) throw new Error('not set');
    const [glyphs, standard] = result.warnings;
    expect(glyphs?.message).toContain('図');
    expect(glyphs?.raw).toContain('U+13000');
    expect(standard?.message).toMatch(/does not meet the full accessibility standard \(PDF\/UA\)/);
    expect(info(result.pdf).get('Tagged')).toBe('yes');
    expect(pageTexts(result.pdf).join('')).toContain('A glyph:');
  });
  it.each([
    '📚 and ❧ ☞ → ☃',
    'soft\u00adhyphen',
    'joiner\u200d and mark\u200f',
    'e\u0301 n\u0303',
    '½ × ± № ™',
    '“” ‘’ – — …',
  ])('are not among %s', async (words) => {
    const result = await typesetter.compile({ data: printData(small(words)), assets: new Map() });
    expect(result.ok && result.warnings).toEqual([]);
  });
});

describe('pictures', () => {
  const picture = (asset: string) =>
    quillhaven({
      introduction: [
        { type: 'picture', asset, mediaType: 'image/png', alternative: 'The quay', content: [] },
      ],
      parts: [],
      letters: [],
    });
  it.each([
    ['damaged', Uint8Array.of(1, 2, 3)],
    ['cut off', DOT.slice(0, 40)],
  ])('that are %s are replaced by their description', async (_, bytes) => {
    const assets = new Map([
      ['bad', bytes],
      ['dot', DOT],
    ]);
    const result = await typesetter.compile({ data: printData(picture('bad')), assets });
    if (!result.ok) throw new Error('not set');
    expect(result.warnings.map(({ raw }) => raw)).toEqual(['unreadable asset: bad']);
    expect(pageTexts(result.pdf).join('')).toContain('The quay');
  });
  it('with names that are paths are not looked for', async () => {
    const result = await typesetter.compile({
      data: printData(picture('../../etc/hostname')),
      assets: new Map([['../../etc/hostname', DOT]]),
    });
    if (!result.ok) throw new Error('not set');
    expect(pageTexts(result.pdf).join('')).toContain('The quay');
  });
});

describe('standards', () => {
  it.each(['a-2b', 'a-3a', 'plain'] as const)('%s', async (pdfStandard) => {
    const result = await typesetter.compile({
      data: printData(small('Words.')),
      assets: new Map(),
      pdfStandard,
    });
    expect(result.ok && result.warnings).toEqual([]);
  });
  it('that need a date say so', async () => {
    const source = small('Words.');
    const undated = { ...source, front: { ...source.front, isoDate: undefined } };
    const result = await typesetter.compile({
      data: printData(undated),
      assets: new Map(),
      pdfStandard: 'a-2b',
    });
    expect(result.ok && result.warnings[0]?.message).toMatch(/needs a date/);
  });
});

describe('words for problems', () => {
  it('keep what the typesetter said', () => {
    expect(problem('failed to decode image (x)', 'error')).toEqual({
      message: 'A picture could not be read. It may be damaged.',
      raw: 'failed to decode image (x)',
      severity: 'error',
    });
    expect(standardNotMet('a-2b', 'PDF/A-2b error: missing document date').message).toMatch(
      /PDF\/A-2B.*date/,
    );
  });
  it('never blame the writer for a fault of ours', () => {
    expect(problem('cannot add none and length', 'error').message).toMatch(/fault in Pamphleteer/);
  });
  it('come for data that is none', async () => {
    const result = await typesetter.compile({ data: { nonsense: true }, assets: new Map() });
    expect(result).toMatchObject({ ok: false });
  });
});
