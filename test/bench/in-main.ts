/** What is watched from within the main process: how long it was held up, and how much memory all processes take. */
import type { ElectronApplication } from '@playwright/test';

/** Longest time in milliseconds that the main process answered nobody while `act` went on. */
export async function longestBlock(app: ElectronApplication, act: () => Promise<void>): Promise<number> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    (globalThis as { benchDelay?: typeof delay }).benchDelay = delay;
  });
  await act();
  const longest = await app.evaluate(() => {
    const { benchDelay } = globalThis as { benchDelay?: { max: number; disable(): void } };
    benchDelay?.disable();
    return (benchDelay?.max ?? NaN) / 1e6;
  });
  // The clock itself ticks every 5 ms.
  return Math.max(0, longest - 5);
}

/** Megabytes of the working set by kind of process. */
export async function memory(app: ElectronApplication): Promise<ReadonlyMap<string, number>> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, name, serviceName, memory: used }) => ({
      kind: type === 'Utility' ? (name ?? serviceName ?? type) : type,
      kilobytes: used.workingSetSize,
    })),
  );
  const sums = new Map<string, number>();
  for (const { kind, kilobytes } of processes) sums.set(kind, (sums.get(kind) ?? 0) + kilobytes / 1024);
  return sums;
}
