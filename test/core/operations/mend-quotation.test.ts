import { describe, expect, it } from 'vitest';
import { verbatimIn } from '../../../core/derived/verbatim.ts';
import type { Project } from '../../../core/document/project.ts';
import { quotationKey } from '../../../core/anchoring/quotation-key.ts';
import {
  acceptQuotation,
  changesIn,
  emphasisAdded,
  markInsertion,
  markOmission,
  markSic,
  mendChange,
  mendQuotation,
  mendWithSic,
  withdrawAcceptance,
} from '../../../core/operations/mend-quotation.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { RichText } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { checkOperation } from '../../support/check-operation.ts';
import { letter, paragraphs, point, project, section, written } from '../derived/quillhaven.ts';

const statement = letter(
  'statement',
  'A1',
  paragraphs('b', 'The old roof of the reading room has leaked since the autumn gales.', 'So be it.'),
);
const withAnswer = (answer: RichText): Project =>
  project({ letters: [statement], sections: [section('s', [point('p', [], answer)])] });
const said = (words: string) => withAnswer(paragraphs('a', `You say “${words}”, then.`));

function only(state: Project) {
  const [found] = verbatimIn(state, { of: 'answer', id: 'p' });
  if (!found) throw new Error('no quotation');
  return { ...found, place: found.places[0] };
}
function performed(state: Project, operations: readonly Operation[]): Project {
  return operations.reduce(checkOperation, state);
}
const answerOf = (state: Project) => (state.sections[0]?.points[0]?.answer ?? []).map(blockText).join('|');

describe('a misquotation', () => {
  it('takes the letter’s wording, and keeps the look of its words', () => {
    const state = withAnswer([
      written(
        'a1',
        { text: 'You say “the old ' },
        { text: 'rooves', marks: ['strong'] },
        { text: ' of the reading room have leaked since the autumn gales”.' },
      ),
    ]);
    const { place, difference } = only(state);
    const mended = performed(state, mendQuotation(state, place, difference));
    expect(answerOf(mended)).toContain(
      'the old roof of the reading room has leaked since the autumn gales”.',
    );
    expect(mended.sections[0]?.points[0]?.answer[0]).toMatchObject({
      content: [{}, { text: 'roof', marks: ['strong'] }, {}],
    });
    // The case of the first letter is the sentence's own.
    expect(only(mended).verdict).toBe('typographic');
  });

  it('in a note is mended there', () => {
    const body = [{ text: 'See “the old roof of the reading hall has leaked since the autumn gales”.' }];
    const state = withAnswer([written('a1', { text: 'So.' }, { type: 'note', id: 'n', body })]);
    const { place, difference } = only(state);
    const mended = performed(state, mendQuotation(state, place, difference));
    expect(only(mended)).toMatchObject({ verdict: 'typographic', places: [{ note: 'n' }] });
  });

  it.each([
    [
      'words left out in the middle',
      'The roof of the reading room has leaked',
      'The […] roof of the reading room has leaked',
    ],
    [
      'words replaced by others',
      'The old roof of the dining hall has leaked since',
      'The old roof of the […] has leaked since',
    ],
  ])('is marked as an omission: %s', (_, words, expected) => {
    const state = said(words);
    const { place, wording, quotation } = only(state);
    const changes = changesIn(wording, quotation);
    const marked = [...changes]
      .reverse()
      .reduce((now, change) => performed(now, markOmission(now, place, change)), state);
    expect(answerOf(marked)).toBe(`You say “${expected}”, then.`);
    expect(['exact', 'typographic']).toContain(only(marked).verdict);
  });

  it('is marked as an insertion', () => {
    const state = said('The old leaden roof of the reading room has leaked since');
    const { place, wording, quotation } = only(state);
    const [change] = changesIn(wording, quotation);
    if (!change) throw new Error('no change');
    const marked = performed(state, markInsertion(state, place, change));
    expect(answerOf(marked)).toBe(
      'You say “The old [leaden] roof of the reading room has leaked since”, then.',
    );
    expect(only(marked).verdict).toBe('typographic');
    expect(markOmission(state, place, change)).toEqual([]);
  });

  it('is marked with [sic] after a word, and with emphasis added at its end', () => {
    const state = said('The old roof of the reading room');
    const { place } = only(state);
    const sic = performed(state, markSic(state, place, 'The old ro'.length));
    expect(answerOf(sic)).toBe('You say “The old roof [sic] of the reading room”, then.');
    expect(only(sic).verdict).toBe('typographic');
    const stressed = performed(state, emphasisAdded(state, place));
    expect(answerOf(stressed)).toBe('You say “The old roof of the reading room [emphasis added]”, then.');
    expect(['exact', 'typographic']).toContain(only(stressed).verdict);
  });

  it('is mended at one place only, or with [sic] where the letter itself errs', () => {
    const state = said('The old roof of the dining room has leaked since the autumn storms');
    const { place, wording, quotation } = only(state);
    const [first, second] = changesIn(wording, quotation);
    if (!first || !second) throw new Error('not two changes');
    expect(answerOf(performed(state, mendChange(state, place, first)))).toContain(
      'of the reading room has leaked since the autumn storms”',
    );
    expect(answerOf(performed(state, mendChange(state, place, second)))).toContain(
      'of the dining room has leaked since the autumn gales”',
    );
    const mended = performed(state, mendChange(state, place, first));
    const { place: same, wording: words, quotation: now } = only(mended);
    const [left] = changesIn(words, now);
    if (!left) throw new Error('no change');
    const sic = performed(mended, mendWithSic(mended, same, left));
    expect(answerOf(sic)).toBe(
      'You say “The old roof of the reading room has leaked since the autumn gales [sic]”, then.',
    );
    expect(['exact', 'typographic']).toContain(only(sic).verdict);
  });

  it('has nothing to mark with [sic] where the letter has no words', () => {
    const state = said('The old leaden roof of the reading room has leaked since');
    const { place, wording, quotation } = only(state);
    const [change] = changesIn(wording, quotation);
    expect(change && mendWithSic(state, place, change)).toEqual([]);
  });

  it('is accepted once with the last reason given, and can be taken back (V7)', () => {
    const state = said('The old roof of the dining hall has leaked');
    const { quotation } = only(state);
    const first = performed(state, acceptQuotation(state, 'one', quotation, 'A slip'));
    const second = performed(first, acceptQuotation(first, 'two', `  ${quotation} `, 'Their joke'));
    expect(second.accepted).toEqual([{ id: 'two', text: quotationKey(quotation), reason: 'Their joke' }]);
    expect(only(second).accepted?.reason).toBe('Their joke');
    expect(performed(second, withdrawAcceptance(second, 'two')).accepted).toEqual([]);
  });
});
