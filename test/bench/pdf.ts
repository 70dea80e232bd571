/** The pages of a pamphlet of about two hundred, as PDF. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { readFile, stat } from 'node:fs/promises';
import { answerDialogs } from '../e2e/support/dialogs.ts';
import { launchApp } from '../e2e/support/launch.ts';
import { settled } from './keys.ts';

export interface PdfResult {
  readonly pages: number;
  /** Milliseconds from the key until the file is there: the first time, and again. */
  readonly first: number;
  readonly again: number;
}

const PATIENCE = 180_000;

export async function measurePdf(project: string, folder: string): Promise<PdfResult> {
  const { app, window, close } = await launchApp({ files: [project] });
  try {
    await window.waitForSelector('.letter-pane [data-block]');
    await settled(window);
    const once = async (name: string): Promise<[string, number]> => {
      const path = `${folder}/${name}.pdf`;
      await answerDialogs(app, { save: path });
      const begun = performance.now();
      await window.keyboard.press('Control+p');
      while (!(await stat(path).catch(() => undefined)) && performance.now() - begun < PATIENCE) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return [path, performance.now() - begun];
    };
    const [path, first] = await once('first');
    const [, again] = await once('again');
    const bytes = await readFile(path);
    const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
    return { pages, first, again };
  } finally {
    await close().catch((error: unknown) => console.error(String(error)));
  }
}
