import { describe, expect, it } from 'vitest';
import { locatorFields, parseLocator } from '../../../core/text/locator.ts';

describe('a place in a work', () => {
  it.each([
    ['41', { locator: '41' }],
    ['p. 41', { locator: '41' }],
    ['pp. 12–14, 20', { locator: '12–14, 20' }],
    ['S. 7', { locator: '7' }],
    ['ch. 3', { locator: '3', label: 'chapter' }],
    ['chap 3', { locator: '3', label: 'chapter' }],
    ['§ 4', { locator: '4', label: 'section' }],
    ['§4', { locator: '4', label: 'section' }],
    ['¶¶ 4–5', { locator: '4–5', label: 'paragraph' }],
    ['vol. ii', { locator: 'ii', label: 'volume' }],
    ['n. 12', { locator: '12', label: 'note' }],
    ['page iv', { locator: 'iv' }],
    ['p.', { locator: 'p.' }],
    ['preface', { locator: 'preface' }],
  ])('written “%s” is %j', (written, parsed) => {
    expect(parseLocator(written)).toEqual(parsed);
  });

  it.each([
    [undefined, {}],
    [' ', {}],
    ['p. 41', { locator: '41' }],
    ['xii', { locator: 'xii' }],
    ['A3', { locator: 'A3' }],
    ['the preface', { suffix: ', the preface' }],
    ['pp. passim', { suffix: ', pp. passim' }],
  ])('that counts nothing is kept as written: “%s” is %j', (written, fields) => {
    expect(locatorFields(written)).toEqual(fields);
  });
});
