import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import { importHtml } from '../../../core/import/html.ts';
import { importMarkdown } from '../../../core/import/markdown.ts';
import { importText } from '../../../core/import/text.ts';
import { blockSchema } from '../../../core/storage/schema-text.ts';
import { checkText } from '../../../core/storage/check-text.ts';
import type { Problem } from '../../../core/storage/messages.ts';

const piece = fc.constantFrom(
  ...'<p> </p> <div> </div> <b> </b> <i> <span hidden> </span> <ul> <ol start=3> <li> </li> </ul> <table> <tr> <td> <th colspan=2> </table>'.split(
    ' ',
  ),
  ...'<blockquote> </blockquote> <br> <hr> <pre> </pre> <a href="#fn1"> <a href="https://x.example"> </a> <section role=doc-endnotes>'.split(
    ' ',
  ),
  '<li id=fn1>',
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  '<script>',
  '</script>',
  ' ',
  '\n\n',
  'lamp',
  ' oil',
  '> ',
  '- ',
  '[^1]',
  '\n[^1]: note\n',
  '**',
  '\u0000',
  '\ud83d',
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe.each([
  ['HTML', importHtml],
  ['Markdown', importMarkdown],
  ['text', importText],
])('any %s at all', (_, read) => {
  it('becomes sound blocks and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
        const { blocks, pictures } = read(source, countingIds('b'));
        for (const block of blocks) expect(blockSchema.safeParse(block).error?.issues).toBeUndefined();
        const problems: Problem[] = [];
        const assets = new Set(pictures.map(({ id }) => id));
        checkText(blocks, 'here', { blocks: new Set(), notes: new Set(), assets, problems });
        expect(problems).toEqual([]);
      }),
      // A cell of several paragraphs without marks.
      { numRuns: 400, examples: [['<table><td>\n[^1]: note\n\n\n<th<td>']] },
    );
  });
});
