import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { parseAttributes } from '../../../core/import/draft/attributes.ts';
import { readDraft } from '../../../core/import/draft/read-draft.ts';
import { readReferences } from '../../../core/import/draft/references.ts';
import { replyFromDraft, type ReplyInput } from '../../../core/import/draft/reply.ts';
import { importText } from '../../../core/import/text.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import { sketch } from './sketch.ts';

function letter(code: string, title: string, text: string): Letter {
  const { blocks } = importText(text, countingIds(`${code.toLowerCase()}-`));
  const item = { type: 'document', title, author: [{ literal: 'Conrad Pym' }] };
  const head = {
    kind: 'letter',
    addressee: '',
    language: 'en',
    direction: 'ltr',
    notices: [],
    corrected: false,
  } as const;
  return { ...head, id: `letter-${code}`, code, item, blocks };
}
const letters = [
  letter(
    'A1',
    'Statement of the Council',
    'The lamp over the door is out. Nobody has lit it since the bank went.\n\nWe regret this.',
  ),
  letter('A2', 'Kindly Leave the Lamp', 'I counted eleven hands in the hall. The lamp over the door is out.'),
];
const references = [{ id: 'ashgrove2019', item: { type: 'book', title: 'A Room with a Stove' } }];

async function build(
  source: string,
  name = 'draft.md',
  more: Pick<ReplyInput, 'decisions' | 'taken' | 'nearestKnown'> = {},
) {
  const read = await readDraft({ name, bytes: new TextEncoder().encode(source) }, countingIds('d'));
  if (!read.ok) throw new Error(read.failure.message);
  const setting = { projectId: 'p', language: 'en', categories: ['Claim'], ids: countingIds('x') };
  const reply = replyFromDraft({ letters, draft: read.draft, references, ...setting, ...more });
  expect(checkProject(reply.project).problems).toEqual([]);
  return reply;
}

/** Parts and points with what they quote and say. */
function outline({ project }: Awaited<ReturnType<typeof build>>) {
  const quotes = new Map(
    project.highlights.map(({ id, letter: of, quote }) => [id, `${of.slice(7)}: ${quote}`]),
  );
  return project.sections.map(({ title, letter: of, lead, points }) => ({
    title,
    letter: of?.slice(7),
    lead: sketch(lead),
    points: points.map((point) => ({
      title: point.title,
      quotations: point.quotations.map(({ highlight }) => quotes.get(highlight)),
      answer: sketch(point.answer),
    })),
  }));
}

describe('what a draft’s quotations change', () => {
  it('are edits of one passage each, and the same passage may be quoted in two ways (M6)', async () => {
    const { project, missing } = await build(
      [
        '# Reply {letter=A1}',
        '## Lamp',
        '> The lamp […] is out [sic]. Nobody has lit [the lamp] since the bank went.',
        '> The lamp over the door is out. […] since the bank went.',
      ].join('\n\n'),
    );
    expect(missing).toEqual([]);
    const [point] = project.sections[0]?.points ?? [];
    expect(project.highlights.map(({ ranges, quote }) => [ranges.length, quote])).toEqual([
      [1, 'The lamp over the door is out. Nobody has lit it since the bank went.'],
    ]);
    expect(point?.quotations.map(({ view }) => view?.edits.map(({ kind }) => kind))).toEqual([
      ['omit', 'sic', 'replace'],
      ['omit'],
    ]);
  });
});

describe('a draft in Markdown', async () => {
  const reply = await build(`---
title: The Lamp
subtitle: A Reply
byline: Ruth Aldous
date: 2026-05-20
series: Tracts
number: 3
motto: Let there be light.
motto-source: the deed
language: en-GB
colophon: Printed at home.
demands-title: What I ask
paper: half-letter
---

I begin.

# To the Council {letter=A1 #council}

A word first.

## The lamp {#lamp}

> The lamp over the door is out. […] since the bank went.

<!-- against -->

> I counted eleven hands in the hall.

So it is.[^n] See [there](#hands), [that](#light), [all](#council) and [them](#A2).

That it be lit. {.demand #light}

# In response to Kindly Leave the Lamp

## Hands {#hands}

> I counted eleven hands in the hall.

They were nine [see @ashgrove2019, pp. 12–14].

> I never met a lamp that lit itself.
>
> [@ashgrove2019, p. 41]

# Conclusion

I end (see [point](#lamp)).

[^n]: As *anyone* can see [@ashgrove2019].
`);
  const { project, found, missing, problems } = reply;

  it('gives the front matter and the settings', async () => {
    expect(project.front).toEqual({
      title: 'The Lamp',
      subtitle: 'A Reply',
      byline: 'Ruth Aldous',
      date: '2026-05-20',
      series: 'Tracts',
      number: '3',
      motto: 'Let there be light.',
      mottoSource: 'the deed',
      colophon: 'Printed at home.',
    });
    expect(project.settings).toMatchObject({ language: 'en-GB', direction: 'ltr', paper: 'half-letter' });
  });
  it('gives parts, points, quotations and answers', async () => {
    expect(outline(reply)).toEqual([
      {
        title: 'To the Council',
        letter: 'A1',
        lead: ['p: A word first.'],
        points: [
          {
            title: 'The lamp',
            quotations: [
              'A1: The lamp over the door is out. Nobody has lit it since the bank went.',
              'A2: I counted eleven hands in the hall.',
            ],
            answer: [
              'p: So it is.{note As *anyone* can see {@ashgrove2019}.} See {point hands}, {demand light}, {section council} and {letter letter-A2}.',
              'p!light: That it be lit.',
            ],
          },
        ],
      },
      {
        title: 'In response to Kindly Leave the Lamp',
        letter: 'A2',
        lead: [],
        points: [
          {
            title: 'Hands',
            quotations: ['A2: I counted eleven hands in the hall.'],
            answer: [
              'p: They were nine {see, @ashgrove2019, 12–14}.',
              '>p: I never met a lamp that lit itself.',
              '>attribution: {@ashgrove2019, 41}',
            ],
          },
        ],
      },
    ]);
    expect(sketch(project.introduction)).toEqual(['p: I begin.']);
    expect(sketch(project.conclusion)).toEqual(['p: I end (see {point lamp}).']);
    expect([missing, problems]).toEqual([[], []]);
  });
  it('makes one highlight of a passage that is quoted twice', async () => {
    expect(found).toHaveLength(3);
    expect(project.highlights).toHaveLength(2);
  });
  it('sets against each other what the draft does', async () => {
    expect(project.sections.flatMap(({ points }) => points.map(({ arrangement }) => arrangement))).toEqual([
      'contrast',
      'sequence',
    ]);
  });
});

describe('a draft', () => {
  it('without headings of points begins one at each run of quotations', async () => {
    const reply = await build(
      '# Reply to Conrad Pym {letter=A2}\n\nLead.\n\n> I counted eleven hands in the hall.\n\n> The lamp over the door is out.\n\nOne.\n\n“We regret this.”\n\nTwo.',
    );
    expect(outline(reply)).toEqual([
      {
        title: 'Reply to Conrad Pym',
        letter: 'A2',
        lead: ['p: Lead.'],
        points: [
          {
            title: '',
            quotations: ['A2: I counted eleven hands in the hall.', 'A2: The lamp over the door is out.'],
            answer: ['p: One.'],
          },
          { title: '', quotations: ['A1: We regret this.'], answer: ['p: Two.'] },
        ],
      },
    ]);
  });
  it('loses no quotation that isn’t in the letters', async () => {
    const reply = await build('# Reply {letter=A1}\n\n## Lamp\n\n> The lamp above the door is out.\n\nNo.');
    expect(outline(reply)[0]?.points).toEqual([
      { title: 'Lamp', quotations: [], answer: ['>p: The lamp above the door is out.', 'p: No.'] },
    ]);
    expect(reply.missing).toMatchObject([
      {
        part: 'Reply',
        point: 'Lamp',
        quotation: 'The lamp above the door is out.',
        nearest: { letter: 'letter-A1', text: 'The lamp over the door is out.' },
      },
    ]);
  });
  describe('with quotations that aren’t in the letters, as the writer decides (M6)', () => {
    const source =
      '# Reply {letter=A1}\n\n> The lamp above the door is out.\n\nNo.\n\n> We rather regret this.\n\nYes.\n\n> Nothing of the kind was ever said by anybody.\n\nWho knows?';
    const range = (block: string, start: number, end: number) => ({
      start: { block, offset: start },
      end: { block, offset: end },
    });
    const answers = async (decisions?: ReplyInput['decisions']) => {
      const reply = await build(source, 'draft.md', decisions ? { decisions } : {});
      expect(reply.missing).toHaveLength(3);
      return outline(reply)[0]?.points.map(({ quotations, answer }) => [...quotations, ...answer]);
    };
    const usual = [
      ['>p: The lamp above the door is out.', 'p: No.'],
      ['>p: We rather regret this.', 'p: Yes.'],
      ['>p: Nothing of the kind was ever said by anybody.', 'p: Who knows?'],
    ];

    it('the same when what came nearest is known from the reading before', async () => {
      const nearestKnown: NonNullable<ReplyInput['nearestKnown']> = new Map();
      const first = await build(source, 'draft.md', { nearestKnown });
      expect(nearestKnown.size).toBe(3);
      expect(await build(source, 'draft.md', { nearestKnown })).toEqual(first);
    });

    it.each<[string, ReplyInput['decisions'], readonly (readonly string[])[]]>([
      ['nothing', undefined, usual],
      ['that all stay', new Map([0, 1, 2].map((at) => [at, { kind: 'text' }])), usual],
      [
        'that the nearest passage is meant',
        new Map([
          [0, { kind: 'passage', letter: 'letter-A1', range: range(letters[0]!.blocks[0]!.id, 0, 30) }],
        ]),
        [['A1: The lamp over the door is out.', 'p: No.'], ...usual.slice(1)],
      ],
      [
        'that one is left out, and one is of another letter',
        new Map([
          [1, { kind: 'drop' }],
          [2, { kind: 'passage', letter: 'letter-A2', range: range(letters[1]!.blocks[0]!.id, 0, 35) }],
        ]),
        [usual[0]!, ['p: Yes.'], ['A2: I counted eleven hands in the hall.', 'p: Who knows?']],
      ],
    ])('%s', async (_, decisions, expected) => {
      expect(await answers(decisions)).toEqual(expected);
    });
  });
  it('gives no part or point an id that is taken', async () => {
    const { project } = await build('# Reply {#roof}\n\n## Lamp {#lamp}\n\nSee [it](#roof).', 'draft.md', {
      taken: new Set(['roof', 'lamp']),
    });
    const [section] = project.sections;
    expect(['roof', 'lamp']).not.toContain(section?.id);
    expect(['roof', 'lamp']).not.toContain(section?.points[0]?.id);
    expect(JSON.stringify(section?.points[0]?.answer)).toContain(`"id":"${section?.id}"`);
  });
  it('tells names that lead nowhere', async () => {
    const { problems } = await build('# Reply {letter=B7}\n\n## a\n\nSee [x](#nowhere) and [@nobody].');
    expect(problems).toEqual([
      { kind: 'unknown-letter', detail: 'B7' },
      { kind: 'unknown-target', detail: 'nowhere' },
      { kind: 'unknown-reference', detail: 'nobody' },
    ]);
  });
  it('in plain text is read by its quotations', async () => {
    const reply = await build(
      'I write to you.\n\n> I counted eleven hands in the hall.\n\nSo did I.',
      'draft.txt',
    );
    expect(sketch(reply.project.introduction)).toEqual(['p: I write to you.']);
    expect(outline(reply)[0]?.points).toEqual([
      { title: '', quotations: ['A2: I counted eleven hands in the hall.'], answer: ['p: So did I.'] },
    ]);
  });
  it('as a page has its title from the only heading of the first level', async () => {
    const reply = await build(
      '<h1>The Lamp</h1><h2 id=c>In response to the Council</h2><h3 id=l>Lamp</h3><blockquote>We regret this.</blockquote><p>So do I, see <a href="#l">it</a>.</p>',
      'draft.html',
    );
    expect(reply.project.front.title).toBe('The Lamp');
    expect(outline(reply)).toEqual([
      {
        title: 'In response to the Council',
        letter: 'A1',
        lead: [],
        points: [
          { title: 'Lamp', quotations: ['A1: We regret this.'], answer: ['p: So do I, see {point l}.'] },
        ],
      },
    ]);
  });
});

describe('attributes', () => {
  it.each([
    ['#lamp', { id: 'lamp', classes: [], values: {} }],
    ['.demand #lamp', { id: 'lamp', classes: ['demand'], values: {} }],
    ['letter=A1 title="two words"', { classes: [], values: { letter: 'A1', title: 'two words' } }],
    ['', undefined],
    ['just words', undefined],
    ['#lamp and more', undefined],
  ])('{%s}', (inner, attributes) => {
    expect(parseAttributes(inner)).toEqual(attributes);
  });
});

describe('references', () => {
  const read = (text: string) => readReferences('references.json', text, countingIds('w'));
  it('keep the ids that can be kept', async () => {
    const result = read('[{"id":"a1","type":"book"},{"id":"no id","type":"book","volume":3},{"id":"a1"}]');
    expect(result.ok && result.references.map(({ id }) => id)).toEqual(['a1', 'w1', 'w2']);
    expect(result.ok && result.references[1]?.item.volume).toBe('3');
  });
  it.each([
    ['{', 'not-json'],
    ['7', 'not-csl'],
    ['[7]', 'not-csl'],
  ])('%s are refused', (text, code) => {
    const result = read(text);
    expect(result.ok ? '' : result.failure.code).toBe(code);
  });
});
