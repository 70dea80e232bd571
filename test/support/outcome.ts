/** How a stage of the gate ended, in tests, and reading that from the reports of the two test runners. */
import { readFileSync } from 'node:fs';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed: tests of the window that did so only when they were repeated. */
  readonly repeated?: number;
}

/** A stage that either succeeds or doesn't counts as one test. */
export const single = (succeeded: boolean): Outcome =>
  succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

export const sum = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((total, { passed }) => total + passed, 0),
  failed: outcomes.reduce((total, { failed }) => total + failed, 0),
  skipped: outcomes.reduce((total, { skipped }) => total + skipped, 0),
  repeated: outcomes.reduce((total, { repeated = 0 }) => total + repeated, 0),
});

/** `1 passed, 0 failed`, and the skipped and the repeated where there are any. */
export const words = ({ passed, failed, skipped, repeated = 0 }: Outcome): string =>
  [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(repeated > 0 ? [`${repeated} passed only when repeated`] : []),
  ].join(', ');

/** @param status the runner's exit status: where it reports a failure that no test shows, one is counted. */
export function vitestOutcome(report: string, status: number): Outcome {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(report);
  return admitFailure(
    { passed: numPassedTests!, failed: numFailedTests!, skipped: numPendingTests! + numTodoTests! },
    status,
  );
}

/** @param status as above */
export function playwrightOutcome(report: string, status: number): Outcome {
  const { stats } = read(report) as unknown as { stats: Record<string, number> };
  return admitFailure(
    {
      passed: stats['expected']! + stats['flaky']!,
      failed: stats['unexpected']!,
      skipped: stats['skipped']!,
      repeated: stats['flaky']!,
    },
    status,
  );
}

const read = (report: string) => JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;

const admitFailure = (outcome: Outcome, status: number): Outcome =>
  status !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
