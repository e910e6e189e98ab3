// How much a text may ask for. The language is total (section 1), so is the engine: what it cannot hold it refuses.
import type { Limits } from './types.js';

/**
 * Four MiB hold any string that an event could be compared to. At depth 500 every part of the engine stays within half
 * of the stack that Node has by default; a chain of operators, of LIKE or of IN has no depth, however long.
 */
export const DEFAULT_LIMITS: Limits = { length: 4 * 1024 * 1024, depth: 500 };
