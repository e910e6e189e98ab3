import type { ContentMode } from '../../../../src/binding/http/types.js';
import type { CloudEvent, JsonValue } from '../../../../src/event/types.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { type Document } from '../json/documents.js';
export interface AttributeOut {
    readonly name: string;
    /** What a reader makes of it: of a header its decoded text, undefined where its escapes are no UTF-8. */
    readonly value: JsonValue | undefined;
    /** As it is on the wire, once for each time that it is there: header values, or the JSON texts of members. */
    readonly raw: readonly string[];
}
export interface EventOut {
    readonly where: 'headers' | 'object';
    /** By name, those that are null too: they are unset. The names of headers are in lower case. */
    readonly attributes: ReadonlyMap<string, AttributeOut>;
    /** The members of the object, data among them; none of headers. */
    readonly document: Document;
}
/** An attribute that is set. */
export declare function attributeOf({ attributes }: EventOut, name: string): AttributeOut | undefined;
/** All attributes that are set. */
export declare const setAttributes: ({ attributes }: EventOut) => readonly AttributeOut[];
/** The first attribute with a legal name that was asked for and did not come out. The type of data can be implied. */
export declare const lost: (event: EventOut, told: CloudEvent | undefined) => string | undefined;
/** A rule about each event by itself. `told`: what was asked for, if it was. */
export declare const eventRule: (requirement: string, look: (event: EventOut, told: CloudEvent | undefined) => Shown, modes?: readonly ContentMode[]) => EmissionRule;
/** The events of a message, each with what was asked for. */
export declare function eventsOut(emitted: Emitted, told: readonly CloudEvent[] | undefined): readonly (readonly [event: EventOut, told: CloudEvent | undefined])[];
