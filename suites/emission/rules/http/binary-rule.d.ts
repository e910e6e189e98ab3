import type { ContentMode, HttpMessage } from '../../../../src/binding/http/types.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import type { EmissionRule, Shown } from '../../types.js';
/** A rule about the one event of a binary message. `event`: what was asked for, if it was. */
export declare const binaryRule: (requirement: string, look: (message: HttpMessage, event: CloudEvent | undefined) => Shown) => EmissionRule;
/** The mode by the Content-Type; binary where that is the type of the data, as of an event within an event. */
export declare function modeOf({ headers }: HttpMessage, event: CloudEvent): ContentMode;
