// The requests of every case, as the build encoded them: encoding is most of what a short run would spend its time on.
import { existsSync, readFileSync } from 'node:fs';
import type { HttpRequest, Stimulus } from '../src/target/types.js';

/** Stands for the token in the file. No word of a vector looks like it. */
export const SENTINEL = 't000000000000';

/** A request in the file. Its body is UTF-8 text or base64. */
export interface EncodedRequest extends Omit<HttpRequest, 'body'> {
  readonly body: { readonly text: string } | { readonly base64: string };
}

export interface EncodedFile {
  /** Of the fixtures that it was made from. */
  readonly digest: string;
  readonly requests: { readonly [caseId: string]: readonly EncodedRequest[] };
}

/** The requests of a case with this token; none where they have to be encoded anew. */
export type EncodedRequests = (caseId: string, token: string) => readonly HttpRequest[] | undefined;

export const NOT_ENCODED: EncodedRequests = () => undefined;

/** Reads the file beside the built code. The sources have none, so that no test meets what an older build encoded. */
export function loadEncodedRequests(digest: string): EncodedRequests {
  const path = new URL('../requests.json', import.meta.url);
  if (!existsSync(path)) return NOT_ENCODED;
  const file = JSON.parse(readFileSync(path, 'utf8')) as EncodedFile;
  return file.digest === digest ? decodeRequests(file) : NOT_ENCODED;
}

/** The requests of a file. */
export const decodeRequests =
  (file: EncodedFile): EncodedRequests =>
  (caseId, token) =>
    file.requests[caseId]?.map((request) => decoded(request, token));

/** The file of some cases, whose requests were encoded with the sentinel for their token. */
export const encodeRequests = (
  digest: string,
  cases: readonly { readonly id: string; readonly requests: readonly Stimulus[] }[],
): EncodedFile => ({
  digest,
  requests: Object.fromEntries(
    cases.flatMap(({ id, requests }) => (requests.every(isHttp) ? [[id, requests.map(encoded)] as const] : [])),
  ),
});

const isHttp = (request: Stimulus): request is HttpRequest => request.binding === undefined;

function decoded({ headers, body, ...request }: EncodedRequest, token: string): HttpRequest {
  return {
    ...request,
    headers: headers.map((line) =>
      line[1].includes(SENTINEL) ? [line[0], line[1].replaceAll(SENTINEL, () => token)] : line,
    ),
    body:
      'text' in body
        ? Buffer.from(
            body.text.replaceAll(SENTINEL, () => token),
            'utf8',
          )
        : Buffer.from(
            Buffer.from(body.base64, 'base64')
              .toString('latin1')
              .replaceAll(SENTINEL, () => token),
            'latin1',
          ),
  };
}

function encoded({ body, ...request }: HttpRequest): EncodedRequest {
  const bytes = Buffer.from(body);
  const text = bytes.toString('utf8');
  return {
    ...request,
    body: Buffer.from(text, 'utf8').equals(bytes) ? { text } : { base64: bytes.toString('base64') },
  };
}
