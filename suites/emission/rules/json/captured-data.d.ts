import type { Shown } from '../../types.js';
import { type Document } from './documents.js';
/** A value that is no string was surely not encoded twice. Null may stand for no data at all. */
export declare function nativeIn(document: Document): Shown;
/** A string that is no JSON text was surely not encoded twice. */
export declare function plainStringIn(document: Document): Shown;
/** Under a type that is not JSON, data is a string. */
export declare function stringIn(document: Document): Shown;
