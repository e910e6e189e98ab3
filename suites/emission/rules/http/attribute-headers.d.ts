import type { HttpMessage } from '../../../../src/binding/http/types.js';
import type { JsonValue } from '../../../../src/event/types.js';
/** One header line for an attribute: the attribute's name, and the value with a character for each byte. */
export interface AttributeLine {
    readonly name: string;
    readonly raw: string;
}
/**
 * The lines whose names are `ce-` and a legal attribute name. Case means nothing in HTTP (section 3.1.3.1); what else
 * begins with `ce-` may be a header of something else. The place of datacontenttype is Content-Type.
 */
export declare function attributeLines({ headers }: HttpMessage): readonly AttributeLine[];
/** The values of each attribute that has a header. Lines that repeat each other say one thing, so they count once. */
export declare function headersByAttribute(message: HttpMessage): ReadonlyMap<string, readonly string[]>;
/** Whether headers are meant as an event: most of what every event carries is there. */
export declare function isEventInHeaders(message: HttpMessage): boolean;
/** A header for a reader; `null` if it is not there. */
export declare const shownHeader: (name: string, values: readonly string[] | undefined) => JsonValue;
/** A text as far as it fits into a report. */
export declare const shortened: (text: string) => string;
