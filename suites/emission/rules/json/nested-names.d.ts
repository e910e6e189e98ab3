import type { Document } from './documents.js';
/** The names of members at any depth below the object, those in data aside. Keeps its own stack, as producers may nest. */
export declare function nestedNames(document: Document): ReadonlySet<string>;
