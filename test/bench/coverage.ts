/** Coverage at 1,000,000 words, 5,000 passages, 500 points: what is computed, and what the window takes. */
import type { Page } from '@playwright/test';
import { coverage } from '../../core/derived/coverage.ts';
import { coverageRows } from '../../core/derived/coverage-rows.ts';
import { stepLeft } from '../../core/derived/sentence-places.ts';
import type { Project } from '../../core/document/project.ts';
import { quoteOf } from '../../core/text/quote-of.ts';
import { answerDialogs } from '../e2e/support/dialogs.ts';
import { launchApp } from '../e2e/support/launch.ts';
import { longestFrame } from './in-window.ts';
import { quantiles, settled, timesWhile, watchKeys, type KeyCost } from './keys.ts';
import { ms, type Row } from './table.ts';

const TIMES = 9;

/** In milliseconds. */
export interface CoverageResult {
  /** Key that opens the view: longest that the window was held up. */
  readonly view: number;
  readonly next: Pick<KeyCost, 'p50' | 'p95'>;
  /** Marking a sentence while the view is shown. */
  readonly mark: Pick<KeyCost, 'p50' | 'p95'>;
  /** Longest that the window was held up by what follows from it. */
  readonly follows: number;
}

/** What is computed, in this process. */
export function coverageRowsComputed(project: Project): Row[] {
  const letter = project.letters[0];
  const block = letter?.blocks[7];
  if (!letter || !block) return [];
  const timed = (act: () => unknown) => {
    const began = performance.now();
    act();
    return performance.now() - began;
  };
  const first = timed(() => coverage(project, letter));
  const again = Array.from({ length: TIMES }, (_, i) => {
    const ranges = [{ start: { block: block.id, offset: 0 }, end: { block: block.id, offset: 10 + i } }];
    const quote = quoteOf(letter.blocks, ranges);
    const made = { id: `new${i}`, letter: letter.id, ranges, quote, category: 'category-1', note: '' };
    const more = { ...project, highlights: [...project.highlights, made] };
    return timed(() => coverage(more, letter));
  });
  const rows = Array.from({ length: TIMES }, () =>
    timed(() => coverageRows(project, project.letters, { states: ['untouched', 'open'] }).at(20_000)),
  );
  const last = { letter: letter.id, block: letter.blocks.at(-1)?.id ?? '', offset: 1e6 };
  const step = Array.from({ length: TIMES }, () => timed(() => stepLeft(project, last, 1)));
  return [
    { what: 'coverage: all sentences found and counted (in moments of rest)', values: [ms(first)] },
    { what: 'coverage: counted again after a highlight', values: [ms(quantiles(again).p50)] },
    { what: 'coverage: the list of what is left', values: [ms(quantiles(rows).p50)] },
    { what: 'coverage: from the end to what is left next', values: [ms(quantiles(step).p50)] },
  ];
}

/** In the app, with the project of this file. */
export async function measureCoverage(file: string): Promise<CoverageResult> {
  const running = await launchApp();
  try {
    const { app, window } = running;
    await window.waitForSelector('.welcome, .window');
    await settled(window);
    await answerDialogs(app, { open: [file] });
    await window.keyboard.press('Control+o');
    await window.waitForSelector('.letter-pane [data-block]');
    await settled(window);
    await window.waitForFunction(() =>
      document.querySelector('.status-bar')?.textContent?.includes('dealt with'),
    );
    await settled(window);
    const view = await longestFrame(window, () => window.keyboard.press('Alt+F8'));
    await window.waitForSelector('.sentence');
    const next = await measureSteps(window, 'F8');
    const times: number[] = [];
    await watchKeys(window);
    const follows = await longestFrame(window, async () => {
      for (let i = 0; i < TIMES; i++) {
        await window.keyboard.press('F8');
        await settled(window);
        times.push(...(await timesWhile(window, () => window.keyboard.press('2'))));
        await settled(window);
      }
    });
    return { view, next, mark: quantiles(times), follows };
  } finally {
    await running.close().catch((error: unknown) => console.error(String(error)));
  }
}

async function measureSteps(window: Page, key: string): Promise<Pick<KeyCost, 'p50' | 'p95'>> {
  await watchKeys(window);
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    times.push(...(await timesWhile(window, () => window.keyboard.press(key))));
    await settled(window);
  }
  return quantiles(times);
}

export function coverageRowsOfApp(result: CoverageResult): Row[] {
  return [
    { what: 'coverage: the view opens, longest frame', values: [ms(result.view)] },
    { what: 'coverage: to what is left next, half of the keys', values: [ms(result.next.p50)] },
    { what: 'coverage: to what is left next, slowest', values: [ms(result.next.p95)] },
    {
      what: 'coverage: a sentence is marked while it is listed, half of the keys',
      values: [ms(result.mark.p50)],
    },
    { what: 'coverage: what follows from that, longest frame', values: [ms(result.follows)] },
  ];
}
