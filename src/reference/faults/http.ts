import type { Fault } from '../fault.js';

/** Faults for what receivers must do by the http document. */
export const HTTP_FAULTS: readonly Fault[] = [];
