import type { ErrorMode } from '../cesql/types.js';

export type { ErrorMode };

/** All error modes, in a fixed order. */
export const ERROR_MODES: readonly ErrorMode[] = ['complete', 'fail-fast', 'operator'];
