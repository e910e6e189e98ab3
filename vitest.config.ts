import { defineConfig } from 'vitest/config';

/** Tests that change the process they run in: the working directory, its console, its listeners. Each has one of its own. */
const ISOLATED = ['test/adapters/toolchain.test.ts', 'test/cli/config.test.ts', 'test/engine/execute.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/build-fixtures.ts'],
    testTimeout: 30_000,
    // By default one processor is left alone, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      // The others share a process, which loads each source once: a process for each of 350 files takes two thirds of the time.
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ISOLATED, isolate: false },
      },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
    ],
  },
});
