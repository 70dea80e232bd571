/** Where the press runs in the app, and what it may take of the computer. */
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import type { PressHost } from './press.ts';

/** A pamphlet of 3,000 pages, letters appended, takes about three gigabytes and a minute. */
const LEAST_MEMORY = 1.5 * 1024 ** 3;

export const pressHost: PressHost<UtilityProcess> = {
  start: () => utilityProcess.fork(join(import.meta.dirname, 'pdf-process.js'), [], { serviceName: 'press' }),
  kill: (press) => {
    // One that hasn't come up yet can't be ended.
    if (!press.kill()) press.once('spawn', () => press.kill());
  },
  memory: ({ pid }) => {
    const own = app.getAppMetrics().find((metric) => metric.pid === pid);
    return own && own.memory.workingSetSize * 1024;
  },
  limits: { longest: 180_000, most: Math.max(LEAST_MEMORY, totalmem() / 2), look: 1000 },
};
