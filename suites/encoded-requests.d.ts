import type { HttpRequest } from '../src/target/types.js';
/** Stands for the token in the file. No word of a vector looks like it. */
export declare const SENTINEL = "t000000000000";
/** A request in the file. Its body is UTF-8 text or base64. */
export interface EncodedRequest extends Omit<HttpRequest, 'body'> {
    readonly body: {
        readonly text: string;
    } | {
        readonly base64: string;
    };
}
export interface EncodedFile {
    /** Of the fixtures that it was made from. */
    readonly digest: string;
    readonly requests: {
        readonly [caseId: string]: readonly EncodedRequest[];
    };
}
/** The requests of a case with this token; none where they have to be encoded anew. */
export type EncodedRequests = (caseId: string, token: string) => readonly HttpRequest[] | undefined;
export declare const NOT_ENCODED: EncodedRequests;
/** Reads the file beside the built code. The sources have none, so that no test meets what an older build encoded. */
export declare function loadEncodedRequests(digest: string): EncodedRequests;
/** The requests of a file. */
export declare const decodeRequests: (file: EncodedFile) => EncodedRequests;
/** The file of some cases, whose requests were encoded with the sentinel for their token. */
export declare const encodeRequests: (digest: string, cases: readonly {
    readonly id: string;
    readonly requests: readonly HttpRequest[];
}[]) => EncodedFile;
