import type { EvaluationFile, FilterFile } from './expression/types.js';
import type { BaseEvent } from './vector/event.js';
import type { EncodeFile, VectorFile } from './vector/types.js';
export interface Fixtures {
    readonly base: {
        readonly event: BaseEvent;
    };
    readonly files: readonly (VectorFile | EncodeFile | EvaluationFile | FilterFile)[];
    /** SHA-256 over the sources, hexadecimal. */
    readonly digest: string;
}
/** Reads the compiled vectors. Throws (exit 4) when the package was not built. */
export declare function loadFixtures(): Fixtures;
