import type { Fault } from '../fault.js';

/** Faults for what receivers must do by the json document. */
export const JSON_FAULTS: readonly Fault[] = [];
