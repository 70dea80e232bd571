/** What a crash can't take: everything that the journal has. */
import { expect, test } from '@playwright/test';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as desk from '../support/desk.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { freshProfile, launchApp } from '../support/launch.ts';

async function journalOf(profile: string): Promise<string> {
  const folder = join(profile, 'recovery');
  const sessions = await readdir(folder).catch(() => []);
  const texts = sessions.map(async (id) => {
    const names = await readdir(join(folder, id));
    const journals = names.filter((name) => name.startsWith('journal'));
    return Promise.all(journals.map((name) => readFile(join(folder, id, name), 'utf8')));
  });
  return (await Promise.all(texts)).flat().join('');
}

test('words typed before a crash are offered and come back', async () => {
  const userData = await freshProfile();
  const first = await launchApp({ userData });
  await first.window.getByRole('button', { name: 'Open the sample' }).click();
  const introduction = first.window.getByRole('textbox', { name: 'Introduction' });
  await introduction.click();
  await first.window.keyboard.press('Control+End');
  await first.window.keyboard.type(' The lamp was still lit at nine.');
  await expect.poll(() => journalOf(userData)).toContain('lit at nine.');
  first.app.process().kill('SIGKILL');
  await first.close();

  const second = await launchApp({ userData });
  await expect(second.window.getByRole('region', { name: 'Work from last time' })).toBeVisible();
  await second.window.getByRole('button', { name: 'Restore' }).click();
  await expect(desk.pane(second.window, 'answer')).toContainText('The lamp was still lit at nine.');
  await expect(second.window.locator('.save-status')).toContainText('not saved yet');
  await answerDialogs(second.app, { button: 'Don’t Save' });
  await second.close();
  await rm(userData, { recursive: true, force: true, maxRetries: 3 });
});
