// The library `ce-conform/vitest`: conformance as tests of the user's own suite.

export { conformance } from './vitest/conformance.js';
export type { ConformanceOptions } from './vitest/options.js';
export type { CaseMeta } from './vitest/outcome.js';
