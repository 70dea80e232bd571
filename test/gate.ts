/**
 * `npm test`: the whole gate, from types to the packaged app. It installs what it needs, runs every stage whatever the
 * ones before gave, and ends with the count over all. A stage that can't start has failed.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBundles, root } from '../build/bundles.ts';
import { packageScript, show } from '../build/runtime/child.ts';
import { ensureLibraries } from '../build/runtime/debian.ts';
import { provisionElectron } from '../build/runtime/provision.ts';
import { playwrightOutcome, single, sum, vitestOutcome, words, type Outcome } from './support/outcome.ts';
import { runEndToEnd } from './support/run-e2e.ts';

const unitReport = join(root, 'test-results/unit.json');
const e2eReport = join(root, 'test-results/e2e.json');
let electron = 'none';

/** Runs a script of an installed package, shown, and returns its status. */
async function script(path: string, ...args: string[]): Promise<number> {
  return (await show(process.execPath, [packageScript(path), ...args], { cwd: root })).status;
}

async function runtime(): Promise<Outcome> {
  await ensureLibraries('test');
  const { version, source } = await provisionElectron();
  electron = `${version} (${source})`;
  return single(true);
}

async function types(): Promise<Outcome> {
  return single((await script('typescript/bin/tsc', '-b')) === 0);
}

async function lint(): Promise<Outcome> {
  const rules = await script('eslint/bin/eslint.js', '.');
  const format = await script('prettier/bin/prettier.cjs', '--check', '.');
  return single(rules === 0 && format === 0);
}

async function unit(): Promise<Outcome> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  return vitestOutcome(unitReport, await script('vitest/vitest.mjs', 'run', ...reporters));
}

async function bundles(): Promise<Outcome> {
  await makeBundles();
  return single(true);
}

async function endToEnd(): Promise<Outcome> {
  return playwrightOutcome(e2eReport, await runEndToEnd(['--project=app']));
}

async function makePackage(): Promise<Outcome> {
  return single((await script('tsx/dist/cli.mjs', 'build/package.ts', '--dir')) === 0);
}

async function packaged(): Promise<Outcome> {
  return playwrightOutcome(e2eReport, await runEndToEnd(['--project=packaged']));
}

const stages = {
  runtime,
  types,
  lint,
  unit,
  bundles,
  'end to end': endToEnd,
  package: makePackage,
  packaged,
};

const outcomes: Outcome[] = [];
const summary: string[] = [];
for (const [name, stage] of Object.entries(stages)) {
  console.log(`\n== ${name}`);
  for (const report of [unitReport, e2eReport]) rmSync(report, { force: true });
  const start = Date.now();
  const outcome = await stage().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return single(false);
  });
  outcomes.push(outcome);
  summary.push(`${name.padEnd(12)}${words(outcome).padEnd(40)}${Math.round((Date.now() - start) / 1000)} s`);
}

const total = sum(outcomes);
console.log(`\n${summary.join('\n')}\nElectron ${electron}\n\n${words(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
