import type { Observed, Reaction } from '../../engine/observed.js';
import type { Stimulus } from '../../target/types.js';
import { headerLength } from '../header-length.js';

/** Refusals that name the size of a request. */
const LIMITS: ReadonlySet<number> = new Set([413, 414, 431]);

/**
 * Bytes of a header section from which servers refuse it as such, in front of whoever reads events. Common ones draw the line at
 * 8 KiB, the request line and what a client library adds included, and some of them answer 400.
 */
const LONG_HEADERS = 7_500;

/** Whether a message was refused for its size: that is a limit of a server, and says nothing about the event. */
export const isTooLarge = ({ reactions, requests }: Observed): boolean =>
  reactions.some((reaction, index) => isOfSize(reaction, requests[index]));

/** Whether this is the refusal of a request for its size, or may well be. */
export function isOfSize(reaction: Reaction, request: Stimulus | undefined): boolean {
  if (reaction.kind !== 'refused' || reaction.status === undefined) return false;
  if (LIMITS.has(reaction.status)) return true;
  return request !== undefined && request.binding === undefined && headerLength(request.headers) > LONG_HEADERS;
}
