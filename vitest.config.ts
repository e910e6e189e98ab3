import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-fixtures.ts'],
    testTimeout: 30_000,
    // By default one processor is left alone, which on two is half of them.
    maxWorkers: '100%',
  },
});
