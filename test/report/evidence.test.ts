import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../src/binding/http/types.js';
import type { Evidence } from '../../src/engine/evidence.js';
import { type EvidenceReport, fromEvidenceReport, toEvidenceReport } from '../../src/report/evidence.js';
import { digestOf } from '../../src/report/evidence-digest.js';
import { redactHeaders } from '../../src/target/redact.js';
import type { HttpRequest, Reply, SinkMessage, TransportFailure } from '../../src/target/types.js';

const byte = fc.integer({ min: 0, max: 255 });
const headerText = fc.array(byte, { maxLength: 12 }).map((codes) => String.fromCharCode(...codes));
const headers: fc.Arbitrary<readonly HeaderLine[]> = fc.array(fc.tuple(fc.string({ maxLength: 8 }), headerText), {
  maxLength: 4,
});
const body = fc.uint8Array({ maxLength: 40 }).map((bytes): Uint8Array => Buffer.from(bytes));
const request: fc.Arbitrary<HttpRequest> = fc.record(
  {
    method: fc.string(),
    headers,
    body,
    via: fc.constantFrom('client' as const, 'raw' as const),
    framing: fc.constantFrom('content-length' as const, 'chunked' as const, 'none' as const),
    pieces: fc.integer({ min: 1 }),
  },
  { requiredKeys: ['method', 'headers', 'body', 'via'] },
);
const failure: fc.Arbitrary<TransportFailure> = fc.record({
  code: fc.constantFrom<TransportFailure['code'][]>(
    'timeout',
    'unreachable',
    'closed',
    'reset',
    'tls',
    'not-http',
    'too-large',
    'aborted',
  ),
  message: fc.string(),
});
const reply: fc.Arbitrary<Reply> = fc.oneof(
  failure.map((lost): Reply => ({ kind: 'failure', failure: lost })),
  fc
    .record({ status: fc.nat({ max: 999 }), reason: fc.string(), headers, body, truncated: fc.boolean() })
    .map((response): Reply => ({ kind: 'response', response })),
);
const arrival: fc.Arbitrary<SinkMessage> = fc.record({ method: fc.string(), path: fc.string(), headers, body });
const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    token: fc.string(),
    observation: fc.constantFrom('status' as const, 'reply' as const, 'sink' as const),
    requests: fc.array(request, { maxLength: 2 }),
    replies: fc.array(reply, { maxLength: 3 }),
    arrived: fc.array(arrival, { maxLength: 2 }),
    ms: fc.nat(),
    fence: fc.constant('lost' as const),
  },
  { requiredKeys: ['token', 'observation', 'requests', 'replies', 'arrived', 'ms'] },
);

const asItIs = (lines: readonly HeaderLine[]): readonly HeaderLine[] => lines;
const byJson = (report: EvidenceReport): EvidenceReport => JSON.parse(JSON.stringify(report));
/** Buffers and plain arrays of bytes alike, members that are absent or undefined alike. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('evidence of a report', () => {
  it('comes back without the loss of a byte, whatever was sent and received', () => {
    fc.assert(
      fc.property(evidence, (seen) => {
        const back = fromEvidenceReport(byJson(toEvidenceReport(seen, asItIs)), seen.token, seen.observation, seen.ms);
        expect(plain(back)).toEqual(plain(seen));
      }),
    );
  });

  it('gives the same report again', () => {
    fc.assert(
      fc.property(evidence, (seen) => {
        const report = toEvidenceReport(seen, asItIs);
        const back = fromEvidenceReport(byJson(report), seen.token, seen.observation, seen.ms);
        expect(toEvidenceReport(back, asItIs)).toEqual(report);
      }),
    );
  });

  it('has a digest over both directions and the fence', () => {
    fc.assert(
      fc.property(evidence, (seen) => {
        const { digest, sent, received, fence } = byJson(toEvidenceReport(seen, asItIs));
        expect(digest).toMatch(/^[0-9a-f]{64}$/);
        expect(digestOf({ sent, received, ...(fence === undefined ? {} : { fence }) })).toBe(digest);
        expect(digestOf({ sent, received, ...(fence === undefined ? { fence: 'lost' } : {}) })).not.toBe(digest);
      }),
    );
  });

  it('has another digest when any byte that was sent or received is another', () => {
    fc.assert(
      fc.property(evidence, fc.nat(), fc.integer({ min: 1, max: 255 }), (seen, place, flip) => {
        const flipped = flipByte(seen, place, flip);
        if (flipped === undefined) return;
        expect(toEvidenceReport(flipped, asItIs).digest).not.toBe(toEvidenceReport(seen, asItIs).digest);
      }),
    );
  });

  it('tells a response from an arrival with the same bytes', () => {
    const message = { headers: [], body: Buffer.from('x') };
    const base: Evidence = { token: '', observation: 'sink', requests: [], replies: [], arrived: [], ms: 0 };
    const replied = toEvidenceReport(
      { ...base, replies: [{ kind: 'response', response: { ...message, status: 200, reason: '', truncated: false } }] },
      asItIs,
    );
    const arrived = toEvidenceReport({ ...base, arrived: [{ ...message, method: 'POST', path: '/' }] }, asItIs);
    expect(replied.digest).not.toBe(arrived.digest);
  });

  it('holds no secret, in either direction, and every attribute', () => {
    const lines: readonly HeaderLine[] = [
      ['Authorization', 'hush'],
      ['Set-Cookie', 'hush'],
      ['ce-token', 'shown'],
    ];
    const message = { headers: lines, body: Buffer.from('') };
    const report = toEvidenceReport(
      {
        token: '',
        observation: 'sink',
        requests: [{ ...message, method: 'POST', via: 'client' }],
        replies: [{ kind: 'response', response: { ...message, status: 200, reason: '', truncated: false } }],
        arrived: [{ ...message, method: 'POST', path: '/' }],
        ms: 0,
      },
      redactHeaders,
    );
    expect(JSON.stringify(report)).not.toContain('hush');
    expect(JSON.stringify(report).match(/shown/g)).toHaveLength(3);
  });
});

/** The evidence with one byte of one body changed; undefined where all bodies are empty. */
function flipByte(seen: Evidence, place: number, flip: number): Evidence | undefined {
  const copy: Evidence = structuredClone(seen);
  const bodies = [
    ...copy.requests.map((message) => message.body),
    ...copy.replies.flatMap((one) => (one.kind === 'response' ? [one.response.body] : [])),
    ...copy.arrived.map((message) => message.body),
  ].filter((bytes) => bytes.length > 0);
  const bytes = bodies[place % Math.max(1, bodies.length)];
  if (bytes === undefined) return undefined;
  const at = place % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ flip;
  return copy;
}
