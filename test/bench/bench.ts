/** Measures all and prints it. Started by run.ts, which provides the runtime, the bundles and a display. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAnswerIn, measureApp, type AppResult } from './app.ts';
import { benchImport } from './import.ts';
import { coverageRowsComputed, coverageRowsOfApp, measureCoverage } from './coverage.ts';
import type { Project } from '../../core/document/project.ts';
import type { KeyCost } from './keys.ts';
import { measurePdf, type PdfResult } from './pdf.ts';
import { LARGE, makeProject, ORDINARY, PRINTED, projectFile } from './projects.ts';
import { benchReanchor, REANCHOR_LIMIT } from './reanchor.ts';
import { benchOutline, FRAME } from './outline.ts';
import { buildRivals, measureRival, RIVALS, type Rival } from './rivals.ts';
import { ms, printTable, ratio, type Row } from './table.ts';

const executable = process.env['PAMPHLETEER_ELECTRON'] ?? '';

/** What one part of the measuring gives, or undefined with the reason printed: the others go on. */
async function attempt<T>(what: string, measure: () => Promise<T>): Promise<T | undefined> {
  console.error(`Measuring ${what} …`);
  try {
    return await measure();
  } catch (error) {
    console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return undefined;
  }
}

type Costs = Record<Rival | 'app', KeyCost | undefined>;

function keyRows(what: string, costs: Costs): Row[] {
  const row = (name: string, of: (cost: KeyCost) => number): Row => {
    const [own, bare, mirror] = [costs.app, costs.contenteditable, costs.codemirror].map((cost) =>
      cost ? of(cost) : NaN,
    ) as [number, number, number];
    return {
      what: `${what}: ${name}`,
      values: [ms(own), ms(bare), ratio(own, bare), ms(mirror), ratio(own, mirror)],
    };
  };
  return [
    row('processor a key', ({ cpu }) => cpu),
    row('to the screen, half of the keys', ({ p50 }) => p50),
    row('to the screen, 95 of 100 keys', ({ p95 }) => p95),
  ];
}

function otherRows(app: AppResult | undefined, pdf: PdfResult | undefined): Row[] {
  const rows: Row[] = [];
  const add = (what: string, value: string) => rows.push({ what, values: [value] });
  if (app) {
    add('open: key to first view', ms(app.open.total));
    add('open: of that, the window after the file was read', ms(app.open.own));
    add('open: longest block of the main process', ms(app.openBlocks));
    add('open: until the last section is drawn, after the first view', ms(app.drawn));
    add('highlight: key to the screen, half of them', ms(app.highlight.p50));
    add('highlight: key to the screen, slowest', ms(app.highlight.p95));
    add('highlight: processor', ms(app.highlight.cpu));
    add('pause after an answer’s keys: longest frame', ms(app.pause.answer));
    add('pause after a letter’s keys: longest frame', ms(app.pause.correcting));
    add('scroll: frames missed of 240', String(app.scroll.dropped));
    add('scroll: longest frame', ms(app.scroll.longest));
    add('correct the text: to first view', ms(app.correctingView.total));
    add('save: key to the file', ms(app.save.total));
    add('save: longest block of the main process', ms(app.save.mainBlocks));
    add('save: longest frame of the window', ms(app.save.windowFrame));
    for (const [kind, megabytes] of app.memory) add(`memory: ${kind}`, `${megabytes.toFixed(0)} MB`);
  }
  if (pdf) {
    add(`PDF of ${pdf.pages} pages, first`, ms(pdf.first));
    add(`PDF of ${pdf.pages} pages, again`, ms(pdf.again));
  }
  return rows;
}

/** The answer's key again: beside a bare contenteditable on its very page, and beside itself in a small project. */
function printAnswers(app: AppResult | undefined, small: KeyCost | undefined): void {
  const rows = [
    ['a bare contenteditable on the same page', app?.bareInPlace],
    ['Pamphleteer with a letter of 2,000 words, 12 points', small],
  ] as const;
  printTable(
    ['writing an answer: processor a key', 'Pamphleteer', 'compared with', ''],
    rows.map(([what, other]) => {
      const [own, its] = [app?.answer.cpu ?? NaN, other?.cpu ?? NaN];
      return { what, values: [ms(own), ms(its), ratio(own, its)] };
    }),
  );
}

/** What is measured in this process, by the same code that the app's workers run. */
function printLetters(project: Project): void {
  const page = benchImport(project);
  const again = benchReanchor();
  const { exact, changed, moved, missing } = again.outcomes;
  const found = `${exact} exact, ${changed} changed, ${moved} moved, ${missing} not found`;
  printTable(
    ['', 'Pamphleteer', 'parse5 alone', ''],
    [
      {
        what: `a page of 1,000,000 words (${(page.size / 1e6).toFixed(1)} MB) becomes a letter`,
        values: [ms(page.own), ms(page.parsing), ratio(page.own, page.parsing)],
      },
    ],
  );
  printTable(
    ['', 'Pamphleteer', 'at most', ''],
    [
      {
        what: `${again.highlights} passages found again in a new version (${found})`,
        values: [ms(again.milliseconds), ms(REANCHOR_LIMIT), ratio(again.milliseconds, REANCHOR_LIMIT)],
      },
    ],
  );
}

/** The name of the one part that is to be measured; all when absent. */
const only = process.argv[2];

async function printCoverage(project: Project, file: string): Promise<void> {
  const app = await attempt('coverage', () => measureCoverage(file));
  printTable(
    ['coverage', 'Pamphleteer'],
    [...coverageRowsComputed(project), ...(app ? coverageRowsOfApp(app) : [])],
  );
}

function printOutline(project: Project): void {
  printTable(
    ['outline, 500 points: processor an edit', 'Pamphleteer', 'a frame', ''],
    [...benchOutline(project)].map(([what, own]) => ({
      what,
      values: [ms(own), ms(FRAME), ratio(own, FRAME)],
    })),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'pamphleteer-bench-'));
try {
  const project = makeProject(LARGE);
  const [large, ordinary, printed] = ['large', 'ordinary', 'printed'].map((name) =>
    join(folder, `${name}.pamphlet`),
  ) as [string, string, string];
  await writeFile(large, projectFile(project));
  await writeFile(ordinary, projectFile(makeProject(ORDINARY)));
  await writeFile(printed, projectFile(makeProject(PRINTED)));

  if (only === 'coverage') {
    await printCoverage(project, large);
    process.exit(0);
  }
  const sections = Math.ceil(LARGE.paragraphs / 100);
  const app = await attempt('the app', () => measureApp(large, sections));
  const small = await attempt('an ordinary project', () => measureAnswerIn(ordinary));
  await attempt('the building of other editors', () => buildRivals(join(folder, 'rivals'), project));
  const costs = {
    letter: { app: app?.correcting } as Costs,
    answer: { app: app?.answer } as Costs,
  };
  for (const text of ['answer', 'letter'] as const) {
    for (const rival of RIVALS) {
      costs[text][rival] = await attempt(`${rival}, ${text}`, () =>
        measureRival(executable, join(folder, 'rivals'), rival, text),
      );
    }
  }
  const pdf = await attempt('PDF', () => measurePdf(printed, folder));

  console.log(
    `\n1,000,000 words in 20,000 paragraphs, 5,000 passages, 500 points; ${cpus().length} processors.`,
  );
  printTable(
    ['', 'Pamphleteer', 'contenteditable', '', 'CodeMirror 6', ''],
    [...keyRows('writing an answer', costs.answer), ...keyRows('correcting the letter', costs.letter)],
  );
  printAnswers(app, small);
  printTable(['', 'Pamphleteer'], otherRows(app, pdf));
  printLetters(project);
  await printCoverage(project, large);
  printOutline(project);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
