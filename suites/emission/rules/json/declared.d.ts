import type { CloudEvent } from '../../../../src/event/types.js';
import { type Document } from './documents.js';
/** `look-alike`: the name of the type holds the word json, and yet it declares none. `none`: no type. */
export type Declared = 'json' | 'look-alike' | 'other' | 'malformed' | 'none';
export declare function declared(type: string | undefined): Declared;
/** The type that an event was given. */
export declare function toldType({ attributes }: CloudEvent): string | undefined;
/** What the type in an object declares; one that is no text is malformed. */
export declare function declaredIn(document: Document): Declared;
