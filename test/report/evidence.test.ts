import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../src/binding/types.js';
import type { Evidence } from '../../src/engine/evidence.js';
import { type EvidenceReport, fromEvidenceReport, toEvidenceReport } from '../../src/report/evidence.js';
import { digestOf } from '../../src/report/evidence-digest.js';
import { redactHeaders } from '../../src/target/redact.js';
import { anyEvidence as evidence } from './helpers/any-evidence.js';

const asItIs = (lines: readonly HeaderLine[]): readonly HeaderLine[] => lines;
const byJson = (report: EvidenceReport): EvidenceReport => JSON.parse(JSON.stringify(report));
/** Buffers and other arrays of bytes alike, members that are absent or undefined alike, maps as their entries. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, member: unknown) => {
      if (member instanceof Map) return [...member];
      return member instanceof Uint8Array ? Buffer.from(member).toJSON() : member;
    }),
  );

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

  it('has a digest over all of it, which is the same after a way through JSON', () => {
    fc.assert(
      fc.property(evidence, (seen) => {
        const { digest, ...rest } = byJson(toEvidenceReport(seen, asItIs));
        expect(digest).toMatch(/^[0-9a-f]{64}$/);
        expect(digestOf(rest)).toBe(digest);
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
