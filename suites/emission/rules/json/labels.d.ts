import type { HttpMessage } from '../../../../src/binding/http/types.js';
import type { Emitted } from '../../types.js';
import { type Document } from './documents.js';
/** Whether every Content-Type line says this media type, and there is one. */
export declare function isLabelled(message: HttpMessage, mediaType: string): boolean;
/** The Content-Type as it was sent, for a reader; null without one. */
export declare const shownLabel: ({ headers }: HttpMessage) => string | null;
/** Whether an object is meant as an event: most of what every event carries is there. */
export declare const isMeantAsEvent: (document: Document) => boolean;
/** The JSON objects in a body, also where the label says that the message is in binary mode. */
export declare const objectsOf: ({ mode, message, documents }: Emitted) => readonly Document[];
/** Whether such an object is an event: where the label is no help, beyond doubt. */
export declare const isEvent: ({ mode, message }: Pick<Emitted, 'mode' | 'message'>, document: Document) => boolean;
