import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-fixtures.ts'],
    // Files share a process, which loads each source once: one process for each file takes three times the work. So a test
    // leaves the process as it found it, and a helper registers no hook where it is loaded, which happens once for all.
    isolate: false,
    // They end what hangs. What takes seconds when all is quiet has to be done on a machine ten times slower as well.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // By default one processor is left alone, which on two is half of them. And what waits for brokers and deadlines needs none.
    maxWorkers: availableParallelism() + 1,
  },
});
