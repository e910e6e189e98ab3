import type { CloudEvent, JsonValue } from '../../../../src/event/types.js';
import type { EmissionRule, Shown } from '../../types.js';
import { type AttributeOut, type EventOut } from './events-out.js';
export interface AttributeCheck {
    readonly requirement: string;
    readonly name: string;
    /** `told`: what was asked for, if it was. */
    readonly look: (attribute: AttributeOut, told: CloudEvent | undefined, where: EventOut['where']) => Shown;
    /** What shows where the attribute was not asked for and did not come out. Default: nothing. */
    readonly unset?: Shown;
}
/** A rule about the value of one attribute, wherever it is set. */
export declare const attributeRule: ({ requirement, name, look, unset }: AttributeCheck) => EmissionRule;
/** The text of an attribute; undefined for what is none, or cannot be read. */
export declare const textOf: ({ value }: AttributeOut) => string | undefined;
/** Something is wrong with an attribute. */
export declare const wrong: (message: string, expected: JsonValue, attribute: AttributeOut, root?: string) => Shown;
/** An attribute for a reader: its value, or its spelling where it cannot be read, as far as it fits into a report. */
export declare function shownAttribute({ name, value, raw }: AttributeOut): JsonValue;
