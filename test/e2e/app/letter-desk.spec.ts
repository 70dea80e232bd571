/** Work on whole letters: correcting their text, new versions, splitting and joining, originals, finished drafts. */
import { expect, test, type Locator } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originalsOf } from '../../../core/document/letter.ts';
import { openProject } from '../../../core/storage/open.ts';
import { docxFile, p } from '../../core/import/docx-file.ts';
import { pdfFile, setLines } from '../../core/import/pdf-file.ts';
import { withClipboard } from '../support/clipboard.ts';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { expectInside, lookAt, resize } from '../support/look.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(() => running?.close());

const editor = (): Locator => desk.pane(running.window, 'letter').locator('.letter-editor');
const blocks = (): Locator => desk.letterText(running.window).locator('[data-block]');
/** The words of the passages with this number of the letter, as they are tinted. */
async function tinted(code: string): Promise<string> {
  const { window } = running;
  const bracket = desk.brackets(window).filter({ hasText: code }).first();
  const id = await bracket.getAttribute('data-bracket');
  return (
    await desk.letterText(window).locator(`[data-passages~="${id}"]:not([data-bracket])`).allTextContents()
  ).join('');
}

/** Puts the caret into the text that is corrected, before the words. */
async function caretBefore(words: string): Promise<void> {
  await editor().evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(words) ?? -1;
      if (at < 0) continue;
      root.focus();
      getSelection()?.collapse(node, at);
      return;
    }
    throw new Error(`not in the letter: ${words}`);
  }, words);
}

/** Selects words in the text that is corrected, within one run of it or across. */
async function selectInEditor(words: string): Promise<void> {
  await editor().evaluate((root, words) => {
    const block = [...root.querySelectorAll('[data-block]')].find((each) =>
      each.textContent?.includes(words),
    );
    if (!block) throw new Error(`not in the letter: ${words}`);
    const start = block.textContent?.indexOf(words) ?? 0;
    const point = (offset: number, atEnd: boolean): [Node, number] => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (left < length || (atEnd && left === length)) return [node, left];
        left -= length;
      }
      throw new Error('past the end');
    };
    root.focus();
    const [from, to] = [point(start, false), point(start + words.length, true)];
    getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  }, words);
}

test.describe('correcting', () => {
  test.beforeEach(async () => {
    await desk.newProject(running);
    await desk.pasteLetter(running, short);
    await desk.mark(running.window, 1, 'the roof is leaking and that slates');
    await desk.mark(running.window, 2, 'the books are damp', 'the reading room');
  });

  test('a marked paragraph is parted, joined, cut across its edge and pasted into; brackets move along', async () => {
    const { app, window } = running;
    await desk.pane(window, 'letter').getByRole('button', { name: 'Correct the Text' }).click();
    await expect(editor()).toBeFocused();
    await expect(desk.brackets(window)).toHaveCount(2);
    await expect(desk.brackets(window).locator('.code')).toHaveText(['A1-1', 'A1-2']);
    await desk.brackets(window).nth(1).click();
    await expect(desk.brackets(window).nth(1)).toHaveAttribute('aria-pressed', 'true');
    await expect(editor()).toBeFocused();
    const before = (await desk.brackets(window).nth(1).boundingBox())!;

    await caretBefore('leaking');
    await window.keyboard.press('Enter');
    await expect(blocks()).toHaveCount(4);
    expect(await tinted('A1-1')).toBe('the roof is leaking and that slates');
    await expect
      .poll(async () => (await desk.brackets(window).nth(1).boundingBox())!.y)
      .toBeGreaterThan(before.y);

    await window.keyboard.press('Backspace');
    await expect(blocks()).toHaveCount(3);
    expect(await tinted('A1-1')).toBe('the roof is leaking and that slates');
    await expect.poll(async () => (await desk.brackets(window).nth(1).boundingBox())!.y).toBe(before.y);

    // From before the passage into it.
    await selectInEditor('says that the roof');
    await window.keyboard.press('Delete');
    await expect(blocks().first()).toHaveText(
      'The first paragraph  is leaking and that slates are dear this year.',
    );
    expect(await tinted('A1-1')).toBe(' is leaking and that slates');
    await window.keyboard.type('tells us the whole roof');
    expect(await tinted('A1-1')).toBe(' is leaking and that slates');
    await caretBefore('and that slates');
    await withClipboard(app, { text: 'badly ' }, async () => {
      await window.keyboard.press('Control+v');
      await expect(blocks().first()).toContainText('leaking badly and that');
    });
    expect(await tinted('A1-1')).toBe(' is leaking badly and that slates');

    await selectInEditor('books are damp and that nobody reads them.');
    await withClipboard(
      app,
      { html: '<p>shelves sag</p><ul><li>and creak</li></ul>', text: '' },
      async () => {
        await window.keyboard.press('Control+v');
        await expect(blocks()).toHaveCount(4);
      },
    );
    await expect(blocks().nth(2)).toHaveText('and creak');
    expect(await tinted('A1-2')).toContain('The third paragraph says that the reading room');

    // All of it is undone and done again, in the editor and out of it.
    const text = () => blocks().allTextContents();
    const corrected = await text();
    await window.getByRole('button', { name: 'Done' }).click();
    await expect(editor()).toHaveCount(0);
    expect(await text()).toEqual(corrected);
    const originally = short.text.trim().split('\n\n');
    const mark = desk.pane(window, 'letter').getByText('Text corrected');
    for (let i = 0; i < 40 && (await mark.isVisible()); i++) await window.keyboard.press('Control+z');
    await expect(mark).toBeHidden();
    expect(await text()).toEqual(originally);
    await expect.poll(() => tinted('A1-1')).toBe('the roof is leaking and that slates');
    await window.keyboard.press('F2');
    await expect(editor()).toBeFocused();
    for (let i = 0; i < 40 && (await text()).join() !== corrected.join(); i++) {
      await window.keyboard.press('Control+Shift+z');
    }
    expect(await text()).toEqual(corrected);
    await expect.poll(() => tinted('A1-1')).toBe(' is leaking badly and that slates');
    await expect(editor()).toBeFocused();
  });

  test('by menu and keys; the letter says that it was corrected, and shows what', async () => {
    const { app, window } = running;
    await clickMenu(app, 'letter-correct');
    await expect(editor()).toBeFocused();
    // Going to a passage takes the caret there.
    await window.keyboard.press('Control+F8');
    await window.keyboard.press('Control+F8');
    await expect
      .poll(() =>
        window.evaluate(() => getSelection()?.focusNode?.parentElement?.closest('[data-block]')?.textContent),
      )
      .toContain('The second paragraph');
    await window.keyboard.type('mouldy ');
    await expect(blocks().nth(1)).toHaveText(
      'The second paragraph says that mouldy the books are damp and that nobody reads them.',
    );
    await window.keyboard.press('Control+z');
    await expect(blocks().nth(1)).toContainText('says that the books');
    await expect.poll(async () => (await menuItem(app, 'letter-correct'))?.checked).toBe(true);
    await caretBefore('dear this year');
    await window.keyboard.type('very ');
    await expect(desk.pane(window, 'letter').getByText('Text corrected')).toBeVisible();
    await expect.poll(async () => (await menuItem(app, 'undo'))?.label).toBe('Undo Correction');
    const room = async () => {
      const { x, width, height } = (await blocks().nth(1).boundingBox())!;
      return { x, width, height };
    };
    const before = await room();
    await window.keyboard.press('Escape');
    await expect(editor()).toHaveCount(0);
    await expect(desk.letterText(window)).toBeFocused();
    // Lines break as they did, so nothing jumps.
    await expect.poll(room).toEqual(before);

    await desk.pane(window, 'letter').getByRole('button', { name: 'Text corrected' }).click();
    const shown = desk.dialog(window);
    await expect(shown.locator('ins')).toHaveText('very ');
    await expect(shown.locator('del')).toHaveCount(0);
    await window.keyboard.press('Escape');
    await expect(shown).toBeHidden();
  });
});

test('the pages of a PDF stay with its words, however they are corrected', async () => {
  const { app, window } = running;
  await desk.newProject(running);
  const page = (words: string) => setLines(words, { y: 100, indent: 20 });
  const bytes = await pdfFile([
    await page('The first page says that the roof is leaking and that slates are dear.'),
    await page('The second page says that the books are damp and that nobody reads them.'),
  ]);
  await desk.drop(window, { name: 'report.pdf', bytes });
  await desk.dialog(window).getByRole('button', { name: 'Save' }).click();
  await desk.selectWords(window, 'nobody reads them');
  await window.keyboard.press('Enter');
  const source = desk.points(window).first().locator('.source');
  await expect(source).toContainText('p.\u00a02');
  await clickMenu(app, 'letter-correct');
  await expect(editor()).toBeFocused();
  await caretBefore('damp and that');
  await window.keyboard.press('Enter');
  await window.keyboard.type('and really ');
  await withClipboard(app, { text: 'in any year\n\nof all years' }, async () => {
    await window.keyboard.press('Control+v');
    await expect(blocks()).toHaveCount(4);
  });
  await caretBefore('of all years');
  await window.keyboard.press('Backspace');
  await expect(blocks()).toHaveCount(3);
  await window.keyboard.press('Escape');
  await expect(source).toContainText('p.\u00a02');
  await desk.selectWords(window, 'roof is leaking');
  await window.keyboard.press('Enter');
  await expect(desk.points(window).nth(1).locator('.source')).toContainText('p.\u00a01');

  // What isn't text can be saved as it came.
  await clickMenu(app, 'letter-original');
  const dialog = desk.dialog(window);
  await expect(dialog.locator('ins').filter({ hasText: 'really' })).toBeVisible();
  await expect(dialog.locator('pre')).toHaveCount(0);
  await expect(dialog.getByText('It isn’t plain text.')).toBeVisible();
  const path = join(tmpdir(), `pamphleteer-copy-${process.pid}.pdf`);
  await answerDialogs(app, { save: path });
  await dialog.getByRole('button', { name: 'Save a Copy…' }).click();
  await expect(desk.messages(window)).toContainText('Saved as');
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  await rm(path);
  await window.keyboard.press('Escape');
});

test.describe('a new version of a letter', () => {
  const second = {
    text: `The first paragraph says that the old roof is leaking and that slates are dear this year.

The third paragraph says that the reading room will be closed on the first of October.

A fourth paragraph says that a damp course will be laid under the books.
`,
  };

  test.beforeEach(async () => {
    await desk.newProject(running);
    await desk.pasteLetter(running, short);
    await desk.mark(running.window, 1, 'the roof is leaking and that slates');
    await desk.mark(running.window, 2, 'the books are damp and that nobody reads them');
    await desk.mark(running.window, 3, 'the reading room will be closed');
  });

  const review = () => desk.dialog(running.window);
  const newText = () => review().getByRole('document', { name: 'The new version' });
  const row = (code: string) => review().locator('.review-list > li').filter({ hasText: code });
  const fate = (code: string) => review().getByRole('combobox', { name: `What becomes of passage ${code}` });

  test('from the clipboard is looked through, a lost passage is put elsewhere, and it is one step', async ({}, info) => {
    const { app, window } = running;
    await withClipboard(app, second, async () => {
      await clickMenu(app, 'version-clipboard');
      await expect(review()).toBeVisible();
    });
    await expect(review().locator('.review-counts button')).toHaveText([
      '1 as before',
      '0 moved',
      '1 changed',
      '1 not found',
    ]);
    await expect(row('A1-2')).toContainText('not found');
    await expect(row('A1-2')).toHaveAttribute('data-active');
    await expect(row('A1-1').locator('ins')).toHaveText('old ');
    await expect(row('A1-3')).toHaveCount(0);
    await lookAt(running, 'new-version', info);

    // The words are as they came until the letter is replaced.
    await expect(desk.letterText(window)).toContainText('the roof is leaking');
    await desk.dragOver(window, newText(), 'a damp course will be laid under the books');
    await review().getByRole('button', { name: 'Put A1-2 There' }).click();
    await expect(row('A1-2')).toContainText('placed by you');
    await expect(newText().locator('mark', { hasText: 'a damp course' })).toBeVisible();

    await review()
      .getByRole('button', { name: /as before/ })
      .click();
    await row('A1-3').getByRole('button').click();
    await expect(row('A1-3')).toHaveAttribute('data-active');
    await fate('A1-3').selectOption('Remove the highlight');
    await expect(newText().locator('mark')).toHaveCount(2);
    await review().getByRole('button', { name: 'Replace the letter' }).click();
    await expect(review()).toBeHidden();

    await expect(desk.letterText(window)).toContainText('the old roof is leaking');
    await expect(desk.brackets(window)).toHaveCount(2);
    await expect.poll(() => tinted('A1-1')).toBe('the old roof is leaking and that slates');
    await expect.poll(() => tinted('A1-2')).toBe('a damp course will be laid under the books');
    await expect.poll(async () => (await menuItem(app, 'undo'))?.label).toBe('Undo New Version of a Letter');
    await window.keyboard.press('Control+z');
    await expect(desk.brackets(window)).toHaveCount(3);
    expect((await blocks().allTextContents()).join('\n\n')).toBe(short.text.trim());
    await expect.poll(() => tinted('A1-3')).toBe('the reading room will be closed');
  });

  test('from a file, by keys alone; what is not found keeps its old words in the answer', async () => {
    const { app, window } = running;
    const folder = await mkdtemp(join(tmpdir(), 'pamphleteer-version-'));
    const path = join(folder, 'second.txt');
    await writeFile(path, second.text);
    await answerDialogs(app, { open: [path] });
    await desk.clickWords(window, 'nobody reads');
    await window.keyboard.press('Enter');
    await expect(await desk.answerOf(window, 1)).toBeFocused();

    await window.keyboard.press('Control+k');
    await desk.dialog(window).getByRole('combobox').fill('new version from a file');
    await window.keyboard.press('Enter');
    await expect(row('A1-2').getByRole('button')).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await expect(row('A1-1')).toHaveAttribute('data-active');
    await window.keyboard.press('Tab');
    await expect(fate('A1-1')).toBeFocused();
    await window.keyboard.press('Tab');
    await expect(newText()).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Home');
    await window.keyboard.press('Control+Shift+ArrowRight');
    await window.keyboard.press('Control+Shift+ArrowRight');
    await window.keyboard.press('Enter');
    await expect(row('A1-1')).toContainText('placed by you');
    await expect(newText().locator('mark').first()).toHaveText('The first');
    // Undoing belongs to the project, which waits behind the review.
    await window.keyboard.press('Control+z');
    await expect(review()).toBeVisible();
    await review().getByRole('button', { name: 'Replace the letter' }).focus();
    await window.keyboard.press('Enter');
    await expect(review()).toBeHidden();
    await expect.poll(() => tinted('A1-1')).toBe('The first');
    await expect(desk.brackets(window)).toHaveCount(2);
    await expect(desk.points(window).first().locator('blockquote')).toHaveText(
      'the books are damp and that nobody reads them',
    );
    await rm(folder, { recursive: true, force: true });
  });
});

test.describe('splitting and joining', () => {
  const thread = {
    text: `Comment 1

The roof is leaking, and everybody who sits under it knows.

Comment 2

From the harbour one can see that the slates are gone.

Comment 3

I climbed those seven steps for forty years.
`,
  };
  const letters = () => desk.pane(running.window, 'outline').locator('.letter-row');

  test('a thread becomes letters where it looks like it and where the writer clicks; one step', async ({}, info) => {
    const { app, window } = running;
    await desk.newProject(running);
    await desk.pasteLetter(running, thread);
    await desk.mark(window, 1, 'the slates are gone');
    await desk.mark(window, 2, 'everybody who sits', 'From the harbour');
    await clickMenu(app, 'letter-split');
    const dialog = desk.dialog(window);
    const places = dialog.getByRole('checkbox');
    await expect(places).toHaveCount(5);
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await lookAt(running, 'split', info);

    // With the mouse: one place less, one more; then as it was proposed.
    await dialog.getByText('A3 begins here').click();
    await dialog.locator('.split-place').nth(4).hover();
    await dialog.locator('.split-place').nth(4).click();
    await expect(dialog.getByRole('textbox', { name: 'Title of A3' })).toHaveValue(
      'I climbed those seven steps for forty years.',
    );
    await dialog.getByRole('button', { name: 'Nowhere' }).click();
    await expect(dialog.getByRole('button', { name: 'Split', exact: true })).toBeDisabled();
    await dialog.getByRole('button', { name: '2 heads and salutations' }).click();
    await dialog.getByRole('textbox', { name: 'Title of A3' }).fill('The seven steps');
    await dialog.getByRole('button', { name: 'Make 3 letters' }).click();
    await expect(dialog).toBeHidden();

    await expect(letters().locator('.name')).toHaveText(['Comment 1', 'Comment 2', 'The seven steps']);
    await expect.poll(() => tinted('A1-1')).toBe('everybody who sits under it knows.');
    await letters().nth(1).click();
    await expect.poll(() => tinted('A2-1')).toBe('Comment 2From the harbour');
    await expect.poll(() => tinted('A2-2')).toBe('the slates are gone');
    await window.keyboard.press('Control+z');
    await expect(letters()).toHaveCount(1);
    await expect(blocks()).toHaveCount(6);
    await expect(desk.brackets(window)).toHaveCount(2);
  });

  test('by keys alone, and joined again with all that they came from', async ({}, info) => {
    const { app, window } = running;
    await desk.newProject(running);
    await desk.pasteLetter(running, short);
    await window.keyboard.press('Control+k');
    await desk.dialog(window).getByRole('combobox').fill('split into several');
    await window.keyboard.press('Enter');
    const dialog = desk.dialog(window);
    await expect(dialog.getByRole('checkbox').first()).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await expect(dialog.getByText('A2 begins here')).toBeVisible();
    await dialog.getByRole('button', { name: 'Make 2 letters' }).focus();
    await window.keyboard.press('Enter');
    await expect(letters()).toHaveCount(2);

    await desk.pasteLetter(running, comment);
    await expect(letters()).toHaveCount(3);
    await desk.mark(window, 1, 'seven steps');
    await letters().first().click();
    await clickMenu(app, 'letter-join');
    await expect(dialog.getByRole('checkbox', { name: /^A1/ })).toBeChecked();
    await dialog.getByRole('checkbox', { name: /^A3/ }).check();
    await expect(dialog).toContainText('They become A1');
    await lookAt(running, 'join', info);
    await dialog.getByRole('button', { name: 'Join' }).click();
    await expect(letters()).toHaveCount(2);
    await expect(desk.letterText(window)).toContainText('Nora Vane');
    await expect.poll(() => tinted('A1-1')).toBe('seven steps');

    await desk.dismissMessages(window);
    await desk.pane(window, 'letter').getByRole('button', { name: 'More about this letter' }).click();
    await window.getByRole('menuitem', { name: 'Show Original…' }).click();
    await expect(dialog.locator('.originals > li')).toHaveCount(2);
    for (const summary of await dialog.getByText('As it came').all()) await summary.click();
    await expect(dialog.locator('pre')).toHaveText([short.text, comment.text]);
    await lookAt(running, 'originals', info);
    const path = join(tmpdir(), `pamphleteer-copy-${process.pid}.txt`);
    await answerDialogs(app, { save: path });
    await dialog.getByRole('button', { name: 'Save a Copy…' }).nth(1).click();
    await expect(desk.messages(window)).toContainText('Saved as');
    expect(await readFile(path, 'utf8')).toBe(comment.text);
    await rm(path);
    await window.keyboard.press('Escape');
    await desk.dismissMessages(window);

    // Saved and opened again, both originals are there byte for byte.
    const saved = join(tmpdir(), `pamphleteer-joined-${process.pid}.pamphlet`);
    await desk.saveAs(running, saved);
    const opened = openProject(await readFile(saved));
    if (!opened.ok) throw new Error(opened.failure.what);
    expect(opened.problems).toEqual([]);
    const kept = originalsOf(opened.project.letters[0]!).map(({ sha256 }) =>
      new TextDecoder().decode(opened.binaries.get(`originals/${sha256}`)),
    );
    expect(kept).toEqual([short.text, comment.text]);
    await rm(saved);
    await window.keyboard.press('Control+z');
    await expect(letters()).toHaveCount(3);
  });
});

test.describe('a finished draft', () => {
  const draft = {
    text: `---
title: The Roof and the Books
---

# In response to A1

## The roof

> the roof is leaking and that slates are dear

It was mended in the spring.

> the books are rather damp and that nobody reads them

They are dry, and lent out every day.

> this was never written by anybody in any letter

We doubt it.

## The room

“the reading room will be shut on the first of October”

It will not.
`,
  };
  const review = () => desk.dialog(running.window);
  const fate = (number: number) =>
    review().getByRole('combobox', { name: `What becomes of quotation ${number}` });

  test.beforeEach(async () => {
    await desk.newProject(running);
    await desk.pasteLetter(running, short);
  });

  test('from the clipboard: what is found becomes points, the rest as the writer decides; one step', async ({}, info) => {
    const { app, window } = running;
    await desk.mark(window, 2, 'the roof is leaking and that slates are dear');
    await withClipboard(app, draft, async () => {
      await clickMenu(app, 'draft-clipboard');
      await expect(review()).toBeVisible();
    });
    await expect(review()).toContainText('2 points; 1 quotation found in the letters, 3 not.');
    await expect(review().locator('.review-list > li')).toHaveCount(3);
    await expect(review().locator('.review-list > li').first().locator('del')).toHaveText('rather ');
    await expect(review().locator('mark')).toHaveText('the books are damp and that nobody reads them');
    await lookAt(running, 'draft', info);
    await fate(1).selectOption('Quote the letter’s words instead');
    await review().locator('.review-go').nth(1).click();
    await expect(review().getByText('Nothing in the letters comes near.')).toBeVisible();
    await desk.dragOver(window, review().getByRole('document'), 'slates are dear this year');
    await review().getByRole('button', { name: 'Quote the Selected Words' }).click();
    await expect(fate(2)).toHaveValue('selected');
    await fate(3).selectOption('Leave it out');
    await expect(review()).toContainText('3 quotations found in the letters, 1 not.');
    await review().getByRole('button', { name: 'Put it into the project' }).click();
    await expect(review()).toBeHidden();

    await expect(desk.points(window)).toHaveCount(2);
    await expect(desk.points(window).first().locator('blockquote')).toHaveText([
      'the roof is leaking and that slates are dear',
      'the books are damp and that nobody reads them',
      'slates are dear this year',
    ]);
    await expect(await desk.answerOf(window, 2)).toHaveText('It will not.');
    await expect(window.locator('.title-bar')).toContainText('The Roof and the Books');
    // The passage that was marked before is the one that is quoted.
    await expect(desk.brackets(window)).toHaveCount(3);
    await expect.poll(async () => (await menuItem(app, 'undo'))?.label).toBe('Undo Taking in a Draft');
    await window.keyboard.press('Control+z');
    await expect(desk.points(window)).toHaveCount(0);
    await expect(desk.brackets(window)).toHaveCount(1);
  });

  test('from a file, by keys alone: what isn’t found stays as it is typed', async () => {
    const { app, window } = running;
    const folder = await mkdtemp(join(tmpdir(), 'pamphleteer-draft-'));
    const path = join(folder, 'reply.md');
    await writeFile(path, draft.text);
    await answerDialogs(app, { open: [path] });
    await window.keyboard.press('Control+k');
    await review().getByRole('combobox').fill('take in a finished draft');
    await window.keyboard.press('Enter');
    await expect(review().locator('.review-go').first()).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowDown');
    await expect(review().locator('.review-list > li').nth(2)).toHaveAttribute('data-active');
    await window.keyboard.press('Tab');
    await expect(fate(3)).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await expect(fate(3)).toHaveValue('nearest');
    await review().getByRole('button', { name: 'Put it into the project' }).focus();
    await window.keyboard.press('Enter');
    await expect(desk.points(window)).toHaveCount(2);
    await expect(await desk.answerOf(window, 1)).toContainText(
      'this was never written by anybody in any letter',
    );
    await expect(desk.points(window).nth(1).locator('blockquote')).toHaveText(
      'the reading room will be closed on the first of October',
    );
    await rm(folder, { recursive: true, force: true });
  });
});

test('in a small window, with a letter from right to left', async ({}, info) => {
  const { app, window } = running;
  const before = await window.evaluate(() => [innerWidth, innerHeight] as const);
  await resize(running, 900, 600);
  await desk.newProject(running);
  const words = 'מספר המבקרים ירד בחצי';
  const text = (roof: string) =>
    `הצהרת המועצה על הספרייה\n\n${words} מאז 2019, ו${roof} דולף כבר שנתיים.\n\nאין בכוונתנו למכור את הבניין לפני הקיץ.\n`;
  await desk.pasteLetter(running, { text: text('הגג') });
  await desk.mark(window, 1, words, 'דולף');
  await desk.mark(window, 2, 'למכור את הבניין');
  const dialog = desk.dialog(window);
  const look = async (name: string) => {
    await expectInside(window);
    await lookAt(running, `small-rtl-${name}`, info);
  };

  await window.keyboard.press('F2');
  await expect(editor()).toBeFocused();
  await expect(desk.brackets(window)).toHaveCount(2);
  await caretBefore('דולף');
  await window.keyboard.type('באמת ');
  await expect.poll(() => tinted('A1-1')).toBe(`${words} מאז 2019, והגג באמת דולף`);
  // The brackets stand on the other side of the text.
  const bracket = (await desk.brackets(window).first().boundingBox())!;
  const mark = (await editor().locator('mark').first().boundingBox())!;
  expect(bracket.x + bracket.width).toBeLessThanOrEqual(mark.x + 1);
  await look('correct');
  await window.keyboard.press('Escape');

  await clickMenu(app, 'letter-original');
  await expect(dialog.locator('ins')).toHaveText('באמת ');
  await look('original');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await clickMenu(app, 'letter-split');
  await dialog.getByRole('checkbox').first().press('Space');
  await expect(dialog.getByText('A2 begins here')).toBeVisible();
  await look('split');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await withClipboard(app, { text: text('המרתף') }, async () => {
    await clickMenu(app, 'version-clipboard');
    await expect(dialog).toBeVisible();
  });
  await expect(dialog.locator('del').first()).toContainText('והגג');
  await look('version');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await withClipboard(app, { text: `# תשובה\n\n> ${words} מאז 2020\n\nלא.\n` }, async () => {
    await clickMenu(app, 'draft-clipboard');
    await expect(dialog).toBeVisible();
  });
  await look('draft');
  await window.keyboard.press('Escape');
  await resize(running, ...before);
});

test('a draft from Word is taken in by its headings and quotations', async () => {
  const { app, window } = running;
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
  const style = (name: string) => `<w:pStyle w:val="${name}"/>`;
  const styles = ['heading 1', 'heading 2', 'Quote']
    .map((name, i) => `<w:style w:type="paragraph" w:styleId="S${i}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  const body = [
    p('In response to A1', style('S0')),
    p('The roof', style('S1')),
    p('the roof is leaking', style('S2')),
    p('It was mended in the spring.'),
    p('The books', style('S1')),
    p('“the books are damp”'),
    p('They are dry.'),
  ].join('');
  const folder = await mkdtemp(join(tmpdir(), 'pamphleteer-word-'));
  const path = join(folder, 'reply.docx');
  await writeFile(path, docxFile({ body, styles }));
  await answerDialogs(app, { open: [path] });
  await clickMenu(app, 'draft-file');
  await expect(desk.dialog(window)).toContainText(
    '2 points; 2 quotations found in the letters, none missing.',
  );
  await desk.dialog(window).getByRole('button', { name: 'Put it into the project' }).click();
  await expect(desk.points(window).locator('blockquote')).toHaveText([
    'the roof is leaking',
    'the books are damp',
  ]);
  await expect(await desk.answerOf(window, 2)).toHaveText('They are dry.');
  await rm(folder, { recursive: true, force: true });
});
