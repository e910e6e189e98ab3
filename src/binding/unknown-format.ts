import type { Rejection } from '../format/types.js';

/** The rejection of a message that is an event in a format other than JSON; undefined for JSON. */
export function unknownFormat(format: string | undefined): Rejection | undefined {
  if (format === 'json') return undefined;
  const reason = format === undefined ? 'the media type names no event format' : 'the event format is not JSON';
  return { kind: 'rejected', code: 'unknown-format', reason };
}
