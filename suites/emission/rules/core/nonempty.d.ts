import type { EmissionRule } from '../../types.js';
/** id is not empty. */
export declare const ID_NONEMPTY: EmissionRule;
/** type is not empty. */
export declare const TYPEATTR_NONEMPTY: EmissionRule;
/** subject is not empty: where there is none, it is left out. */
export declare const SUBJECT_NONEMPTY: EmissionRule;
