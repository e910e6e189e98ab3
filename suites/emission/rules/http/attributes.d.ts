import type { EmissionRule } from '../../types.js';
/** Each attribute has one `ce-` header with its value, however that is encoded. */
export declare const ATTRS_OUT: EmissionRule;
