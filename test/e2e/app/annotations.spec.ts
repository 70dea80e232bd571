/** Annotations of other programs: taken in as highlights after a look, given out, and taken in again as they were. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { lookAt } from '../support/look.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { comment, short } from '../support/letters.ts';
import { clickMenu, menuItem, watchMenu } from '../support/menu.ts';

let running: RunningApp;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphleteer-annotations-'));
  running = await launchApp();
  await watchMenu(running.app);
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});
test.beforeEach(async () => {
  await desk.newProject(running);
  await desk.pasteLetter(running, short);
});

const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact });
const row = (id: string, text: string, selector: object, tags: readonly string[] = []) => ({
  id,
  uri: 'https://council.quillhaven.example/statement',
  text,
  tags,
  target: [{ source: 'https://council.quillhaven.example/statement', selector: [selector] }],
});

/** Chooses a file with this in the dialog of the command, whose result is then shown. */
async function importFile(name: string, json: unknown): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json));
  await answerDialogs(running.app, { open: [path], button: 'Don’t Save' });
  await clickMenu(running.app, 'annotations-import');
}

/** Exports all annotations, with the private notes, to this file. */
async function exportAll(name: string): Promise<{ items: { body: unknown; target: unknown }[] }> {
  const { app, window } = running;
  const path = join(folder, name);
  await answerDialogs(app, { save: path, button: 'Don’t Save' });
  await desk.dismissMessages(window);
  await clickMenu(app, 'annotations-export');
  await desk
    .dialog(window)
    .getByRole('radio', { name: /all letters/ })
    .check();
  await desk.dialog(window).getByRole('checkbox', { name: 'With my private notes' }).check();
  await desk.dialog(window).getByRole('button', { name: 'Export…' }).click();
  await expect(desk.messages(window)).toContainText(`Exported to ${name}`);
  return JSON.parse(await readFile(path, 'utf8')) as { items: { body: unknown; target: unknown }[] };
}

test('of Hypothesis are looked through, then taken in as one step; nothing of them is lost silently', async ({}, info) => {
  const { app, window } = running;
  await importFile('hypothesis.json', {
    rows: [
      row('h1', 'Since when?', quote('the roof is leaking'), ['Fact to check', 'urgent']),
      row('h2', 'Nobody?', quote('the bookes are damp and that nobody readds them')),
      row('h3', 'Whose jelly?', quote('nine jars of quince jelly')),
      { ...row('h4', 'Of the whole page.', quote('')), target: [{ source: 'x' }] },
      row('h5', '', quote('will be closed')),
    ],
  });
  const list = desk.dialog(window);
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([
    'Refused (1)',
    'Not found in the letter (1)',
    'Found approximately (1)',
    'Found exactly (2)',
  ]);
  await expect(list).toContainText('h4 It marks no passage: its target has no selector (4.2).');
  await expect(list).toContainText('Whose jelly?');
  await expect(list.locator('ins').first()).toHaveText('e');
  await lookAt(running, 'import', info);
  await expect(desk.brackets(window)).toHaveCount(0);
  await list.getByRole('checkbox').uncheck();
  await list.getByRole('checkbox').check();
  await list.getByRole('button', { name: 'Take in 3 highlights' }).click();
  await expect(list).toBeHidden();
  await expect(desk.brackets(window)).toHaveCount(3);
  await desk.brackets(window).first().click();
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: /Private note/ })).toHaveValue('Since when?\nurgent');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');

  await expect.poll(async () => (await menuItem(app, 'undo'))?.label).toBe('Undo Importing Annotations');
  await clickMenu(app, 'undo');
  await expect(desk.brackets(window)).toHaveCount(0);
  await clickMenu(app, 'redo');
  await expect(desk.brackets(window)).toHaveCount(3);
});

test('of Recogito and of the W3C model are read too; a file of something else is refused in words', async () => {
  const { window } = running;
  const list = desk.dialog(window);
  await importFile('recogito.json', [
    {
      id: 'r1',
      bodies: [{ value: 'Which ones?' }],
      target: { selector: [{ quote: 'slates are dear', start: 58, end: 73 }] },
    },
  ]);
  await expect(list).toContainText('Which ones?');
  await list.getByRole('button', { name: 'Take in 1 highlight' }).click();
  await expect(desk.brackets(window)).toHaveCount(1);
  await importFile('model.jsonld', {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:quillhaven:1',
    type: 'Annotation',
    target: { source: 'urn:quillhaven:letter', selector: quote('that nobody reads them') },
  });
  await list.getByRole('button', { name: 'Take in 1 highlight' }).click();
  await expect(desk.brackets(window)).toHaveCount(2);
  await importFile('letter.json', 'Dear Sir,');
  await expect(desk.messages(window)).toContainText(
    '“letter.json” couldn’t be taken in. This isn’t a file of annotations.',
  );
  await expect(list).toBeHidden();
  await importFile('empty.json', {});
  await expect(list).toContainText('(3.1)');
  await list.getByRole('button', { name: 'Close' }).last().click();
  await expect(list).toBeHidden();
});

test('are exported and come back identical; what is highlighted already isn’t doubled', async () => {
  const { window } = running;
  await desk.mark(window, 2, 'the roof is leaking');
  await desk.mark(window, 1, 'that slates are dear this year.', 'The second paragraph');
  await desk.brackets(window).first().click();
  await window.keyboard.press('n');
  await window.getByRole('textbox', { name: /Private note/ }).fill('Ask the slater.');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await desk.pasteLetter(running, comment);
  await desk.mark(window, 3, 'those seven steps');
  const first = await exportAll('first.json');
  expect(first.items).toHaveLength(3);
  expect(JSON.stringify(first)).toContain('Ask the slater.');

  // Into the same project, whichever letter is shown: each annotation knows its own.
  const list = desk.dialog(window);
  await importFile('again.json', first);
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['Highlighted already (3)']);
  await list.getByRole('button', { name: 'Close' }).last().click();
  await expect(list).toBeHidden();

  // Where the highlights are gone they come back.
  for (let i = 0; i < 3; i++) {
    await window
      .getByRole('button', { name: /^A[12]/ })
      .nth(i < 2 ? 0 : 1)
      .click();
    await desk.brackets(window).first().click();
    await window.keyboard.press('Control+Shift+Backspace');
    await expect(desk.brackets(window)).toHaveCount(i === 0 ? 1 : 0);
  }
  await importFile('back.json', first);
  await list.getByRole('button', { name: 'Take in 3 highlights' }).click();
  const second = await exportAll('second.json');
  const without = ({ items }: typeof first) => items.map(({ body, target }) => ({ body, target }));
  expect(without(second)).toEqual(without(first));
});

test('private notes stay here unless they are asked for; one letter’s highlights can be exported alone', async ({}, info) => {
  const { app, window } = running;
  await importFile('note.json', { rows: [row('h1', 'Since when?', quote('the roof is leaking'))] });
  await desk.dialog(window).getByRole('button', { name: 'Take in 1 highlight' }).click();
  await desk.pasteLetter(running, comment);
  await desk.mark(window, 3, 'those seven steps');
  const path = join(folder, 'one.json');
  await answerDialogs(app, { save: path, button: 'Don’t Save' });
  await window.getByRole('button', { name: /^A1/ }).click();
  await desk.dismissMessages(window);
  await clickMenu(app, 'annotations-export');
  await expect(desk.dialog(window).getByRole('radio', { name: 'Those of A1 (1)' })).toBeChecked();
  await lookAt(running, 'export', info);
  await desk.dialog(window).getByRole('button', { name: 'Export…' }).click();
  await expect(desk.messages(window)).toContainText('Exported to one.json');
  const text = await readFile(path, 'utf8');
  expect(text).toContain('the roof is leaking');
  expect(text).not.toContain('Since when?');
  expect(text).not.toContain('seven steps');
});

test('dropped on the window go to the letter that is shown', async () => {
  const { window } = running;
  const annotations = { rows: [row('d1', 'Since when?', quote('the roof is leaking'))] };
  await desk.drop(window, { name: 'dropped.json', bytes: Buffer.from(JSON.stringify(annotations)) });
  await desk.dialog(window).getByRole('button', { name: 'Take in 1 highlight' }).click();
  await expect(desk.brackets(window)).toHaveCount(1);
});
