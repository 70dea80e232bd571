import { describe, expect, it } from 'vitest';
import { changesBetween, changesOfPart } from '../../../core/anchoring/changes.ts';
import { differenceOf, differenceText } from '../../../core/anchoring/nearest.ts';
import { paragraph, type RichText } from '../../../core/text/block.ts';

const text = (...lines: string[]): RichText => lines.map((line, i) => paragraph(`b${i}`, line));
const told = (before: RichText, after: RichText) => changesBetween(before, after).changes.map(differenceText);

describe('what differs between two versions of a text', () => {
  const before = text(
    'To the Gazette',
    'The roof leaks.',
    'Oil is dear.',
    'We close on Thursdays.',
    'N. Vane',
  );

  it.each<[string, RichText, string[]]>([
    ['nothing', before, []],
    [
      'a word',
      text('To the Gazette', 'The roof leaks badly.', 'Oil is dear.', 'We close on Thursdays.', 'N. Vane'),
      ['The roof leaks{+ badly+}.'],
    ],
    [
      'words in two places',
      text('To the Gazette', 'The barn leaks.', 'Oil is dear.', 'We close on Fridays.', 'N. Vane'),
      ['The [-roof-]{+barn+} leaks.', 'We close on [-Thursdays-]{+Fridays+}.'],
    ],
    [
      'a paragraph parted',
      text('To the Gazette', 'The roof', 'leaks.', 'Oil is dear.', 'We close on Thursdays.', 'N. Vane'),
      ['The roof[- -]{+\n+}leaks.'],
    ],
    [
      'a paragraph gone',
      text('To the Gazette', 'The roof leaks.', 'We close on Thursdays.', 'N. Vane'),
      ['[-Oil is dear.-]'],
    ],
  ])('%s', (_, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });

  it.each([
    ['the old barn', 'the new barn', 'the [-old-]{+new+} barn'],
    ['והגג דולף', 'והמרתף דולף', '[-והגג-]{+והמרתף+} דולף'],
    ['старый дом', 'новый дом', '[-старый-]{+новый+} дом'],
    ['图书馆的屋顶', '图书馆的墙', '图书馆的[-屋顶-]{+墙+}'],
  ])('is told by whole words in any script: %s', (before, after, told) => {
    expect(differenceText(differenceOf(before, after))).toBe(told);
  });

  it.each<[string, RichText, string[]]>([
    ['untouched', text('The roof leaks.', 'Oil is dear.'), []],
    ['touched inside', text('The roof leaks.', 'Oil is cheap.'), ['Oil is [-dear-]{+cheap+}.']],
    ['with words added', text('Sir,', 'The roof leaks.', 'Oil is dear.'), ['{+Sir,+}']],
  ])('of a part taken out of it: %s', (_, after, changes) => {
    const part = changesOfPart(changesBetween(before, after)).map(differenceText);
    expect(part.map((change) => change.replace(/^\n|\n$/g, ''))).toEqual(changes);
  });
});
