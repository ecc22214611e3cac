import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/workspace/**'],
    // Loading the rules anew for each file would take longer than the tests of the rules.
    isolate: false,
    // Most tests of servers wait for them, even where there are few processors.
    maxWorkers: 2,
    // Starting a real server and asking it takes a while on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
