import type { CloudEvent } from '../../../../src/event/types.js';
import type { RawMember } from '../../../../src/format/raw-members.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
/** One event as JSON, member by member as it is spelt. */
export type Document = readonly RawMember[];
/** What stands outermost in a body. `unreadable`: the bytes are not UTF-8, `other`: anything else than the two. */
export type Outermost = 'object' | 'array' | 'other' | 'unreadable';
/** `array` is one of objects alone: anything else in it is no batch. */
export declare function outermostOf({ message }: Pick<Emitted, 'message'>, documents: readonly Document[]): Outermost;
/** The events of a message in the shape that its mode asks for: none where a batch stands for one event, or one for a batch. */
export declare function documentsOf(emitted: Emitted): readonly Document[];
/** A member by its name; the last of several, as JSON.parse takes it. */
export declare const memberOf: (document: Document, name: string) => RawMember | undefined;
/** The same, with null for nothing: an attribute that is null is unset. */
export declare function setMember(document: Document, name: string): RawMember | undefined;
/** The canonical string of a scalar member; undefined for null, objects and arrays. */
export declare function textOf(member: RawMember | undefined): string | undefined;
/**
 * Each event with the document that stands for it: the one with its source and id, whatever the order (position A19).
 * Where those came out changed, what is left over stands in the order given.
 */
export declare function paired(told: readonly CloudEvent[], documents: readonly Document[]): readonly (readonly [event: CloudEvent, document: Document | undefined])[];
/** What tells events apart: source and id. */
export declare const keyOfDocument: (document: Document) => string;
/** The same of an event that was asked for. */
export declare const keyOfEvent: ({ attributes }: CloudEvent) => string;
/** A rule about each event of a structured message or a batch by itself. `event`: what was asked for, if it was. */
export declare const eventRule: (requirement: string, look: (document: Document, event: CloudEvent | undefined) => Shown) => EmissionRule;
