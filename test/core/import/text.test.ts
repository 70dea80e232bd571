import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importText } from '../../../core/import/text.ts';
import { sketch } from './sketch.ts';

const read = (text: string) => importText(text, countingIds('b'));

const WRAPPED = `The town library of Quillhaven has stood by the harbour for eighty
years, and in that time the town has asked of it a good deal and given
it very little.

Nobody who sits on the Council came into public life in order to close a
library.`;

describe('plain text', () => {
  it.each([
    ['parts paragraphs at blank lines', 'One.\n\n\nTwo.', ['p: One.', 'p: Two.']],
    ['takes the line ends of any system', 'One.\r\n\r\nTwo.\rThree.', ['p: One.', 'p: Two.⏎Three.']],
    [
      'rejoins hard-wrapped lines',
      WRAPPED,
      [
        'p: The town library of Quillhaven has stood by the harbour for eighty years, and in that time the town has asked of it a good deal and given it very little.',
        'p: Nobody who sits on the Council came into public life in order to close a library.',
      ],
    ],
    [
      'keeps the lines of an address in a hard-wrapped letter',
      `${WRAPPED}\n\nRuth Aldous\nRopewalk Lane\nQuillhaven`,
      [expect.any(String), expect.any(String), 'p: Ruth Aldous⏎Ropewalk Lane⏎Quillhaven'],
    ],
    [
      'keeps the lines of verse',
      'The lamp is out, the tide is in,\nThe gulls have got the bread,\nAnd no one knows\nwhere the reading room goes\nWhen all the books are read.',
      [
        'p: The lamp is out, the tide is in,⏎The gulls have got the bread,⏎And no one knows⏎where the reading room goes⏎When all the books are read.',
      ],
    ],
    [
      'takes ">" for quoting, however deep',
      '> one\n> two\n>> three\nfour',
      ['>p: one⏎two', '>>p: three', 'p: four'],
    ],
    ['takes a line of signs for a rule', 'One.\n* * *\nTwo.', ['p: One.', 'rule', 'p: Two.']],
    ['keeps what looks like HTML as it is', '<b>One</b> & two', ['p: <b>One</b> & two']],
    ['parts paragraphs at form feeds', 'One.\fTwo.', ['p: One.', 'p: Two.']],
  ] as const)('%s', (_, text, blocks) => {
    expect(sketch(read(text).blocks)).toEqual(blocks);
  });

  it('removes control characters and says so', () => {
    const { blocks, notices } = read('a\u0000b\u0007c\td');
    expect(sketch(blocks)).toEqual(['p: abc\td']);
    expect(notices).toEqual([{ kind: 'changed', what: 'control-characters', count: 2 }]);
  });

  it('says how many paragraphs it rejoined', () => {
    expect(read(WRAPPED).notices).toEqual([{ kind: 'changed', what: 'lines-joined', count: 2 }]);
  });

  it('proposes a heading, a name and a date by where they stand', () => {
    const { metadata } = read('About the lamp\n\nIt is out.\n\nLen Cottle\nlate of the ferry\n11 May 2026');
    expect(metadata.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'About the lamp'],
      ['author', 'Len Cottle'],
      ['date', '11 May 2026'],
      ['direction', 'ltr'],
    ]);
  });

  it('reads from right to left where the script does', () => {
    const { blocks, metadata } = read('שלום לכולם\n\nמכתב שני\n\nThe last line');
    expect(sketch(blocks)).toEqual(['p: שלום לכולם', 'p: מכתב שני', 'p (ltr): The last line']);
    expect(metadata).toContainEqual({ field: 'direction', value: 'rtl', foundIn: 'text' });
  });
});
