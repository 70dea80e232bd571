/** Writing answers: tables, pictures, lists, marks of the language, dragging, input methods, writing from right to left. */
import { expect, test, type Locator } from '@playwright/test';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { png } from '../../support/png.ts';
import { withClipboard } from '../support/clipboard.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { lookAt } from '../support/look.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;
let folder: string;

test.beforeAll(async () => {
  running = await launchApp();
  await watchMenu(running.app);
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-editor-'));
  await writeFile(join(folder, 'roof.png'), png(320, 200));
  await writeFile(join(folder, 'wide.png'), png(2400, 300));
  await writeFile(join(folder, 'no-picture.png'), 'These are words.');
});
test.afterAll(() => running?.close());

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => running.window.keyboard.press(key)), Promise.resolve());
const type = (text: string) => running.window.keyboard.type(text);

/** A new project with a point whose answer has the caret. */
async function newAnswer(): Promise<Locator> {
  await desk.newProject(running);
  return addPoint(1);
}
async function addPoint(number: number): Promise<Locator> {
  await press('Control+Shift+n');
  await expect(desk.points(running.window)).toHaveCount(number);
  const answer = await desk.answerOf(running.window, number);
  await expect(answer).toBeFocused();
  return answer;
}
let saved = 0;
/** The answers' blocks as they are saved. */
async function answers(): Promise<readonly (readonly Block[])[]> {
  const path = join(folder, `saved-${++saved}.pamphlet`);
  await desk.saveAs(running, path);
  const project = await desk.projectIn(path);
  return project.sections.flatMap(({ points }) => points.map(({ answer }) => answer));
}
const cell = (answer: Locator, row: number, column: number) =>
  answer.getByRole('textbox', { name: `Row ${row}, column ${column}` });
const shown = (blocks: readonly Block[] | undefined) =>
  blocks?.map((block) => `${block.type} ${blockText(block)}`.trim());

test('a table is put in, written, and changed by keys and menu, and left on both sides', async () => {
  const { app, window } = running;
  const answer = await newAnswer();
  await clickMenu(app, 'table');
  const rows = window.getByRole('spinbutton', { name: 'Rows' });
  await expect(rows).toBeFocused();
  await rows.fill('2');
  await window.getByRole('spinbutton', { name: 'Columns' }).fill('2');
  await press('Enter');
  await expect(cell(answer, 1, 1)).toBeFocused();
  await type('Year');
  await press('Tab');
  await expect(cell(answer, 1, 2)).toBeFocused();
  await type('Visits');
  await press('Tab');
  await type('2019');
  await press('Tab');
  await type('412');
  await press('Tab');
  await expect(cell(answer, 3, 1)).toBeFocused();
  await type('2024');
  await press('ArrowRight');
  await expect(cell(answer, 3, 2)).toBeFocused();
  await press('ArrowUp');
  await expect(cell(answer, 2, 2)).toBeFocused();
  await clickMenu(app, 'column-before');
  await expect(cell(answer, 2, 2)).toBeFocused();
  await expect(answer.locator('tr').first().locator('th')).toHaveCount(3);
  await clickMenu(app, 'column-remove');
  await expect(answer.locator('tr').first().locator('th')).toHaveCount(2);
  await clickMenu(app, 'row-down');
  await expect(answer.locator('table')).toHaveText(/Year\s*Visits\s*2024\s*2019\s*412/);
  await press('Control+z');
  await expect(answer.locator('table')).toHaveText(/Year\s*Visits\s*2019\s*412\s*2024/);

  // Out of it above, where there was no text, and below.
  await answer.locator('[data-cell="0-0"]').click();
  await expect(cell(answer, 1, 1)).toBeFocused();
  await press('ArrowUp');
  await type('Before.');
  await expect(answer.locator('.block').first()).toHaveText('Before.');
  await press('ArrowDown');
  await expect(cell(answer, 1, 1)).toBeFocused();
  for (let i = 0; i < 3; i++) await press('ArrowDown');
  await type('After.');
  expect(shown((await answers())[0])).toEqual([
    'paragraph Before.',
    'table Year\tVisits\n2019\t412\n2024',
    'paragraph After.',
  ]);
});

test('what is written in a cell is undone there, and comes back', async () => {
  const answer = await newAnswer();
  await press('Control+Alt+t');
  await press('Enter');
  await expect(cell(answer, 1, 1)).toBeFocused();
  await type('one');
  await press('Tab');
  await type('two words');
  await press('Control+z');
  await expect(cell(answer, 1, 2)).toBeFocused();
  await expect(cell(answer, 1, 2)).toHaveText('two');
  await type('fold');
  await expect(cell(answer, 1, 2)).toHaveText('two fold');
  for (let i = 0; i < 4; i++) await press('Control+z');
  await expect(answer.locator('table')).toHaveCount(0);
  for (let i = 0; i < 4; i++) await press('Control+Shift+z');
  await expect(answer.locator('table')).toHaveText(/one\s*two fold/);
});

test('tables come from web pages and spreadsheets', async () => {
  const { app } = running;
  const answer = await newAnswer();
  const html = '<table><tr><th>Year</th><th>Visits</th></tr><tr><td>2019</td><td>412</td></tr></table>';
  await withClipboard(app, { html, text: 'Year\tVisits\n2019\t412' }, async () => {
    await press('Control+v');
    await expect(answer.locator('table th')).toHaveCount(2);
  });
  await withClipboard(app, { text: 'a\tb\nc\td\n' }, async () => {
    await press('Control+v');
    await expect(answer.locator('table')).toHaveCount(2);
  });
  await withClipboard(app, { text: 'a\tb\nc\td\n' }, async () => {
    await press('Control+Shift+v');
    await expect(answer).toContainText('c\td');
  });
  await expect(answer.locator('table')).toHaveCount(2);
});

test('a picture that was removed isn’t in the file any more, and undoing brings it back into the next', async () => {
  const { app } = running;
  const answer = await newAnswer();
  await answerDialogs(app, { open: [join(folder, 'wide.png')], button: 'Don’t Save' });
  await clickMenu(app, 'picture');
  await expect(answer.locator('img')).toBeVisible();
  const saveAndMeasure = async (name: string) => {
    const path = join(folder, name);
    await desk.saveAs(running, path);
    const { assets } = await desk.projectIn(path);
    return { assets: assets.length, size: (await readFile(path)).length };
  };
  const withPicture = await saveAndMeasure('with.pamphlet');
  expect(withPicture.assets).toBe(1);
  await answer.locator('img').click();
  await answer.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(answer.locator('img')).toHaveCount(0);
  const without = await saveAndMeasure('without.pamphlet');
  expect(without.assets).toBe(0);
  expect(without.size).toBeLessThan(withPicture.size);
  await press('Control+z');
  await expect
    .poll(() => answer.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(2400);
  expect((await saveAndMeasure('again.pamphlet')).assets).toBe(1);
});

test('pictures are put in with words, replaced, dropped, and refused with a reason', async () => {
  const { app, window } = running;
  const answer = await newAnswer();
  await type('Before.');
  await answerDialogs(app, { open: [join(folder, 'roof.png')], button: 'Don’t Save' });
  await clickMenu(app, 'picture');
  const words = answer.getByLabel('In words, for those who don’t see it');
  await expect(words).toBeVisible();
  const caption = answer.getByRole('textbox', { name: 'Caption' });
  await caption.click();
  await type('The roof in May.');
  await press('Enter');
  await type('After.');
  await expect(answer.locator('figcaption')).toHaveText('The roof in May.');

  await answer.locator('img').click();
  await words.fill('The roof of the library, half mended');
  await expect(answer.locator('img')).toHaveAttribute('alt', 'The roof of the library, half mended');
  await answerDialogs(app, { open: [join(folder, 'wide.png')], button: 'Don’t Save' });
  await answer.getByRole('button', { name: 'Choose another picture' }).click();
  await expect
    .poll(() => answer.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(2400);
  await press('Control+z');
  await expect
    .poll(() => answer.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(320);
  await answer.getByLabel('Mere ornament').check();
  await expect(words).toBeDisabled();
  await press('Control+z');
  await expect(words).toBeEnabled();

  await answerDialogs(app, { open: [join(folder, 'no-picture.png')], button: 'Don’t Save' });
  await clickMenu(app, 'picture');
  await expect(desk.messages(window)).toContainText('isn’t a picture that can be put in');
  await desk.dismissMessages(window);

  // Taken away, then brought back with its bytes.
  await answer.locator('img').click();
  await answer.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(answer.locator('img')).toHaveCount(0);
  await press('Control+z');
  await expect
    .poll(() => answer.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(320);
  const [blocks] = await answers();
  expect(blocks?.[1]).toMatchObject({
    type: 'picture',
    alternative: 'The roof of the library, half mended',
    content: [{ text: 'The roof in May.' }],
  });

  await answer.evaluate(
    (element, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'dropped.png', { type: 'image/png' }));
      const box = element.querySelector('p')!.getBoundingClientRect();
      const at = { clientX: box.left + 2, clientY: box.top + box.height / 2 };
      element
        .querySelector('p')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }));
    },
    [...png(64, 64)],
  );
  await expect(answer.locator('img')).toHaveCount(2);
  await expect(desk.letterText(window)).toHaveCount(0);
});

test('typed marks become those of the language, and undo gives back what was typed', async () => {
  const { app } = running;
  const answer = await newAnswer();
  await type('She said "no" -- and that\'s that...');
  await expect(answer).toHaveText('She said “no” – and that’s that…');
  await press('Control+z');
  await expect(answer).toHaveText('She said “no” – and that’s that...');
  await type(' "x');
  await expect(answer).toHaveText('She said “no” – and that’s that... “x');

  await clickMenu(app, 'typing-marks');
  await expect.poll(async () => (await menuItem(app, 'typing-marks'))?.checked).toBe(false);
  await press('Enter');
  await type('"plain" -- ...');
  await expect(answer.locator('.block').last()).toHaveText('"plain" -- ...');
  await clickMenu(app, 'typing-marks');
  await expect.poll(async () => (await menuItem(app, 'typing-marks'))?.checked).toBe(true);
  await press('Enter');
  await type('see https://example.org/roof ');
  await expect(answer.locator('a')).toHaveAttribute('href', 'https://example.org/roof');
  await press('Control+z');
  await expect(answer.locator('a')).toHaveCount(0);
  await press('Enter');
  await type('```');
  await type('as "it" is');
  await expect(answer.locator('.preformatted')).toHaveText('as "it" is');
});

test('nothing becomes anything else within a composition', async () => {
  const { window } = running;
  const answer = await newAnswer();
  const devtools = await window.context().newCDPSession(window);
  for (const text of ['s', 'sh', 'shi', '"', '--', '# ']) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await devtools.send('Input.insertText', { text: '"' });
  await expect(answer.locator('.block')).toHaveText('"');
  await devtools.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.insertText', { text: '日本' });
  await expect(answer).toHaveText('"日本');
  await type('"');
  await expect(answer).toHaveText('"日本”');
  await press('Control+z');
  await expect(answer).toHaveText('"日本"');
  expect(shown((await answers())[0])).toEqual(['paragraph "日本"']);
});

test('lists are nested, numbered and left', async () => {
  const { app, window } = running;
  const answer = await newAnswer();
  await type('1. one');
  await press('Enter', 'Tab');
  await type('inner');
  await press('Enter', 'Shift+Tab');
  await type('two');
  await clickMenu(app, 'list-number');
  const number = window.getByRole('spinbutton', { name: 'Number' });
  await expect(number).toHaveValue('2');
  await number.fill('7');
  await press('Enter');
  await expect(answer.locator('.item').last()).toHaveAttribute('data-marker', '7.');
  await expect(answer).toBeFocused();
  await press('Enter', 'Enter');
  await type('out');
  const [blocks] = await answers();
  expect(blocks).toMatchObject([
    { type: 'item', level: 1 },
    { type: 'item', level: 2 },
    { type: 'item', level: 1, start: 7 },
    { type: 'paragraph' },
  ]);
});

test('a selection is dragged within an answer and into another one, as one step', async () => {
  const { window } = running;
  const first = await newAnswer();
  await type('one two three');
  const second = await addPoint(2);
  await type('four five');
  await dragWords(window, first, 'one two three', 'one ', 0, first, 'one two three', 13);
  await expect(first).toHaveText('two threeone ');
  await press('Control+z');
  await expect(first).toHaveText('one two three');
  await dragWords(window, first, 'one two three', 'one ', 0, second, 'four five', 5);
  await expect(first).toHaveText('two three');
  await expect(second).toHaveText('four one five');
  await press('Control+z');
  await expect(first).toHaveText('one two three');
  await expect(second).toHaveText('four five');
  await press('Control+Shift+z');
  await expect(first).toHaveText('two three');
  await expect(second).toHaveText('four one five');
});

/** Drags words with the mouse: from one text to before an offset of another. */
async function dragWords(
  window: RunningApp['window'],
  from: Locator,
  _text: string,
  words: string,
  at: number,
  to: Locator,
  _target: string,
  offset: number,
): Promise<void> {
  const place = (text: Locator, start: number, end: number) =>
    text.evaluate(
      (element, [start, end]) => {
        const walker = document.createTreeWalker(element.querySelector('.block')!, NodeFilter.SHOW_TEXT);
        const node = walker.nextNode()!;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: start === end ? left : (left + right) / 2, y: (top + bottom) / 2, right };
      },
      [start, end] as const,
    );
  await from.click();
  await window.keyboard.press('Home');
  for (let i = 0; i < words.length; i++) await window.keyboard.press('Shift+ArrowRight');
  const start = await place(from, at, at + words.length);
  const end = await place(to, offset, offset);
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move(start.x + 8, start.y + 2, { steps: 3 });
  await window.mouse.move(end.x, end.y, { steps: 8 });
  await window.mouse.move(end.x, end.y);
  await window.mouse.up();
}

test('a caret leaves whatever stands first or last', async () => {
  const { app } = running;
  const answer = await newAnswer();
  await clickMenu(app, 'rule');
  await press('Backspace');
  await expect(answer.locator('.block')).toHaveCount(1);
  await press('ArrowDown');
  await type('below');
  await press('Control+Home', 'ArrowUp');
  await type('above');
  await expect(answer.locator('.block')).toHaveCount(3);
  await clickMenu(app, 'quotation');
  await press('Control+End');
  await press('Control+a', 'Delete');
  await answerDialogs(app, { open: [join(folder, 'roof.png')], button: 'Don’t Save' });
  await press('Control+Alt+p');
  await expect(answer.locator('img')).toBeVisible();
  await press('Control+End', 'Backspace');
  // Under the picture there is nothing: what is typed makes a line.
  await type('under');
  await expect(answer.locator('.block').last()).toHaveText('under');
});

test('on a slow machine no letter is lost or misplaced where the caret goes from one thing to another', async () => {
  const { app, window } = running;
  const session = await window.context().newCDPSession(window);
  const answer = await newAnswer();
  await press('Control+Alt+t', 'Enter');
  await expect(cell(answer, 1, 1)).toBeFocused();
  await answerDialogs(app, { open: [join(folder, 'roof.png')], button: 'Don’t Save' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await press('ArrowUp');
  await type('Before.');
  await press('ArrowDown');
  await type('A cell.');
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await type('After.');
  await clickMenu(app, 'picture');
  const caption = answer.getByRole('textbox', { name: 'Caption' });
  const alternative = answer.getByLabel('In words, for those who don’t see it');
  await alternative.click();
  await type('A roof');
  await caption.click();
  await type('The roof in May.');
  await alternative.click();
  await press('End');
  await type(' of slate');
  await caption.click();
  await press('End', 'Enter');
  await type('The end.');
  await expect(answer.locator('.block').last()).toHaveText('The end.');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const [blocks] = await answers();
  expect(shown(blocks)).toEqual([
    'paragraph Before.',
    'table A cell.',
    'paragraph After.',
    'picture The roof in May.',
    'paragraph The end.',
  ]);
  expect(blocks?.[3]).toMatchObject({ alternative: 'A roof of slate' });
});

test('writing from right to left is set by a command, and arrow keys go as they look', async () => {
  const { app } = running;
  const answer = await newAnswer();
  await clickMenu(app, 'direction-rtl');
  await type('abc');
  await expect(answer.locator('.block')).toHaveAttribute('dir', 'rtl');
  await clickMenu(app, 'direction-auto');
  await expect(answer.locator('.block')).not.toHaveAttribute('dir', 'rtl');
  await press('Enter');
  await type('שלום');
  await expect(answer.locator('.block').last()).toHaveAttribute('dir', 'rtl');
  await press('ArrowRight');
  await type('!');
  await expect(answer.locator('.block').last()).toHaveText('שלו!ם');
});

test('all of it together looks well, on the screen, in the page and in print', async ({}, info) => {
  const { app, window } = running;
  const answer = await newAnswer();
  await type('# The figures');
  await press('Enter');
  await type('The count of 2019 was taken "in the year of the roof" -- see p. 4 of the report.');
  await press('Enter');
  await press('Control+Alt+t', 'Enter');
  await expect(cell(answer, 1, 1)).toBeFocused();
  for (const word of ['Year', 'Visits', 'Loans', '2019', '41,200', '120,400', '2024', '44,900']) {
    await type(word);
    await press('Tab');
  }
  await type('131,000');
  await press('ArrowDown');
  await type('- Nothing in the report says');
  await press('Enter', 'Tab');
  await type('that readers went away,');
  await press('Enter', 'Tab');
  await type('or why;');
  await press('Enter', 'Shift+Tab', 'Shift+Tab');
  await type('and the roof is mended.');
  await press('Enter', 'Enter');
  await type('> A house with books in it is a house with a door in every wall.');
  await press('Enter');
  await type('-- Old saying of Quillhaven');
  await press('Enter');
  await type('O roof of slate, O roof of lead,');
  await clickMenu(app, 'verse');
  await press('Enter');
  await type('how dry you keep the words unread.');
  await press('Enter', 'Enter');
  await answerDialogs(app, { open: [join(folder, 'roof.png')], button: 'Don’t Save' });
  await clickMenu(app, 'picture');
  await answer.getByLabel('In words, for those who don’t see it').fill('The roof, half mended');
  await answer.getByRole('textbox', { name: 'Caption' }).click();
  await type('The roof in May, before the rain.');
  await lookAt(running, 'editor', info);
  await press('Enter');
  await type('The end.');
  await window.screenshot({ path: info.outputPath('editor-at-rest.png') });
  for (const [kind, name] of [
    ['export-html', 'look.html'],
    ['export-markdown', 'look.md'],
    ['export-pdf', 'look.pdf'],
  ] as const) {
    await answerDialogs(app, { save: info.outputPath(name), button: 'Don’t Save' });
    await clickMenu(app, kind);
    await expect
      .poll(
        () =>
          readFile(info.outputPath(name)).then(
            ({ length }) => length,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBeGreaterThan(100);
  }
  const html = await readFile(info.outputPath('look.html'), 'utf8');
  expect(html).toContain('alt="The roof, half mended"');
  expect(html).toContain('src="data:image/png;base64,');
  const markdown = await readFile(info.outputPath('look.md'), 'utf8');
  expect(markdown).toContain('| 2019 | 41,200 | 120,400 |');
});
