import type { Fault } from '../fault.js';

/** Faults for what receivers must do by the core document. */
export const CORE_FAULTS: readonly Fault[] = [];
