// Evidence as a test writes it: the requests of a case, and replies in a few words.
import type { HeaderLine } from '../../../src/binding/types.js';
import type { Case } from '../../../src/engine/case.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import { tokenOf } from '../../../src/engine/random.js';
import { answer, receive } from '../../../src/reference/receiver.js';
import type { HttpResponse, Reply, SinkMessage, Stimulus, TransportFailure } from '../../../src/target/types.js';

export const SEED = 'test';

export function responded(status: number, headers: readonly HeaderLine[] = [], body: string | Uint8Array = ''): Reply {
  return { kind: 'response', response: response(status, headers, body) };
}

export const response = (
  status: number,
  headers: readonly HeaderLine[] = [],
  body: string | Uint8Array = '',
): HttpResponse => ({ status, reason: '', headers, body: Buffer.from(body), truncated: false });

export const broken = (code: TransportFailure['code']): Reply => ({
  kind: 'failure',
  failure: { code, message: `it was ${code}` },
});

/** The reply of the faultless reference. */
export function trueReply(request: Stimulus): Reply {
  const { status, headers, body } = answer(receive(request));
  return responded(status, headers, body);
}

/** What the reference would pass on to a sink. */
export function trueArrival(request: Stimulus): SinkMessage {
  const { headers, body } = answer(receive(request));
  return { method: 'POST', path: '/', headers, body };
}

/** Evidence of a case: every request got the reply that `reply` makes of it. */
export function evidenceOf(item: Case, reply: (request: Stimulus) => Reply, more: Partial<Evidence> = {}): Evidence {
  const token = tokenOf(SEED, item.id);
  const requests = item.stimulus(token);
  return { token, observation: 'reply', requests, replies: requests.map(reply), arrived: [], ms: 1, ...more };
}
