/** Footnotes hold what a line of the answer holds, in several lines, and their editor grows with them. */
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { statement } from '../support/letters.ts';
import { expectInside, lookAt } from '../support/look.ts';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(() => running?.close());

test('a footnote is written with marks, references and several lines, undone, saved and exported', async ({}, info) => {
  const { app, window } = running;
  const { keyboard } = window;
  await desk.newProject(running);
  await desk.pasteLetter(running, statement);
  await keyboard.press('Control+Shift+n');
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toBeFocused();
  await keyboard.type('The count was taken.');
  await keyboard.press('Control+Alt+f');
  const note = window.getByRole('textbox', { name: /^Footnote/ });
  await expect(note).toBeFocused();
  const empty = (await note.boundingBox())!.height;
  await keyboard.type('Not in ');
  await keyboard.press('Control+b');
  await keyboard.type('that');
  await keyboard.press('Control+b');
  await keyboard.type(' year: see #A1 praise');
  await expect(window.getByRole('option')).toHaveText([/^Letter A1, ¶\s2/]);
  await keyboard.press('Enter');
  await expect(note.locator('.atom.cross-reference')).toHaveText(/^Letter A1, ¶\s2\W*$/);
  await expect(note).toBeFocused();
  await keyboard.type('.');
  for (const words of ['A second line of the note.', 'A third.', 'A fourth.', 'A fifth.']) {
    await keyboard.press('Enter');
    await keyboard.type(words);
  }
  await expect.poll(async () => (await note.boundingBox())!.height).toBeGreaterThan(empty);
  await lookAt(running, 'footnote', info);
  await expectInside(window);

  await keyboard.press('Control+z');
  await expect(note).not.toContainText('fifth');
  await keyboard.press('Control+Shift+z');
  await expect(note).toContainText('A fifth.');
  await keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(answer).toBeFocused();

  const file = info.outputPath('footnote.pamphlet');
  await desk.saveAs(running, file);
  const project = await desk.projectIn(file);
  const [letter] = project.letters;
  const [block] = project.sections[0]!.points[0]!.answer;
  const body = block && 'content' in block ? block.content.find((inline) => 'type' in inline) : undefined;
  const second = letter?.blocks.find((each) => 'content' in each && JSON.stringify(each).includes('praise'));
  expect(body).toMatchObject({
    type: 'note',
    body: [
      { text: 'Not in ' },
      { text: 'that', marks: ['strong'] },
      { text: ' year: see ' },
      { type: 'cross-reference', target: { kind: 'place', letter: letter?.id, id: second?.id } },
      { text: '.\nA second line of the note.\nA third.\nA fourth.\nA fifth.' },
    ],
  });

  const [html, pdf] = [info.outputPath('note.html'), info.outputPath('note.pdf')];
  for (const [path, key] of [
    [html, 'Control+Shift+e'],
    [pdf, 'Control+p'],
  ] as const) {
    await answerDialogs(app, { save: path });
    await keyboard.press(key);
    await expect(desk.messages(window)).toContainText(`Exported to ${path.split('/').pop()}`, {
      timeout: 60_000,
    });
    await desk.dismissMessages(window);
  }
  expect(await readFile(html, 'utf8')).toMatch(
    /<strong>that<\/strong>[\s\S]*<br>A second line of the note\.<br>/,
  );
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  expect(pages).toMatch(/see Letter A1, ¶\s2\.\s*\n\s*A second line of the note\.\s*\n/);

  await running.close();
  running = await launchApp({ files: [file] });
  await desk.points(running.window).first().locator('.atom.note').click();
  await expect(running.window.getByRole('textbox', { name: /^Footnote/ })).toContainText('A fifth.');
});
