// The reference receiver: decodes by our own binding, refuses what is no valid event, and shows what it decoded.
import { decodeMessage } from '../binding/decode-message.js';
import { encodeHttp } from '../binding/http/encode.js';
import type { ContentMode, HttpMessage, Message } from '../binding/types.js';
import type { CloudEvent } from '../event/types.js';
import { validate } from '../event/validate.js';

/** What the receiver makes of a message. */
export type Outcome =
  | { readonly kind: 'events'; readonly mode: ContentMode; readonly events: readonly CloudEvent[] }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

/** What the receiver answers: the events it decoded in structured (or batch) mode, or a reason in plain text. */
export interface Answer extends HttpMessage {
  readonly status: number;
}

/** Receives one message. `tolerated`: rules of the model that are not enforced. Pure. */
export function receive(message: Message, tolerated: readonly string[] = []): Outcome {
  const decoded = decodeMessage(message);
  if (decoded.kind === 'rejected') {
    return { kind: 'refused', status: decoded.code === 'unknown-format' ? 415 : 400, reason: decoded.reason };
  }
  const { mode, events } = decoded.value;
  const violation = events.flatMap((event) => validate(event, '1.0.2')).find(({ rule }) => !tolerated.includes(rule));
  if (violation !== undefined) return { kind: 'refused', status: 400, reason: violation.message };
  if (new Set(events.map(({ attributes }) => attributes.get('specversion'))).size > 1) {
    return { kind: 'refused', status: 400, reason: 'the events of a batch have different specversions' };
  }
  return { kind: 'events', mode, events };
}

/** The answer that shows an outcome. */
export function answer(outcome: Outcome): Answer {
  if (outcome.kind === 'refused') {
    return {
      status: outcome.status,
      headers: [['Content-Type', 'text/plain; charset=utf-8']],
      body: Buffer.from(`${outcome.reason}\n`, 'utf8'),
    };
  }
  return { status: 200, ...encodeHttp(outcome.events, outcome.mode === 'batch' ? 'batch' : 'structured') };
}
