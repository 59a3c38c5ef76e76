import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // As the library does. That the command loads what it needs is held by the bundle's test.
    setupFiles: ['image/all-machines.ts'],
    // Watchdogs for what hangs: no test may depend on how fast the machine is.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    maxWorkers: 2,
    // Files share two processes: none leaves anything behind that another could see, and to begin anew takes a second.
    isolate: false,
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
  },
});
