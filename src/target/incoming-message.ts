// A request of node:http as the message that was sent: one character for each byte of a header line, trimmed, its name in
// the case it came in, repeats and order kept.
import type { IncomingMessage } from 'node:http';
import type { HeaderLine } from '../binding/types.js';
import type { SinkMessage } from './types.js';

/** The message of a request whose body was read. */
export function messageOf(request: IncomingMessage, body: Uint8Array): SinkMessage {
  return { method: request.method ?? '', path: request.url ?? '', headers: headerLines(request), body };
}

/** The header lines of a request. */
export function headerLines({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) lines.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return lines;
}
