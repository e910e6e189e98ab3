import type { EmissionRule } from '../../types.js';
/** Extensions are members of the outermost object. */
export declare const ENV_TOP_LEVEL: EmissionRule;
