// What became of an event, from what came out for it. Pure.
import { compareEvent } from '../../../suites/vector/compare.js';
import { decodeMessage } from '../../binding/decode-message.js';
import type { ContentMode, Message } from '../../binding/types.js';
import type { CloudEvent } from '../../event/types.js';
import type { Reply } from '../../target/types.js';
import { isNoMatter } from '../no-matter.js';
import type { LoadEvent } from './event-pool.js';
import type { AlteredExample } from './types.js';

/** One thing that came out. */
export type Emerged =
  | { readonly kind: 'event'; readonly event: CloudEvent; readonly mode: ContentMode; readonly message?: Message }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** It may hold the event: more of it was sent than is read. */
  | { readonly kind: 'unseen' };

export type CameOut =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'whole'; readonly copies: number }
  | { readonly kind: 'altered'; readonly copies: number; readonly example: AlteredExample };

/** What is in a message; nothing where it is no event at all. */
export function emergedIn(message: Message): readonly Emerged[] {
  const decoded = decodeMessage(message);
  if (decoded.kind === 'decoded') {
    const { mode, events } = decoded.value;
    return events.map((event) => ({ kind: 'event', event, mode, message }));
  }
  return decoded.code === 'not-an-event' ? [] : [{ kind: 'unreadable', reason: decoded.reason }];
}

/** What is in the answer of a target that shows there what it decoded. */
export function emergedFrom(reply: Reply): readonly Emerged[] {
  switch (reply.kind) {
    case 'events':
      return reply.events.map((event) => ({ kind: 'event', event, mode: 'structured' }));
    case 'messages':
      return reply.messages.flatMap(emergedIn);
    case 'response':
      return reply.response.truncated ? [{ kind: 'unseen' }] : emergedIn(reply.response);
    case 'published':
    case 'rejected':
    case 'unwritten':
    case 'valid':
    case 'invalid':
    case 'value':
    case 'set':
    case 'unset':
    case 'unsupported':
    case 'failure':
      return [];
  }
}

/**
 * An event alone is taken for the one that was sent, so that an altered id shows as altered. That the target's own encoding may be
 * what altered a value does not matter here: whoever reads what came out gets another event.
 */
export function cameOut({ token, carrier, request, expected }: LoadEvent, emerged: readonly Emerged[]): CameOut {
  const events = emerged.filter((one) => one.kind === 'event');
  const own = events.filter(({ event }) => event.attributes.get('id') === token);
  const seen = own[0] ?? events[0];
  const copies = Math.max(1, own.length);
  if (seen === undefined) {
    const unreadable = emerged.find((one) => one.kind === 'unreadable');
    if (unreadable !== undefined)
      return {
        kind: 'altered',
        copies,
        example: { carrier, id: token, kind: 'unreadable', reason: unreadable.reason },
      };
    return { kind: emerged.length === 0 ? 'nothing' : 'unseen' };
  }
  const { kind: _, ...shown } = seen;
  const differences = compareEvent({ ...shown, request, through: true }, expected).filter(
    ({ kind, name, expected: wanted, actual }) => kind !== 'unseen' && !isNoMatter(name, wanted, actual),
  );
  if (differences.length === 0) return { kind: 'whole', copies };
  return { kind: 'altered', copies, example: { carrier, id: token, kind: 'different', differences } };
}
