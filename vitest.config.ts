/** The unit tests: everything that needs neither a window nor a package. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Some set pages or start processes, on machines that do other things beside.
    testTimeout: 30_000,
    include: ['test/{core,electron,renderer}/**/*.test.{ts,tsx}'],
  },
});
