import type { EmissionRule } from '../../types.js';
/** source is a URI-reference, and not empty. */
export declare const SOURCE_NONEMPTY: EmissionRule;
/** A URI is absolute. It can have a fragment (position A04). */
export declare const TYPE_URI: EmissionRule;
/** dataschema is a URI, and not empty. */
export declare const DATASCHEMA_URI: EmissionRule;
/** An absolute source is better. A producer that was asked for a relative one had no choice. */
export declare const SOURCE_ABSOLUTE: EmissionRule;
