import { type Document, type Position, type Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';
/** A document of the specification, and the commits its requirements were read at. */
export interface RegistryDocument {
    readonly document: Document;
    readonly title: string;
    /** In the repository of the specification. */
    readonly path: string;
    readonly specification: Readonly<Record<SpecVersion, string>>;
}
/** A normative statement: a sentence, list item or table row with a keyword. Its text is not kept. */
export interface Statement {
    /** Document, anchor, ordinal in the section: only meaningful together with a version. */
    readonly id: string;
    /** Fingerprint of the normalised sentence, ten hexadecimal digits. */
    readonly fp: string;
    readonly keyword: string;
    readonly section: string;
    readonly line: number;
}
export interface Registry {
    readonly documents: ReadonlyMap<Document, RegistryDocument>;
    /** By id, in the order of the documents. */
    readonly requirements: ReadonlyMap<string, Requirement>;
    /** Former id to present id. */
    readonly aliases: ReadonlyMap<string, string>;
    readonly positions: ReadonlyMap<string, Position>;
    readonly statements: Readonly<Record<SpecVersion, readonly Statement[]>>;
    /** Statement id to the reason why nothing outside can test it. */
    readonly notTestable: Readonly<Record<SpecVersion, ReadonlyMap<string, string>>>;
}
/** The registry, read at the first call. */
export declare function loadRegistry(): Registry;
/** The present id of a requirement, from its present or a former id; undefined for an unknown one. */
export declare function resolveId(id: string, registry?: Registry): string | undefined;
