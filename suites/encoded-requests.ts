// The requests of every case, as the build encoded them: encoding is most of what a short run would spend its time on.
import { existsSync, readFileSync } from 'node:fs';
import type { HttpRequest } from '../src/target/types.js';

/** A request in the file. Its body is UTF-8 text or base64. */
export interface EncodedRequest extends Omit<HttpRequest, 'body'> {
  readonly body: { readonly text: string } | { readonly base64: string };
}

export interface EncodedFile {
  /** Of the fixtures that it was made from. */
  readonly digest: string;
  readonly requests: { readonly [caseId: string]: readonly EncodedRequest[] };
}

/** The requests of a case with the sentinel for its token; none where they have to be encoded anew. */
export type EncodedRequests = (caseId: string) => readonly HttpRequest[] | undefined;

export const NOT_ENCODED: EncodedRequests = () => undefined;

/** Reads the file beside the built code. The sources have none, so that no test meets what an older build encoded. */
export function loadEncodedRequests(digest: string): EncodedRequests {
  const path = new URL('../requests.json', import.meta.url);
  if (!existsSync(path)) return NOT_ENCODED;
  const file = JSON.parse(readFileSync(path, 'utf8')) as EncodedFile;
  return file.digest === digest ? (caseId) => file.requests[caseId]?.map(decoded) : NOT_ENCODED;
}

/** The file of a suite, whose requests were encoded with the sentinel. */
export const encodeRequests = (
  digest: string,
  cases: readonly { readonly id: string; readonly requests: readonly HttpRequest[] }[],
): EncodedFile => ({
  digest,
  requests: Object.fromEntries(cases.map(({ id, requests }) => [id, requests.map(encoded)])),
});

const decoded = ({ body, ...request }: EncodedRequest): HttpRequest => ({
  ...request,
  body: 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64'),
});

function encoded({ body, ...request }: HttpRequest): EncodedRequest {
  const bytes = Buffer.from(body);
  const text = bytes.toString('utf8');
  return {
    ...request,
    body: Buffer.from(text, 'utf8').equals(bytes) ? { text } : { base64: bytes.toString('base64') },
  };
}
