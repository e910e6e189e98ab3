import type { EmissionRule } from '../../types.js';
/** What was asked for came out with its meaning: instants (A07), URIs, and native values of extensions. */
export declare const TYPE_CONVERT: EmissionRule;
