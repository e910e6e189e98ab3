import type { EmissionRule } from '../../types.js';
/** No control character, noncharacter or unpaired surrogate comes out, be it encoded or not. */
export declare const STR_CLEAN: EmissionRule;
