// How much a text may ask for. The language is total (section 1), so is the engine: what it cannot hold it refuses.
import type { Limits } from './types.js';

/**
 * Four MiB hold any string that an event could be compared to. At depth 1000 the whole engine stays within a quarter of
 * the stack that Node has by default; chains of operators and of LIKE and IN have no depth, however long.
 */
export const DEFAULT_LIMITS: Limits = { length: 4 * 1024 * 1024, depth: 1000 };
