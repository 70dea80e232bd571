/** Quotations changed in the window: left out, put in, [sic], emphasis, a part, run in, another order, the source line. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { lookAt } from '../support/look.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-quotations-'));
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const bar = (): Locator => running.window.getByRole('toolbar', { name: 'Change the quotation' });
const figures = (point = 1): Locator =>
  desk
    .points(running.window)
    .nth(point - 1)
    .locator('figure.quotation');
const words = (figure = figures().first()): Locator => figure.locator('blockquote');
const button = (name: string | RegExp): Locator => bar().getByRole('button', { name });

const SENTENCE = 'The first paragraph says that the roof is leaking and that slates are dear this year.';

/** A new project whose one point quotes the first sentence of its letter. */
async function quoted(): Promise<Locator> {
  const { window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  await desk.selectWords(window, 'The first paragraph', 'dear this year.');
  await window.keyboard.press('Enter');
  await expect(words()).toHaveText(SENTENCE);
  return words();
}

const select = (from: string, to = from) => desk.dragOver(running.window, words(), from, to);

test('words are left out, seen, and brought back with the mouse; every step is undone', async () => {
  const { window } = running;
  const quotation = await quoted();
  await select('first paragraph', 'says that');
  await expect(bar()).toBeVisible();
  await button('Leave out').click();
  await expect(quotation).toHaveText('The […] the roof is leaking and that slates are dear this year.');
  await quotation.locator('.sign').click();
  await expect(bar()).toContainText('first paragraph says that');
  await button('Bring back').click();
  await expect(quotation).toHaveText(SENTENCE);
  await window.keyboard.press('Control+z');
  await expect(quotation).toHaveText('The […] the roof is leaking and that slates are dear this year.');
  await window.keyboard.press('Control+z');
  await expect(quotation).toHaveText(SENTENCE);
  await window.keyboard.press('Control+Shift+z');
  await expect(quotation).toContainText('The […] the roof');
  // The letter has all its words.
  await expect(desk.letterText(window)).toContainText(SENTENCE);
});

test('everything is done by keyboard alone, and the caret stays in the quotation', async () => {
  const { window } = running;
  const quotation = await quoted();
  await window.keyboard.press('Control+Alt+q');
  await expect(quotation).toBeFocused();
  // "The" becomes "[T]his": replaced; "roof" is marked; "leaking" is emphasised.
  await window.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await window.keyboard.press('Shift+ArrowRight');
  await expect(bar()).toBeVisible();
  await window.keyboard.press('r');
  const field = bar().getByRole('textbox', { name: 'Words in their place' });
  await expect(field).toBeFocused();
  await field.fill('This');
  await window.keyboard.press('Enter');
  await expect(quotation).toHaveText(`[This]${SENTENCE.slice(3)}`);
  await expect(quotation).toBeFocused();

  await select('roof');
  await window.keyboard.press('s');
  await expect(quotation).toContainText('the roof [sic] is leaking');
  await select('leaking');
  await window.keyboard.press('e');
  await expect(quotation.locator('em')).toHaveText('leaking');
  await expect(figures().first().locator('figcaption')).toContainText('(emphasis added)');
  await select('slates');
  await window.keyboard.press('i');
  await expect(bar().getByRole('textbox', { name: 'Words to insert' })).toBeFocused();
  await window.keyboard.type('from Wales');
  await window.keyboard.press('Enter');
  await expect(quotation).toContainText('that slates [from Wales] are dear');
  await expect(quotation).toBeFocused();
  await select('this year');
  await window.keyboard.press('Delete');
  await expect(quotation).toHaveText(
    '[This] first paragraph says that the roof [sic] is leaking and that slates [from Wales] are dear […].',
  );
  // Nothing that is typed gets into the letter's words.
  await window.keyboard.type('xyz');
  await expect(quotation).not.toContainText('xyz');
  // The check of quotations finds nothing amiss.
  await expect(window.getByText(/quotations? to look at/)).toHaveCount(0);
  expect((await menuItem(running.app, 'quote-restore-all'))?.enabled).toBe(true);
  await clickMenu(running.app, 'quote-restore-all');
  await expect(quotation).toHaveText(SENTENCE);
  await expect(figures().first().locator('figcaption')).not.toContainText('emphasis');
});

test('a part is quoted, all is quoted again; what loses its words is told until it is let go', async () => {
  const { window } = running;
  const quotation = await quoted();
  await select('the roof', 'leaking');
  await window.keyboard.press('o');
  await expect(quotation).toHaveText('the roof is leaking');
  await clickMenu(running.app, 'quote-whole');
  await expect(quotation).toHaveText(SENTENCE);
  await select('slates');
  await window.keyboard.press('e');
  await expect(quotation.locator('em')).toHaveText('slates');

  // The letter is corrected: the words are others, and the emphasis has no place.
  await window.keyboard.press('F2');
  const correcting = desk.pane(window, 'letter').getByRole('textbox').first();
  await expect(correcting).toBeVisible();
  await correcting.getByText('slates').click();
  await desk.dragOver(window, correcting, 'slates');
  await window.keyboard.type('tiles');
  await window.keyboard.press('F2');
  await expect(quotation).toContainText('tiles are dear');
  await expect(figures().first().locator('.lost-edits')).toContainText('slates');
  await figures().first().getByRole('button', { name: 'Let go' }).click();
  await expect(figures().first().locator('.lost-edits')).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(figures().first().locator('.lost-edits')).toContainText('slates');
});

/** The point quotes a sentence of each of the letters. */
async function three(): Promise<void> {
  const { window } = running;
  await quoted();
  const more = async (from: string, to: string) => {
    await desk.selectWords(window, from, to);
    await window.keyboard.press('q');
    await window.keyboard.press('Escape');
  };
  await more('The second paragraph', 'nobody reads them.');
  await expect(figures()).toHaveCount(2);
  await desk.pasteLetter(running, comment);
  await more('The clerk counts on Mondays', 'shut until noon.');
  await expect(figures()).toHaveCount(3);
}

const codes = () => figures().locator('figcaption .code').allTextContents();

test('quotations take another order by keys and by dragging, and three stand against each other', async ({}, info) => {
  const { window } = running;
  await three();
  await expect.poll(codes).toEqual(['A1-1', 'A1-2', 'A2-1']);
  await words(figures().nth(2)).focus();
  await window.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(codes).toEqual(['A1-1', 'A2-1', 'A1-2']);
  await window.keyboard.press('Control+z');
  await expect.poll(codes).toEqual(['A1-1', 'A1-2', 'A2-1']);
  await figures().nth(2).hover();
  await figures()
    .nth(2)
    .locator('.grip')
    .dragTo(figures().nth(0), { targetPosition: { x: 40, y: 3 } });
  await expect.poll(codes).toEqual(['A2-1', 'A1-1', 'A1-2']);

  await clickMenu(running.app, 'point-contrast');
  const group = window.getByRole('group', { name: 'Set against each other' });
  await expect(group.locator('figure')).toHaveCount(3);
  const boxes = async () =>
    Promise.all((await group.locator('figure').all()).map(async (one) => (await one.boundingBox())!));
  expect((await boxes()).every(({ width }) => width > 120)).toBe(true);
  await lookAt(running, 'contrast', info);
  // In a pamphlet that is read from right to left the first stands at the right.
  await window.keyboard.press('Control+Shift+t');
  await desk.dialog(window).getByLabel('Language of the answer').selectOption('he');
  await desk.dialog(window).getByRole('button', { name: 'Done' }).click();
  await expect
    .poll(async () => {
      const [first, second] = await boxes();
      return first!.y < second!.y || first!.x > second!.x;
    })
    .toBe(true);
  await lookAt(running, 'contrast-rtl', info);
});

test('source lines follow the writer’s pattern, told at once what is wrong with it', async ({}, info) => {
  const { window } = running;
  await three();
  await clickMenu(running.app, 'source-line');
  const first = desk.dialog(window).getByRole('textbox', { name: 'First quotation of a letter' });
  await first.fill('{title} ({autor}), {place}');
  await expect(desk.dialog(window)).toContainText(
    'There is no field {autor}. The fields are {code}, {author},',
  );
  await first.fill('letter {code} ({date}), {place}');
  await expect(desk.dialog(window).getByRole('list').first()).toContainText('letter A1, ¶');
  await lookAt(running, 'source-line', info);
  await desk.dialog(window).getByRole('button', { name: 'Done' }).click();
  await expect(figures().first().locator('figcaption')).toContainText('letter A1, ¶');
  await expect(figures().nth(2).locator('figcaption')).toContainText('letter A2, ¶');
});

test('what was changed is saved, opened, and exported; each exported quotation is found in its letter', async ({}, info) => {
  const { app, window } = running;
  await quoted();
  await select('first paragraph', 'says that');
  await window.keyboard.press('Delete');
  await select('slates');
  await window.keyboard.press('e');
  await expect(words().locator('em')).toHaveText('slates');
  await lookAt(running, 'edited', info);
  await clickMenu(app, 'quote-run-in');
  await expect(words()).toHaveText('“The […] the roof is leaking and that slates are dear this year.”');
  await (await desk.answerOf(window, 1)).click();
  await window.keyboard.type('So it was mended.');
  await lookAt(running, 'run-in', info);

  const path = join(folder, 'quotations.pamphlet');
  await desk.saveAs(running, path);
  const [quotation] = (await desk.projectIn(path)).sections[0]!.points[0]!.quotations;
  expect(quotation?.setting).toBe('run-in');
  expect(quotation?.view?.edits.map(({ kind }) => kind)).toEqual(['omit', 'emphasis']);

  const exported = async (name: string, ask: () => Promise<unknown>) => {
    const file = join(folder, name);
    await answerDialogs(app, { save: file });
    await ask();
    await expect
      .poll(
        () =>
          readFile(file).then(
            (bytes) => bytes.length,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    return file;
  };
  const html = await readFile(
    await exported('q.html', () => window.keyboard.press('Control+Shift+e')),
    'utf8',
  );
  expect(html.replace(/<[^>]+>/g, '')).toContain(
    '“The […] the roof is leaking and that slates are dear this year.” (A1, ¶\u00a01; emphasis added) So it was mended.',
  );
  const markdown = await readFile(await exported('q.md', () => clickMenu(app, 'export-markdown')), 'utf8');
  expect(markdown.replaceAll('\\', '')).toContain(
    '“The […] the roof is leaking and that *slates* are dear this year.”',
  );
  const pdf = await exported('q.pdf', () => window.keyboard.press('Control+p'));
  const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })
    .replace(/-\n/g, '')
    .replace(/\s+/g, ' ');
  expect(text).toContain('“The […] the roof is leaking and that slates are dear this year.”');
});
