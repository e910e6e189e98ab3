import type { JsonValue } from '../../src/event/types.js';
import type { Shown } from './types.js';
export declare const KEPT: Shown;
export declare const silent: (reason: string) => Shown;
/** `root`: failures with the same words are one finding. */
export declare const broken: (message: string, expected: JsonValue, actual: JsonValue, root?: string) => Shown;
/** One broken part breaks the whole; one kept part shows that it is kept; `nothing`: the reason where nothing shows. */
export declare function weigh(parts: readonly Shown[], nothing: string): Shown;
