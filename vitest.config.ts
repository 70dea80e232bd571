/** The unit tests: everything that needs neither a window nor a package. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/{core,electron,renderer}/**/*.test.{ts,tsx}'],
  },
});
