import { describe, expect, it } from 'vitest';
import { editsShownBy } from '../../../core/anchoring/read-edits.ts';

const QUOTE = 'the roof of the hall has leaked since Michaelmas';
const at = (words: string) => QUOTE.indexOf(words) + words.length;

describe('what a typed quotation has in brackets', () => {
  it.each<[string, string, readonly object[] | undefined]>([
    [
      'a changed letter',
      '[T]he roof of the hall has leaked since Michaelmas',
      [{ kind: 'replace', from: 0, to: 1, text: 'T' }],
    ],
    [
      'an insertion',
      'the roof [of slate] of the hall has leaked since Michaelmas',
      [{ kind: 'insert', at: at('the roof'), text: 'of slate' }],
    ],
    ['[sic]', 'the roof of the hall has leaked [sic] since Michaelmas', [{ kind: 'sic', at: at('leaked') }]],
    [
      'a replacement',
      'the roof of [our library] has leaked since Michaelmas',
      [{ kind: 'replace', from: at('roof of '), to: at('the hall'), text: 'our library' }],
    ],
    ['nothing', QUOTE, undefined],
    ['other marks', 'the roof of the hall has “leaked” since Michaelmas', undefined],
  ])('is an edit of it: %s', (_, quotation, edits) =>
    expect(editsShownBy(QUOTE, quotation)?.edits).toEqual(edits),
  );
});
