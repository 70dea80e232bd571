import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragments, type Selector } from '../../../core/anchoring/annotation-selectors.ts';
import { locate } from '../../../core/anchoring/locate.ts';
import { selectorsOf } from '../../../core/anchoring/selectors.ts';
import type { PageNode } from '../../../core/anchoring/range-selector.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';
import { canonicalText, offsetToPosition } from '../../../core/text/canonical.ts';

const TEXT =
  'The 📚 library closes on Thursdays.\nThe reading room closes at nine, and “nobody” has mended the roof.\n' +
  'The library opens on Fridays.';
const quote = (exact: string, prefix?: string, suffix?: string): Selector => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix === undefined ? {} : { prefix }),
  ...(suffix === undefined ? {} : { suffix }),
});
const position = (start: number, end: number): Selector => ({ type: 'TextPositionSelector', start, end });

function found(...selectors: Selector[]) {
  const at = locate(TEXT, selectors);
  return at && [TEXT.slice(at.start, at.end), at.method, at.start];
}

describe('selectors', () => {
  it.each<[string, Selector[], unknown]>([
    [
      'a position in code points whose quote stands there',
      [quote('closes'), position(14, 20)],
      ['closes', 'position', 15],
    ],
    ['a position alone', [position(6, 13)], ['library', 'position', 7]],
    ['a position past the end', [position(6, 1300)], undefined],
    [
      'a quote that went elsewhere than told',
      [quote('reading room'), position(2, 14)],
      ['reading room', 'quote', 40],
    ],
    [
      'the nearest of equal places',
      [quote('library'), position(105, 112)],
      ['library', 'quote', TEXT.lastIndexOf('library')],
    ],
    [
      'the place with the prefix',
      [quote('closes', 'reading room ')],
      ['closes', 'quote', TEXT.lastIndexOf('closes')],
    ],
    [
      'the place with the suffix',
      [quote('The', undefined, ' library opens')],
      ['The', 'quote', TEXT.lastIndexOf('The')],
    ],
    ['a place between two contexts', [quote('', 'and ', '“nobody')], ['', 'quote', TEXT.indexOf('“')]],
    [
      'other quotation marks',
      [quote('and "nobody" has')],
      ['and “nobody” has', 'folded', TEXT.indexOf('and “')],
    ],
    [
      'similar words',
      [quote('nobody” has mendid the rof')],
      ['nobody” has mended the roof', 'similar', TEXT.indexOf('nobody')],
    ],
    ['words that are nowhere', [quote('quince jelly')], undefined],
    ['a wrong position with a quote that is nowhere', [quote('quince jelly'), position(0, 3)], undefined],
  ])('lead to %s (W1, W2, W4)', (_, selectors, expected) => expect(found(...selectors)).toEqual(expected));

  it.each<[string, Selector[], number]>([
    ['a quote at its place', [quote('closes'), position(14, 20)], 1],
    ['a quote in one place', [quote('reading room')], 1],
    ['a quote in two', [quote('closes')], 0.5],
    ['a position without a quote', [position(0, 3)], 0.5],
    ['a quote with another context', [quote('reading room', 'bogus')], 0.7],
  ])('give confidence in %s (W3)', (_, selectors, confidence) => {
    expect(locate(TEXT, selectors)?.confidence).toBeCloseTo(confidence);
  });

  it('that we export lead back to every passage, with and without the position (W1, W2)', () => {
    const words = fc.constantFrom('lamp', 'oil', '📚', 'the', ' ', '. ', 'roof');
    const texts = fc.array(fc.array(words, { maxLength: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.nat(60), fc.integer({ min: 1, max: 30 }), (list, from, length) => {
        const blocks: RichText = list.map((each, i) => paragraph(`b${i}`, each.join('')));
        const start = offsetToPosition(blocks, from);
        const end = offsetToPosition(blocks, from + length);
        if (!start || !end) return;
        const [selectors] = selectorsOf(blocks, [{ start, end }]);
        // Offsets in code points can't tell half a character.
        if (!selectors || selectors.quote.exact === '' || /\p{Surrogate}/u.test(selectors.quote.exact))
          return;
        const text = canonicalText(blocks);
        const both = locate(text, [selectors.quote, selectors.position]);
        expect(both).toMatchObject({ confidence: 1, method: 'position' });
        const alone = locate(text, [selectors.quote]);
        expect(text.slice(alone?.start, alone?.end)).toBe(selectors.quote.exact);
      }),
    );
  });
});

describe('text fragments', () => {
  it.each([
    ['#:~:text=reading%20room', 'reading room'],
    ['https://quillhaven.example/a#top:~:text=reading,nine', 'reading room closes at nine'],
    ['text=the%20reading-,ROOM', 'room'],
    ['text=closes,-on', undefined],
    ['text=closes,-at%20nine', 'closes'],
    ['text=room-,closes,roof,-.', 'closes at nine, and “nobody” has mended the roof'],
    ['text=clos', undefined],
    ['text=', undefined],
  ])('%s', (url, expected) => {
    const selectors = textFragments(url).map((each): Selector => ({ type: 'TextFragment', ...each }));
    const at = locate(TEXT.replace('closes on', 'shuts on'), selectors);
    const text = TEXT.replace('closes on', 'shuts on');
    expect(at && text.slice(at.start, at.end)).toBe(expected);
  });

  it('are read one by one, with all their terms', () => {
    expect(textFragments('#:~:text=a-,b,c,-d&text=e%2Cf')).toEqual([
      { prefix: 'a', start: 'b', end: 'c', suffix: 'd' },
      { start: 'e,f' },
    ]);
  });
});

describe('a range in a page', () => {
  const text = (value: string): PageNode => ({ type: 'text', value });
  const element = (tagName: string, ...children: PageNode[]): PageNode => ({
    type: 'element',
    tagName,
    children,
  });
  const page = element(
    'html',
    element(
      'body',
      element('h1', text('News')),
      element('p', text('The '), element('b', text('reading')), text(' room closes at nine.')),
      element('p', text('The roof leaks.')),
    ),
  );
  const root: PageNode = { type: 'root', children: [page] };
  const letter = 'News\nThe reading room closes at nine.\nThe roof leaks.';
  const range = (startPath: string, startOffset: number, endPath: string, endOffset: number): Selector => ({
    type: 'RangeSelector',
    startPath,
    startOffset,
    endPath,
    endOffset,
  });

  it.each([
    ['by containers, as from the body', range('/p[1]', 4, '/p[1]', 16), 'reading room'],
    ['by text nodes', range('//b/text()', 0, '//p[1]/text()[2]', 5), 'reading room'],
    ['across blocks', range('/html/body/p[1]', 17, '/html/body/p[2]', 8), 'closes at nine.\nThe roof'],
    ['that leads nowhere', range('/p[9]', 0, '/p[1]', 4), undefined],
    ['that goes backwards', range('/p[2]', 0, '/p[1]', 4), undefined],
  ])('%s', (_, selector, expected) => {
    const at = locate(letter, [selector], root);
    expect(at && [letter.slice(at.start, at.end), at.method]).toEqual(expected && [expected, 'range']);
  });
});
