import type { ElectronApplication } from '@playwright/test';

type Evaluate = ElectronApplication['evaluate'];

/**
 * Runs in the main process. Now and then, while the app starts, V8's inspector collects the promise that it should
 * wait for; then once more. So what is run must bear being run twice.
 */
export function inMain(app: ElectronApplication): Evaluate {
  const evaluate = app.evaluate.bind(app) as (...values: unknown[]) => Promise<unknown>;
  return (async (...values: unknown[]) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await evaluate(...values);
      } catch (error) {
        if (attempt === 4 || !String(error).includes('promise was garbage collected')) throw error;
      }
    }
  }) as Evaluate;
}
