import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/engine/evidence.js';
import { createRetention } from '../../src/engine/retention.js';
import type { Reply } from '../../src/target/types.js';

const KIB = 1024;
const response = (bytes: number, truncated = false): Reply => ({
  kind: 'response',
  response: { status: 200, reason: 'OK', headers: [], body: Buffer.alloc(bytes, 'x'), truncated },
});
const evidence = (...replies: readonly Reply[]): Evidence => ({
  token: 't',
  observation: 'reply',
  requests: [],
  replies,
  arrived: [],
  ms: 1,
});
const sizes = ({ replies }: Evidence) =>
  replies.map((reply) =>
    reply.kind === 'response' ? [reply.response.body.length, reply.response.truncated] : reply.kind,
  );

describe('what a run keeps', () => {
  test('is everything, as long as it is not too much: the same object, not a copy', () => {
    const retain = createRetention(100 * KIB);
    const small = evidence(response(40 * KIB), response(60 * KIB));
    expect(retain(small)).toBe(small);
  });

  test('is the beginning of what comes beyond, which is then told as cut', () => {
    const retain = createRetention(100 * KIB);
    retain(evidence(response(90 * KIB)));
    expect(sizes(retain(evidence(response(20 * KIB), response(3))))).toEqual([
      [16 * KIB, true],
      [3, false],
    ]);
  });

  test('does not fill up with what was not kept: a small body after a large one stays whole', () => {
    const retain = createRetention(100 * KIB);
    retain(evidence(response(200 * KIB)));
    expect(sizes(retain(evidence(response(50 * KIB))))).toEqual([[50 * KIB, false]]);
  });

  test('is the beginning of a body that was cut on its way in, whatever room is left', () => {
    const kept = createRetention()(evidence(response(1024 * KIB, true)));
    expect(sizes(kept)).toEqual([[16 * KIB, true]]);
    const [reply] = kept.replies;
    // A part of the buffer would hold on to all of it.
    expect(reply?.kind === 'response' && reply.response.body.buffer.byteLength).toBe(16 * KIB);
  });

  test('holds failures as they are, and no message that would have to be cut', () => {
    const retain = createRetention(10);
    const failure: Reply = { kind: 'failure', failure: { code: 'closed', message: 'closed' } };
    const message = (bytes: number) => ({ method: 'POST', path: '/', headers: [], body: Buffer.alloc(bytes) });
    const kept = retain({ ...evidence(failure), arrived: [message(20 * KIB), message(5)] });
    expect(kept.replies).toEqual([failure]);
    expect(kept.arrived.map(({ body }) => body.length)).toEqual([5]);
    // So that what was left out is not taken for lost.
    expect(kept.fence).toBe('lost');
  });
});
