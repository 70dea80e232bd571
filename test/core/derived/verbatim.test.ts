import { describe, expect, it } from 'vitest';
import type { Project } from '../../../core/document/project.ts';
import { passagesIn, verbatim, verbatimIn, type CheckedTyped } from '../../../core/derived/verbatim.ts';
import { quotationKey } from '../../../core/anchoring/quotation-key.ts';
import type { QuotationView } from '../../../core/document/quotation.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { findingSentence } from '../../../core/derived/findings/finding-words.ts';
import { findings } from '../../../core/derived/findings/findings.ts';
import { differenceText } from '../../../core/anchoring/nearest.ts';
import type { Block, Inline, RichText } from '../../../core/text/block.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section, written } from './quillhaven.ts';

const statement = letter(
  'statement',
  'A1',
  paragraphs(
    'b',
    'The roof of the reading room has leaked since the autumn gales, and nobody has mended it.',
    'Lamp oil costs a penny more than it did at Lammas, says the treasurer.',
    'We shall therefore close the library on Thursdays until the spring.',
  ),
);
const quotedBlocks = (...texts: string[]): RichText =>
  paragraphs('q', ...texts).map((block) => ({ ...block, quoted: 1 }) as Block);
const attribution = (...content: Inline[]): Block => ({ id: 'by', type: 'attribution', quoted: 1, content });
const citation: Inline = { type: 'citation', id: 'c', items: [{ reference: 'almanac' }] };

const withAnswer = (answer: RichText, more: Partial<Project> = {}): Project =>
  project({
    letters: [statement],
    sections: [section('s', [point('p', [], answer)], { letter: 'statement' })],
    references: [{ id: 'almanac', item: { type: 'book', title: 'The Quillhaven Almanac' } }],
    ...more,
  });
const typed = (answer: RichText): readonly CheckedTyped[] =>
  verbatimIn(withAnswer(answer), { of: 'answer', id: 'p' });
const verdicts = (answer: RichText) => typed(answer).map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('a typed quotation', () => {
  it.each<[string, RichText, string[]]>([
    [
      'in running text, exact',
      paragraphs('a', 'You say “nobody has mended it”, but I have.'),
      ['running exact'],
    ],
    ['in straight marks', paragraphs('a', 'You say "nobody has mended it" again.'), ['running exact']],
    ['in angle marks', paragraphs('a', 'Vous dites «nobody has mended it» encore.'), ['running exact']],
    [
      'in single marks, with an apostrophe after it',
      paragraphs('a', 'The board’s ‘nobody has mended it’ isn’t so.'),
      ['running exact'],
    ],
    [
      'with a comma of the sentence around it',
      paragraphs('a', '“nobody has mended it,” you say.'),
      ['running typographic'],
    ],
    ['of three words is a phrase', paragraphs('a', 'The “old reading room” is dry.'), []],
    ['that is the whole paragraph, however short', paragraphs('a', '“Lamp oil costs”'), ['paragraph exact']],
    ['as a quoted block', quotedBlocks('Lamp oil costs a penny more'), ['block exact']],
    [
      'with an omission',
      paragraphs('a', '“The roof […] has leaked since the autumn gales”'),
      ['paragraph exact'],
    ],
    [
      'with an insertion and [sic]',
      paragraphs('a', '“The roof of the [new] reading room has leaked [sic] since”'),
      ['paragraph typographic'],
    ],
    [
      'with a capital made of a small letter',
      paragraphs('a', '“Nobody has mended it.”'),
      ['paragraph typographic'],
    ],
    ['with other marks', quotedBlocks('Lamp  oil costs a penny more'), ['block typographic']],
    [
      'with a word changed',
      paragraphs('a', 'You say that “oil costs a shilling more than it did at Lammas”.'),
      ['running differs'],
    ],
    [
      'with a word changed beside an omission',
      quotedBlocks('The roof of the hall has leaked […] and nobody has mended it.'),
      ['block differs'],
    ],
    [
      'that is in no letter',
      quotedBlocks('We thank Mrs Vane for nine jars of quince jelly.'),
      ['block not-found'],
    ],
    ['over two blocks', quotedBlocks('says the treasurer.', 'We shall therefore close'), ['block exact']],
    [
      'over two blocks that stand apart',
      quotedBlocks('nobody has mended it.', 'We shall therefore close'),
      ['block exact', 'block exact'],
    ],
    [
      'in a note',
      [
        written(
          'a',
          { text: 'So.' },
          { type: 'note', id: 'n', body: [{ text: 'See “nobody has mended the roof yet”.' }] },
        ),
      ],
      ['running not-found'],
    ],
  ])('%s (V1 to V6)', (_, answer, expected) => expect(verdicts(answer)).toEqual(expected));

  it.each<[string, RichText]>([
    ['by its attribution', [...quotedBlocks('Dry books are read.'), attribution({ text: 'So ' }, citation)]],
    [
      'by a citation at its end',
      [written('a', { text: '“Dry books are read by dry readers” ' }, citation, { text: '.' })],
    ],
    [
      'by a citation in a note at its end',
      [
        written(
          'a',
          { text: '“Dry books are read by dry readers”.' },
          { type: 'note', id: 'n', body: [{ text: 'See ' }, citation] },
        ),
      ],
    ],
    [
      'by a note that says where it is from',
      [
        written(
          'a',
          { text: '“Dry books are read by dry readers”.' },
          { type: 'note', id: 'n', body: [{ text: 'The deed.' }] },
        ),
      ],
    ],
  ])('of another work, told %s, is not judged (V5)', (_, answer) => expect(verdicts(answer)).toEqual([]));

  it('in a heading or in an attribution is not judged (V5)', () => {
    const heading: Block = {
      id: 'h',
      type: 'heading',
      level: 2,
      content: [{ text: '“Close on all the days”' }],
    };
    expect(verdicts([heading, attribution({ text: '“So says the board of old”' })])).toEqual([]);
  });

  it('tells where it stands and how it differs, letter by letter (V3)', () => {
    const [found] = typed(paragraphs('a', 'You say that “oil costs a shilling more than it did at Lammas”.'));
    expect(found?.places).toEqual([{ text: { of: 'answer', id: 'p' }, block: 'a1', from: 14, to: 61 }]);
    expect(found?.wording).toBe('oil costs a penny more than it did at Lammas');
    expect(differenceText(found?.difference ?? [])).toBe(
      'oil costs a [-penny-]{+shilling+} more than it did at Lammas',
    );
  });

  it.each([
    [
      'beside a changed word',
      'oil costs a shilling [or so] more than it did at Lammas',
      'oil costs a [-penny-]{+shilling+} [or so] more than it did at Lammas',
    ],
    [
      'in place of the letter’s words',
      'The roof of the [upper] room has leaked since the autumn storms',
      'The roof of the [upper] room has leaked since the autumn [-gale-]{+storm+}s',
    ],
    [
      'with [sic] and emphasis added',
      'oil [sic] costs a shilling more than it did at Lammas (my emphasis)',
      'oil [sic] costs a [-penny-]{+shilling+} more than it did at Lammas (my emphasis)',
    ],
    [
      'at the beginning',
      '[Lamp] oil costs a shilling more than it did at Lammas',
      '[Lamp] oil costs a [-penny-]{+shilling+} more than it did at Lammas',
    ],
  ])('has insertions that are no difference, %s (V3)', (_, words, expected) => {
    const [found] = typed(paragraphs('a', `You say that “${words}”.`));
    expect([found?.verdict, differenceText(found?.difference ?? [])]).toEqual(['differs', expected]);
    expect(found?.difference.map(({ kind, text }) => (kind === 'letter' ? '' : text)).join('')).toBe(words);
  });

  it('is compared anew only where it or a letter changes', () => {
    const answer = [
      ...paragraphs('a', 'You say “nobody has mended it”.'),
      ...paragraphs('z', 'And “says the treasurer so”.'),
    ];
    const before = typed(answer);
    const edited = [...answer.slice(0, 1), ...paragraphs('z', 'And “says the treasurer too”.')];
    expect(typed(edited)[0]?.ranges).toBe(before[0]?.ranges);
    const corrected = { ...statement, blocks: paragraphs('b', 'Somebody has mended it.') };
    const changed = withAnswer(answer, { letters: [corrected] });
    expect(verbatimIn(changed, { of: 'answer', id: 'p' })[0]?.verdict).not.toBe('exact');
  });
});

describe('passages of points', () => {
  it('are compared with the letter at their place, before the answer', () => {
    const range = rangeOf(statement.blocks, 'nobody has mended it');
    const highlights = [
      highlight('same', statement, [range], { quote: 'nobody has mended it' }),
      highlight('other', statement, [range], { quote: 'somebody has mended it' }),
      highlight('gone', statement, [{ start: range.end, end: range.end }], { quote: 'as yet' }),
    ];
    const whole = withAnswer([], {
      highlights,
      sections: [section('s', [point('p', ['same', 'other', 'gone'], quotedBlocks('Lamp oil costs'))])],
    });
    expect(verbatim(whole).map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual([
      'passage exact',
      'passage differs',
      'passage not-found',
      'block exact',
    ]);
  });
});

describe('a part of a passage that is quoted', () => {
  const range = rangeOf(statement.blocks, blockText(statement.blocks[0]!));
  const of = blockText(statement.blocks[0]!);
  const from = of.indexOf('leaked');
  const part = { from, to: of.indexOf(', and') };
  const withView = (view: QuotationView, quote = of): Project => {
    const quoting = point('p', ['h'], []);
    return withAnswer([], {
      highlights: [highlight('h', statement, [range], { quote })],
      sections: [section('s', [{ ...quoting, quotations: [{ ...quoting.quotations[0]!, view }] }])],
    });
  };

  it('is compared with its own words, at its own place, and told as it is shown', () => {
    const [checked] = passagesIn(withView({ of, part, edits: [] }), 'p');
    const words = 'leaked since the autumn gales';
    expect(checked).toMatchObject({ verdict: 'exact', quotation: words, wording: words });
    expect(checked?.ranges).toEqual([rangeOf(statement.blocks, words)]);
    const omit = { kind: 'omit', from: of.indexOf('since'), to: of.indexOf('gales') } as const;
    expect(passagesIn(withView({ of, part, edits: [omit] }), 'p')[0]).toMatchObject({
      verdict: 'exact',
      quotation: 'leaked […] gales',
      wording: words,
    });
  });

  it('is right where what differs lies outside of it, and wrong where it lies within', () => {
    const elsewhere = of.replace('nobody', 'somebody');
    expect(passagesIn(withView({ of: elsewhere, part, edits: [] }, elsewhere), 'p')[0]?.verdict).toBe(
      'exact',
    );
    const within = of.replace('autumn', 'winter');
    expect(passagesIn(withView({ of: within, part, edits: [] }, within), 'p')[0]).toMatchObject({
      verdict: 'differs',
      wording: 'leaked since the autumn gales',
    });
  });

  it('is accepted when its own words were', () => {
    const view = { of, part, edits: [] };
    const accepted = [{ id: 'a', text: quotationKey('leaked since the autumn gales'), reason: 'so' }];
    expect(passagesIn({ ...withView(view), accepted }, 'p')[0]?.accepted?.reason).toBe('so');
  });
});

/** Those of quotations: the title page and the letters here lack what these tests aren't about. */
const ofQuotations = (project: Project) => findings(project).filter(({ weight }) => weight !== 'minor');

describe('findings of quotations', () => {
  const misquoted = paragraphs('a', 'You say that “oil costs a shilling more than it did at Lammas”.');

  it('tell place, nearest words and difference', () => {
    const whole = withAnswer(misquoted);
    expect(ofQuotations(whole).map((each) => [each.kind, each.weight, findingSentence(whole, each)])).toEqual(
      [
        [
          'quotation-differs',
          'wrong',
          'Point 1 quotes “oil costs a shilling more than it did at Lammas”, but letter A1 says “oil costs a penny more than it did at Lammas”.',
        ],
      ],
    );
    expect(ofQuotations(whole)[0]).toMatchObject({ block: 'a1', from: 14, to: 61, letter: 'A1' });
  });

  it('take blocks that are in no letter for wrong, and words in running text for open', () => {
    const text = 'We thank Mrs Vane for nine jars of quince jelly.';
    const found = (answer: RichText) =>
      ofQuotations(withAnswer(answer)).map(({ kind, weight }) => [kind, weight]);
    expect(found(quotedBlocks(text))).toEqual([['quotation-not-found', 'wrong']]);
    expect(found(paragraphs('a', `She says “${text}” and sits.`))).toEqual([['quotation-not-found', 'open']]);
  });

  it('leave out what the writer lets stand, however it is set (V7)', () => {
    const text = 'oil costs a shilling more  than it did at Lammas';
    const whole = withAnswer(misquoted, { accepted: [{ id: 'x', text, reason: 'Their own later figure' }] });
    expect(ofQuotations(whole)).toEqual([]);
    expect(verbatim(whole)[0]).toMatchObject({
      verdict: 'differs',
      accepted: { reason: 'Their own later figure' },
    });
  });
});
