import type { EmissionRule, Shown } from '../../types.js';
import { type AttributeLine } from './attribute-headers.js';
import { type Present } from './written.js';
export interface Encoding {
    readonly requirement: string;
    /** For a reader: `a space`. */
    readonly what: string;
    /** For a reader, after "is not": `written as %20`. */
    readonly how: string;
    /** The characters in question, in a value. */
    readonly characters: RegExp;
    /** `raw`: one of them stands unencoded in what came out. `elsewhere`: what came out is the matter of another rule. */
    readonly look: (written: Present, value: string) => 'raw' | 'elsewhere' | undefined;
    /** What a captured header shows by itself; undefined for nothing. */
    readonly captured: (line: AttributeLine) => Shown | undefined;
}
export declare const encodingRule: (encoding: Encoding) => EmissionRule;
/** Something stands in a header as it is. */
export declare const unencoded: (what: string, name: string, lines: readonly string[] | undefined, expected?: Readonly<Record<string, string>> | 'percent-encoded') => Shown;
/** The header that the text asks for. */
export declare const expectedHeader: (name: string, value: string) => Readonly<Record<string, string>>;
