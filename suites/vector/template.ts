// The requests of a case, encoded once: only the token differs from run to run, and it is always as long.
import type { HeaderLine } from '../../src/binding/http/types.js';
import type { HttpRequest } from '../../src/target/types.js';

/** Stands for the token while requests are encoded. As long as a token, and never one: a digest has no such value. */
export const SENTINEL = 't000000000000';

/** Puts a token of the sentinel's length into requests that were encoded with the sentinel. */
export function template(requests: readonly HttpRequest[]): (token: string) => readonly HttpRequest[] {
  const puts = requests.map(requestTemplate);
  return (token) => puts.map((put) => put(token));
}

function requestTemplate(request: HttpRequest): (token: string) => HttpRequest {
  const headers = headersTemplate(request.headers);
  const body = bodyTemplate(request.body);
  return (token) => ({ ...request, headers: headers(token), body: body(token) });
}

function headersTemplate(lines: readonly HeaderLine[]): (token: string) => readonly HeaderLine[] {
  const marked = lines.flatMap(([name, value], index) => {
    const parts = value.split(SENTINEL);
    return parts.length === 1 ? [] : [{ index, name, parts }];
  });
  if (marked.length === 0) return () => lines;
  return (token) => {
    const copy = [...lines];
    for (const { index, name, parts } of marked) copy[index] = [name, parts.join(token)];
    return copy;
  };
}

function bodyTemplate(body: Uint8Array): (token: string) => Uint8Array {
  const source = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const places: number[] = [];
  for (let at = source.indexOf(SENTINEL); at >= 0; at = source.indexOf(SENTINEL, at + SENTINEL.length)) places.push(at);
  if (places.length === 0) return () => body;
  return (token) => {
    const copy = Buffer.from(source);
    for (const at of places) copy.write(token, at, 'latin1');
    return copy;
  };
}
