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

  test('counts header lines as it counts bodies, and cuts them', () => {
    const retain = createRetention(100 * KIB);
    const lines = Array.from({ length: 50 }, (_, index) => [`x-${index}`, 'y'.repeat(KIB)] as const);
    const large: Reply = {
      kind: 'response',
      response: { status: 200, reason: 'OK', headers: lines, body: new Uint8Array(), truncated: false },
    };
    expect(retain(evidence(large)).replies).toEqual([large]);
    retain(evidence(large));
    const [cut] = retain(evidence(large)).replies;
    expect(cut).toMatchObject({ kind: 'response', response: { truncated: true } });
    expect(cut?.kind === 'response' && cut.response.headers.length).toBe(15);
  });
});

describe('what an adapter answers', () => {
  const LEFT_OUT = { kind: 'failure', failure: { code: 'aborted', message: expect.stringContaining('left out') } };
  const text = 'x'.repeat(20 * KIB);
  const message = { headers: [], body: Buffer.alloc(20 * KIB) };
  const large: readonly (readonly [string, Reply])[] = [
    ['a reason', { kind: 'rejected', reason: text }],
    ['a reason why nothing was written', { kind: 'unwritten', reason: text }],
    ['another reason', { kind: 'invalid', reason: text }],
    ['a message', { kind: 'messages', messages: [message] }],
    [
      'a message of nothing but headers',
      { kind: 'messages', messages: [{ headers: [['a', text]], body: Buffer.of() }] },
    ],
    ['many messages', { kind: 'messages', messages: Array(20).fill({ ...message, body: Buffer.alloc(KIB) }) }],
    ['an attribute', { kind: 'events', events: [{ attributes: new Map([['a', text]]) }] }],
    ['the name of one', { kind: 'events', events: [{ attributes: new Map([[text, 'a']]) }] }],
    ['text', { kind: 'events', events: [{ attributes: new Map(), data: { kind: 'text', text } }] }],
    ['JSON', { kind: 'events', events: [{ attributes: new Map(), data: { kind: 'json', value: [text] } }] }],
    ['bytes', { kind: 'events', events: [{ attributes: new Map(), data: { kind: 'binary', bytes: message.body } }] }],
  ];

  test.each(large)('is left out whole beyond what is kept, because a part of it is no answer: %s', (_, reply) => {
    const retain = createRetention(30 * KIB);
    expect(retain(evidence(reply)).replies).toEqual([reply]);
    expect(retain(evidence(reply)).replies).toEqual([LEFT_OUT]);
  });

  test('is kept where it is small, whatever came before', () => {
    const retain = createRetention(10);
    const small: readonly Reply[] = [
      { kind: 'valid' },
      { kind: 'unsupported' },
      { kind: 'rejected', reason: 'no' },
      { kind: 'events', events: [{ attributes: new Map([['id', 'a rather long one']]) }] },
    ];
    expect(retain(evidence(...small)).replies).toEqual(small);
  });
});
