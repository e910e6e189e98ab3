import type { JsonValue } from '../../event/types.js';
import { writeJson } from '../../format/write-json.js';
import type { AdapterRequest } from './protocol.js';

/** Line ends to readers of some languages, and legal inside a JSON string. */
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** The line of a request, without its line feed. Nothing else in it ends a line, in whatever language it is read. */
export function requestLine(id: number, request: AdapterRequest): string {
  // Our own writer, because data may be -0, infinite, or nested beyond what JSON.stringify can walk.
  const line = writeJson({ id, ...request } as unknown as JsonValue, 'compact');
  return line.replace(OTHER_LINE_ENDS, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
