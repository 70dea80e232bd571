/** The end-to-end tests: `app` drives the built app from the checkout, `packaged` what was packaged from it. */
import { defineConfig } from '@playwright/test';

const results = '../../test-results';

export default defineConfig({
  testDir: '.',
  outputDir: `${results}/e2e`,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A machine that is busy with other things may keep a window waiting. The gate tells which tests were repeated.
  retries: 1,
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: `${results}/e2e.json` }]],
  projects: [
    { name: 'app', testDir: './app' },
    { name: 'packaged', testDir: './packaged' },
  ],
});
