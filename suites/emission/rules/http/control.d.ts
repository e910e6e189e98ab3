import type { EmissionRule } from '../../types.js';
/** A control character that a producer lets through is percent-encoded. Whoever leaves it out has not let it through. */
export declare const ENC_CONTROL: EmissionRule;
