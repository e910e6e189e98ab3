import type { EmissionRule } from '../../types.js';
/** This version is written 1.0. An event of another version is none of its business. */
export declare const SPECVERSION_VALUE: EmissionRule;
/** All events of a batch are of one version. */
export declare const BATCH_SPECVERSION: EmissionRule;
