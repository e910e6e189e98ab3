// The lines before the body of an HTTP/1.1 response, and what they say about how the body ends (RFC 9112, 4 to 6).
import type { HeaderLine } from '../binding/types.js';
import { hasControl, isToken, trimOws } from './header-text.js';

export interface StatusLine {
  readonly minor: 0 | 1;
  readonly status: number;
  readonly reason: string;
}

/** How the end of the body is found. */
export type BodyFraming =
  /** `promised`: framing headers speak of a body all the same, so bytes of one may follow. */
  | { readonly kind: 'none'; readonly promised: boolean }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' }
  | { readonly kind: 'invalid'; readonly why: string };

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9][0-9]{2})(?: (.*))?$/;

/** The reason phrase may be missing, with or without the space before it. */
export function parseStatusLine(line: string): StatusLine | undefined {
  const match = STATUS_LINE.exec(line);
  if (match === null || hasControl(line)) return undefined;
  return { minor: match[1] === '0' ? 0 : 1, status: Number(match[2]), reason: match[3] ?? '' };
}

/** Undefined for a folded line, a name that is no token, white space before the colon, and control characters. */
export function parseHeaderLine(line: string): HeaderLine | undefined {
  const colon = line.indexOf(':');
  if (colon < 1) return undefined;
  const name = line.slice(0, colon);
  const value = trimOws(line.slice(colon + 1));
  return isToken(name) && !hasControl(value) ? [name, value] : undefined;
}

/** RFC 9112, 6.3. Repeated or contradicting framing is invalid, as it is for undici. */
export function bodyFraming(method: string, status: number, headers: readonly HeaderLine[]): BodyFraming {
  const lengths = valuesOf(headers, 'content-length');
  const codings = valuesOf(headers, 'transfer-encoding');
  if (method === 'HEAD' || status === 204 || status === 304) {
    return { kind: 'none', promised: codings.length > 0 || lengths.some((length) => length !== '0') };
  }
  if (codings.length > 0) {
    if (lengths.length > 0) return { kind: 'invalid', why: 'both Content-Length and Transfer-Encoding' };
    return /(?:^|[\t ,])chunked$/i.test(codings.join(',')) ? { kind: 'chunked' } : { kind: 'until-close' };
  }
  const [length] = lengths;
  if (length === undefined) return { kind: 'until-close' };
  if (lengths.length > 1) return { kind: 'invalid', why: 'more than one Content-Length' };
  if (!/^[0-9]{1,15}$/.test(length)) return { kind: 'invalid', why: 'a Content-Length that is no number' };
  return { kind: 'length', length: Number(length) };
}

/** Whether the connection stays open after the response (RFC 9112, 9.3). */
export function keepsAlive(minor: 0 | 1, headers: readonly HeaderLine[]): boolean {
  const options = valuesOf(headers, 'connection').join(',').toLowerCase().split(',').map(trimOws);
  return !options.includes('close') && (minor === 1 || options.includes('keep-alive'));
}

function valuesOf(headers: readonly HeaderLine[], name: string): string[] {
  return headers.filter((line) => line[0].toLowerCase() === name).map((line) => line[1]);
}
