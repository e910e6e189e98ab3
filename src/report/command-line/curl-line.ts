// An HTTP request as a line of curl (tried with 7.88; what later releases do with headers was read in lib/http.c of 8.x).
import type { HeaderLine } from '../../binding/types.js';
import { isToken } from '../../target/header-text.js';
import type { HttpRequest } from '../../target/types.js';
import { isPrintable, ofBytes } from './bytes.js';
import { type Argument, none, toolLine } from './tool-line.js';
import type { CommandLine } from './types.js';

/** Lines that curl writes itself, drops or joins, whatever it is told. */
const OWN = new Set(['host', 'content-length', 'transfer-encoding', 'connection']);

/** Above it releases before 7.69 ask for leave to go on (lib/http.h). */
const EXPECTS_ABOVE_BYTES = 1024;

/** The line that sends this request to `url`, on HTTP/1.1, with no header of curl's own but Host and Content-Length. */
export function curlLine(request: HttpRequest, url: string): CommandLine {
  const target = targetOf(url);
  if (target === undefined) return none('curl', 'the target has no http or https URL');
  const flaw = framingFlaw(request) ?? methodFlaw(request.method) ?? headersFlaw(request.headers);
  if (flaw !== undefined) return none('curl', flaw);

  const body = ofBytes(request.body);
  const sendsBody = hasLength(request);
  const isShown = isPrintable(body);
  const args: Argument[] = ['-sS', '-i', '--http1.1'];
  // A URL is no pattern.
  if (/[[\]{}]/.test(target)) args.push('-g');
  if (request.method !== (sendsBody ? 'POST' : 'GET')) args.push('-X', request.method);
  args.push(...withoutOwn(request, sendsBody), ...request.headers.flatMap(headerArguments));
  if (sendsBody && isShown) args.push('--data-raw', body);
  if (sendsBody && !isShown) args.push('--data-binary', '@-');
  return toolLine('curl', [...args, target], sendsBody && !isShown ? body : undefined);
}

/** As the transports write it: without a fragment, percent-encoded, and with no dots that curl would take out. */
function targetOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return url.origin + url.pathname + url.search;
}

function framingFlaw({ framing, pieces, lengthDelta, cutAfter, body }: HttpRequest): string | undefined {
  if (lengthDelta !== undefined || cutAfter !== undefined)
    return 'its body does not have the length that it announces, and curl counts by itself';
  if (pieces !== undefined) return 'it is sent in pieces, and curl writes it in one';
  if (framing === 'chunked') return 'its body is cut into chunks, and curl cuts elsewhere';
  if (framing === 'none' && body.length > 0) return 'its body has no length, and curl sends one';
  return undefined;
}

function methodFlaw(method: string): string | undefined {
  if (!isToken(method)) return 'its method is no token';
  return method === 'HEAD' || method === 'CONNECT' ? `curl would take the answer to ${method} for another` : undefined;
}

function headersFlaw(headers: readonly HeaderLine[]): string | undefined {
  for (const [name, value] of headers) {
    if (!isToken(name)) return 'the name of a header is no token, and curl may take it for something else';
    if (OWN.has(name.toLowerCase())) return `curl has its own way with the header ${name}`;
    if (/[^\x00-\xff]/.test(value)) return `the value of the header ${name} is more than bytes`;
    if (/[\r\n\0]/.test(value)) return `the value of the header ${name} has a line break or a NUL`;
    if (value !== '' && /^[\t\v\f ]*$/.test(value)) return `the header ${name} is all white space, which curl drops`;
  }
  return undefined;
}

/** Whether there is a Content-Length: what `client` sends has one where there is a body, or a method that expects one. */
function hasLength({ via, method, framing, body }: HttpRequest): boolean {
  if (via === 'raw') return framing !== 'none';
  return body.length > 0 || ['POST', 'PUT', 'PATCH'].includes(method);
}

/** Takes away what curl adds by itself, but for what the request has. */
function withoutOwn({ headers, body }: HttpRequest, sendsBody: boolean): readonly string[] {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [
    ...(names.has('user-agent') ? [] : ['-A', '']),
    ...(names.has('accept') ? [] : ['-H', 'Accept:']),
    ...(names.has('content-type') || !sendsBody ? [] : ['-H', 'Content-Type:']),
    ...(names.has('expect') || body.length <= EXPECTS_ABOVE_BYTES ? [] : ['-H', 'Expect:']),
  ];
}

/** A header without a value has a form of its own: with a colon it would be taken away. */
const headerArguments = ([name, value]: HeaderLine): readonly Argument[] => [
  '-H',
  value === '' ? `${name};` : `${name}: ${value}`,
];
