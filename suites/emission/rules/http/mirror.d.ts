import type { EmissionRule } from '../../types.js';
/** With or without headers is right. Those that are there had better say what the payload says (position A37). */
export declare const STR_MIRROR: EmissionRule;
