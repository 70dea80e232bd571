import { describe, expect, it } from 'vitest';
import { formatCitations } from '../../../core/citations/format.ts';
import { readStyle } from '../../../core/citations/read-style.ts';

const style = (inner: string, info = '<title>Quillhaven house style</title>', attributes = 'version="1.0"') =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" ${attributes}><info>${info}</info>${inner}</style>`;
const CITATION =
  '<citation><layout prefix="‹" suffix="›" delimiter="; "><text macro="work"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography>';
const MACRO = '<macro name="work"><text variable="title" font-style="italic"/></macro>';
const refusal = (csl: string): string => {
  const read = readStyle('house.csl', csl);
  return read.ok ? '' : read.message;
};

describe('a style file', () => {
  it('that is whole is taken, and cites', () => {
    const csl = style(MACRO + CITATION);
    const read = readStyle('house.csl', csl);
    expect(read.ok && read.style.name).toBe('Quillhaven house style');
    const made = formatCitations({
      style: { id: 's', name: 'house', notes: false, csl },
      language: 'en',
      missing: 'missing',
      items: [{ id: 'a', type: 'book', title: 'Lamps' }],
      clusters: [{ id: 'c', note: 0, items: [{ reference: 'a' }] }],
    });
    expect(made.failed).toBe(false);
    expect(made.citations['c']?.content.flatMap(({ content }) => content)).toEqual([
      { text: '‹' },
      { text: 'Lamps', marks: ['emphasis'] },
      { text: '›' },
    ]);
  });

  it.each([
    ['text', 'The roof is leaking', /isn’t well-formed/],
    ['HTML', '<html><body/></html>', /isn’t a citation style/],
    ['a locale', '<locale/>', /words of a language/],
    ['no name', style(MACRO + CITATION, ''), /doesn’t say its name/],
    [
      'a dependent style',
      style(
        '',
        '<title>Gazette</title><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>',
      ),
      /“Gazette” only says that it is like another style, “apa”/,
    ],
    ['an old version', style(MACRO + CITATION, undefined, 'version="0.8.1"'), /version of CSL/],
    ['no citation', style(MACRO), /how to cite/],
    ['a macro that isn’t there', style(CITATION), /“work” isn’t there/],
    [
      'a macro that calls itself',
      style(
        `<macro name="work"><text macro="other"/></macro><macro name="other"><text macro="work"/></macro>${CITATION}`,
      ),
      /leads back to itself/,
    ],
    ['entities', `<!DOCTYPE style [<!ENTITY a "aaaa">]>${style(MACRO + CITATION)}`, /well-formed/],
    ['too much', style(MACRO + CITATION) + ' '.repeat(1_000_000), /too large/],
    ['deep nesting', `${'<style>'.repeat(5000)}`, /well-formed/],
  ])('with %s is refused in a sentence', (_, csl, message) => {
    expect(refusal(csl)).toMatch(message);
  });
});
