import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProject } from '../../../core/storage/open.ts';
import { spread } from '../../../electron/cli/arguments.ts';
import { run } from '../../../electron/cli/run.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-cli-'));
  await writeFile(
    at('council.html'),
    '<title>Statement</title><p>The lamp is <b>out</b>.</p><script>x</script><p>We regret this.</p>',
  );
  await writeFile(at('pym.txt'), 'I counted eleven hands in the hall.');
  await writeFile(at('works.json'), '[{"id":"ashgrove","type":"book","title":"A Room"}]');
  await writeFile(
    at('good.md'),
    '# Reply {letter=A1}\n\n## Lamp\n\n> The lamp is out.\n\nYes [@ashgrove].\n',
  );
  await writeFile(
    at('bad.md'),
    '# Reply {letter=A1}\n\n## Lamp\n\n> The lamp is lit.\n\n> We regret this.\n\nNo [@nobody].\n',
  );
  await writeFile(
    at('noise.txt'),
    Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function command(...argv: string[]) {
  let out = '';
  const said: string[] = [];
  const status = await run(
    argv.map((arg) => (/\.(html|txt|md|json|pamphlet|pdf)$/.test(arg) ? at(arg) : arg)),
    {
      write: (result) => (out += typeof result === 'string' ? result : `${result.length} bytes`),
      say: (words) => said.push(words.replaceAll(folder, '')),
    },
  );
  return { status, out, said };
}

describe('use of the command line', () => {
  it.each([
    [[], 'Say what to do'],
    [['sing'], 'There is no command “sing”'],
    [['reply', '--draft', 'good.md', '-o', 'x.pamphlet'], 'wants the letters'],
    [['reply', '--letter', 'pym.txt', '-o', 'x.pamphlet'], 'wants the draft'],
    [['reply', '--letter', 'pym.txt', '--draft', 'good.md'], 'where to write'],
    [['export', 'x.pamphlet'], 'wants --to'],
    [
      ['export', 'x.pamphlet', '--to', 'stone'],
      '--to can be html, pdf, docx, markdown, annotations, coverage-csv, works-bib, works-ris, works-csl; not “stone”.',
    ],
    [['export', 'x.pamphlet', '--to', 'pdf', '--paper', 'a0'], '--paper can be'],
    [['check'], 'one project'],
    [['check', 'a.pamphlet', '--loud'], 'loud'],
    [['check', 'nowhere.pamphlet'], 'no longer there'],
    [['check', 'pym.txt'], 'isn’t a Pamphleteer project'],
    [['import', 'noise.txt'], 'isn’t text'],
    [['import', 'pym.txt', '--kind', 'poem'], '--kind can be letter, article'],
    [['import', 'pym.txt', '--language', 'en GB'], 'no language tag'],
  ])('%j is refused with status 2', async (argv, words) => {
    const { status, out, said } = await command(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(said.join('\n')).toContain(words);
  });
  it.each([['--help'], ['check', '--help']])('%j gives the help', async (...argv) => {
    const { status, out } = await command(...argv);
    expect([status, out.startsWith('Pamphleteer without a window.')]).toEqual([0, true]);
  });
  it('tells its version', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await command('--version')).toEqual({ status: 0, out: `${version}\n`, said: [] });
  });
  it('takes several files after --letter', () => {
    expect(spread(['--letter', 'a', 'b', '--draft', 'c'], '--letter')).toEqual([
      '--letter',
      'a',
      '--letter',
      'b',
      '--draft',
      'c',
    ]);
  });
});

describe('import', () => {
  it('gives letters as JSON and says what it left out', async () => {
    const { status, out, said } = await command('import', 'council.html', 'pym.txt');
    const { letters } = JSON.parse(out) as { letters: { code: string; blocks: { id: string }[] }[] };
    expect(status).toBe(0);
    expect(letters.map(({ code, blocks }) => [code, blocks.map(({ id }) => id)])).toEqual([
      ['A1', ['l1-1', 'l1-2']],
      ['A2', ['l2-1']],
    ]);
    expect(said).toEqual(['council.html: A script was left out (x).']);
  });
  it('names what can’t be read and takes in the rest, with status 2', async () => {
    const { status, out, said } = await command(
      'import',
      'noise.txt',
      'pym.txt',
      'nowhere.html',
      '--to',
      'text',
    );
    expect([status, out]).toEqual([2, 'I counted eleven hands in the hall.\n']);
    expect(said.join('\n')).toContain('noise.txt');
    expect(said.join('\n')).toContain('nowhere.html');
    expect(said.at(-1)).toBe('2 of 3 files couldn’t be read; the others were.');
  });
  it('gives codes by kind', async () => {
    const { out } = await command('import', 'council.html', 'pym.txt', '--kind', 'reviewer');
    const { letters } = JSON.parse(out) as { letters: { code: string; kind: string }[] };
    expect(letters.map(({ code, kind }) => [code, kind])).toEqual([
      ['R1', 'reviewer'],
      ['R2', 'reviewer'],
    ]);
  });
  it('gives text and a page', async () => {
    expect((await command('import', 'council.html', '--to', 'text')).out).toBe(
      'The lamp is out.\nWe regret this.\n',
    );
    const { out } = await command('import', 'council.html', '--to', 'html');
    expect(out).toContain('<strong>out</strong>');
    expect(out).not.toContain('<script');
  });
});

describe('reply, check and export', () => {
  const letters = ['--letter', 'council.html', 'pym.txt'];
  it('of a draft without fault give status 0, and the same bytes each time', async () => {
    const made = await command(
      'reply',
      ...letters,
      '--references',
      'works.json',
      '--draft',
      'good.md',
      '-o',
      'good.pamphlet',
      '--json',
    );
    expect(made.status).toBe(0);
    expect(JSON.parse(made.out)).toMatchObject({
      project: { letters: [{ code: 'A1' }, { code: 'A2' }], highlights: 1, points: 1 },
      found: [{ letter: 'A1', point: 'Lamp', quote: 'The lamp is out.', exactness: 'exact' }],
      missing: [],
      problems: [],
    });
    const first = await readFile(at('good.pamphlet'));
    await command(
      'reply',
      ...letters,
      '--references',
      'works.json',
      '--draft',
      'good.md',
      '-o',
      'good.pamphlet',
    );
    expect(await readFile(at('good.pamphlet'))).toEqual(first);
    const opened = openProject(first);
    expect(opened.ok && [opened.state, opened.binaries.size]).toEqual(['sound', 2]);

    const checked = await command('check', 'good.pamphlet');
    // What a reader may miss is told, and doesn't fail the check.
    expect(checked).toMatchObject({ status: 0, said: [expect.stringContaining('4 findings.')] });
    expect(checked.out).toBe(
      [
        'The title page has no title or byline.',
        'Letter A1 has no author or date.',
        'Letter A2 has no author or date.',
        'The work “A Room” has no author or year.',
        'A1 Statement: 50 % (sentences: 1 answered, 0 waived, 0 open, 1 untouched)',
        'A2 pym: 0 % (sentences: 0 answered, 0 waived, 0 open, 1 untouched)',
        '',
      ].join('\n'),
    );
  });
  it('of a draft with faults list them with the nearest passage, and write the project all the same', async () => {
    const made = await command('reply', ...letters, '--draft', 'bad.md', '-o', 'bad.pamphlet');
    expect(made.status).toBe(1);
    expect(made.said.join('\n')).toContain('difference: The lamp is [-out-]{+lit+}.');
    const checked = await command('check', 'bad.pamphlet', '--json');
    expect(checked.status).toBe(1);
    expect(JSON.parse(checked.out)).toMatchObject({
      state: 'sound',
      problems: [],
      findings: [
        { kind: 'unknown-work', weight: 'wrong', reference: 'nobody' },
        { kind: 'quotation-differs', nearest: 'The lamp is out.' },
        { kind: 'metadata-missing', weight: 'minor', of: { kind: 'title-page' } },
        { kind: 'metadata-missing', of: { kind: 'letter' } },
        { kind: 'metadata-missing', of: { kind: 'letter' } },
      ],
      coverage: [
        { letter: 'A1', percent: 50, sentences: { answered: 1, untouched: 1, partlyUntouched: 0 } },
        { letter: 'A2', percent: 0 },
      ],
    });
  });
  it('give a page, Markdown and a PDF', async () => {
    await command(
      'reply',
      ...letters,
      '--references',
      'works.json',
      '--draft',
      'good.md',
      '-o',
      'good.pamphlet',
    );
    expect((await command('export', 'good.pamphlet', '--to', 'html')).out).toContain('The lamp is ');
    expect((await command('export', 'good.pamphlet', '--to', 'markdown')).out).toContain('The lamp is ');
    const set = await command(
      'export',
      'good.pamphlet',
      '--to',
      'pdf',
      '--paper',
      'half-letter',
      '-o',
      'good.pdf',
    );
    expect(set.status).toBe(0);
    expect((await readFile(at('good.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);
});
