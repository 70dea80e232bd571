import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProject } from '../../../core/storage/open.ts';
import { run } from '../../../electron/cli/run.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-annotations-'));
  await writeFile(
    at('council.html'),
    '<title>Statement</title><p>The lamp is <b>out</b>.</p><p>Nobody has mended the roof of the reading room.</p>',
  );
  await writeFile(
    at('draft.md'),
    '# Reply {letter=A1}\n\n## Lamp\n\n> The lamp is out.\n\n' +
      'You say “nobody has mended the roof of the dining hall”. And “we thank her for the jelly” too.\n',
  );
  await writeFile(
    at('selectors.json'),
    JSON.stringify([
      quote('lamp is out'),
      'https://quillhaven.example/#:~:text=nobody,roof',
      {
        type: 'RangeSelector',
        startContainer: '/p[1]',
        startOffset: 4,
        endContainer: '/p[1]/b[1]',
        endOffset: 3,
      },
    ]),
  );
  await writeFile(at('lost.json'), JSON.stringify([quote('quince jelly'), { type: 'TextQuoteSelector' }]));
  await writeFile(
    at('rows.json'),
    JSON.stringify({
      rows: [
        {
          id: 'h1',
          uri: 'x',
          text: 'When?',
          tags: ['Fact to check'],
          target: [{ selector: [quote('the roof')] }],
        },
        { id: 'h2', uri: 'x', text: 'Of the whole page.', tags: [], target: [{ source: 'x' }] },
      ],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function command(...argv: string[]) {
  let out = '';
  const said: string[] = [];
  const paths = argv.map((arg) => (/\.(html|md|json|pamphlet)$/.test(arg) ? at(arg) : arg));
  const status = await run(paths, {
    write: (result) => (out += String(result)),
    say: (words) => said.push(words),
  });
  return { status, out, said };
}
const projectOf = async (name: string) => {
  const opened = openProject(await readFile(at(name)));
  if (!opened.ok) throw new Error(opened.failure.what);
  return opened.project;
};

describe('locate', () => {
  it('tells offsets in UTF-16 units, confidence and words', async () => {
    const { status, out } = await command('locate', '--in', 'council.html', '--selectors', 'selectors.json');
    const results = (JSON.parse(out) as { results: { found: Record<string, unknown> }[] }).results;
    expect(status).toBe(0);
    expect(results.map(({ found }) => [found['text'], found['start'], found['method']])).toEqual([
      ['lamp is out', 4, 'quote'],
      ['Nobody has mended the roof', 17, 'fragment'],
      ['lamp is out', 4, 'range'],
    ]);
  });

  it('tells what leads nowhere, and which rule is broken, with status 1', async () => {
    const { status, out } = await command('locate', '--in', 'council.html', '--selectors', 'lost.json');
    expect(status).toBe(1);
    expect((JSON.parse(out) as { results: unknown[] }).results).toMatchObject([
      { found: null },
      { refused: 'quote-exact' },
    ]);
  });

  it.each([
    [['locate', '--selectors', 'lost.json'], '--in FILE'],
    [['locate', '--in', 'council.html'], '--selectors'],
    [['locate', '--in', 'council.html', '--selectors', 'council.html'], 'isn’t JSON'],
    [['annotate', 'x.pamphlet', '--annotations', 'rows.json', '-o', 'y.pamphlet'], '--letter A1'],
  ])('%j is refused with status 2', async (argv, words) => {
    const { status, said } = await command(...argv);
    expect([status, said.join('\n').includes(words)]).toEqual([2, true]);
  });
});

describe('a project', () => {
  beforeAll(async () => {
    await command('reply', '--letter', 'council.html', '--draft', 'draft.md', '-o', 'p.pamphlet');
  });

  it('takes annotations as highlights, the same ones each time, and gives its own', async () => {
    const args = ['annotate', 'p.pamphlet', '--letter', 'a1', '--annotations', 'rows.json', '--json'];
    const { status, out, said } = await command(...args, '-o', 'q.pamphlet');
    expect([status, JSON.parse(out)]).toMatchObject([
      1,
      {
        placed: [{ id: 'h1', quote: 'the roof', confidence: 1 }],
        unplaced: [],
        refused: [{ rule: 'selector', id: 'h2' }],
      },
    ]);
    expect(said.at(-1)).toContain('1 highlighted, 0 not found, 1 refused.');
    expect((await projectOf('q.pamphlet')).highlights.at(-1)).toMatchObject({
      note: 'When?',
      category: 'category-2',
    });
    await command(...args, '-o', 'again.pamphlet');
    expect(Buffer.compare(await readFile(at('q.pamphlet')), await readFile(at('again.pamphlet')))).toBe(0);

    const plain = await command('export', 'q.pamphlet', '--to', 'annotations');
    const full = await command('export', 'q.pamphlet', '--to', 'annotations', '--with-notes');
    expect([plain.out.includes('When?'), full.out.includes('When?')]).toEqual([false, true]);
    expect(JSON.parse(plain.out)).toMatchObject({ type: 'AnnotationPage', items: [{}, {}] });
  });

  it('is told of letters that it has when another is asked for', async () => {
    const { status, said } = await command(
      'annotate',
      'p.pamphlet',
      '--letter',
      'Z9',
      '--annotations',
      'rows.json',
      '-o',
      'q.pamphlet',
    );
    expect([status, said.join()]).toEqual([2, 'There is no letter Z9; there are A1.']);
  });

  it('is checked for misquotations typed by hand, with place, nearest words and difference', async () => {
    const { status, out } = await command('check', 'p.pamphlet');
    expect(status).toBe(1);
    expect(out).toContain(
      'Point 1 quotes “nobody has mended the roof of the dining hall”, but letter A1 says',
    );
    expect(out).toMatch(/ {2}at: block \S+, characters 9 to 54\n {2}nearest in A1: “nobody/);
    expect(out).toContain('the [-read-]{+din+}ing [-room-]{+hall+}');
    const { out: given } = await command('check', 'p.pamphlet', '--json');
    expect((JSON.parse(given) as { quotations: unknown }).quotations).toEqual({
      exact: 1,
      typographic: 0,
      differs: 1,
      notFound: 1,
      accepted: 0,
    });
  });
});
