import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvidenceReport, toEvidenceReport } from '../../src/report/evidence.js';
import { digestOf } from '../../src/report/evidence-digest.js';
import { anyEvidence } from './helpers/any-evidence.js';

type Content = Omit<EvidenceReport, 'digest'>;

const content: fc.Arbitrary<Content> = anyEvidence.map((evidence) => {
  const { digest: _, ...rest } = JSON.parse(JSON.stringify(toEvidenceReport(evidence, (lines) => lines)));
  return rest as Content;
});

/** The paths of all values that are no objects and no lists. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]));
}

/** A copy in which the value at this path is another. */
function altered(value: Content, path: readonly string[]): Content {
  const copy = structuredClone(value);
  const place = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy as never);
  const [name = ''] = path.slice(-1);
  const old = Object.getOwnPropertyDescriptor(place, name)?.value;
  // Not by assignment, which would change the prototype where the name is __proto__.
  const other = typeof old === 'string' ? `${old}!` : typeof old === 'number' ? old + 1 + Math.abs(old) : old !== true;
  Object.defineProperty(place, name, { value: other, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** The same content with the members of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value).toReversed()) copy[name] = reversed(member);
  return copy;
};

const EMPTY: Content = { sent: [], received: [] };
const reason = (text: string): Content => ({ ...EMPTY, received: [{ kind: 'rejected', reason: text }] });

describe('digestOf', () => {
  it('is another when anything is: a byte, a letter, a name, a number, a kind', () => {
    fc.assert(
      fc.property(content, fc.nat(), (some, pick) => {
        // Of what is sent, the kind is one word alone.
        const all = leaves(some).filter(([side, , name]) => side !== 'sent' || name !== 'kind');
        const path = all[pick % Math.max(1, all.length)];
        if (path === undefined) return;
        expect(digestOf(altered(some, path)), path.join('/')).not.toBe(digestOf(some));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(content, (some) => {
        expect(digestOf(reversed(some) as Content)).toBe(digestOf(some));
      }),
    );
  });

  it('is another when a message, a reply, the fence or what was on stderr is missing', () => {
    fc.assert(
      fc.property(content, (some) => {
        const digest = digestOf(some);
        const { fence: _, ...withoutFence } = some;
        const { stderr: __, ...withoutStderr } = some;
        if (some.sent.length > 0) expect(digestOf({ ...some, sent: some.sent.slice(1) })).not.toBe(digest);
        if (some.received.length > 0) expect(digestOf({ ...some, received: some.received.slice(1) })).not.toBe(digest);
        if (some.fence !== undefined) expect(digestOf(withoutFence)).not.toBe(digest);
        if (some.stderr !== undefined) expect(digestOf(withoutStderr)).not.toBe(digest);
      }),
    );
  });

  it('tells the order of replies, and where one ends and the next begins', () => {
    const [a, b] = [{ kind: 'valid' as const }, { kind: 'unsupported' as const }];
    expect(digestOf({ ...EMPTY, received: [a, b] })).not.toBe(digestOf({ ...EMPTY, received: [b, a] }));
    expect(digestOf(reason('a'))).not.toBe(digestOf({ ...EMPTY, received: [{ kind: 'invalid', reason: 'a' }] }));
  });

  it('tells all text apart that JSON can write, halves of surrogate pairs too', () => {
    const texts = ['\ud800', '\ud801', '\udc00', '\ufffd', '\\ud800', '"\\ud800"', 'a\ud800'];
    expect(new Set(texts.map((text) => digestOf(reason(text)))).size).toBe(texts.length);
  });

  it('tells a text from the same bytes in base64, and a value from its text', () => {
    const event = (value: string | number | boolean): Content => ({
      ...EMPTY,
      sent: [{ kind: 'events', mode: 'validate', events: [{ attributes: { a: value } }] }],
    });
    expect(new Set([event('1'), event(1), event('true'), event(true)].map(digestOf)).size).toBe(4);
    const body = (bytes: { readonly text: string } | { readonly base64: string }): Content => ({
      ...EMPTY,
      received: [{ kind: 'messages', messages: [{ headers: [], body: bytes }] }],
    });
    expect(digestOf(body({ text: 'AA==' }))).not.toBe(digestOf(body({ base64: 'AA==' })));
  });

  it('tells the mode that was asked for', () => {
    const modes = ['binary', 'structured', 'batch', 'validate'] as const;
    const digests = modes.map((mode) => digestOf({ ...EMPTY, sent: [{ kind: 'events', mode, events: [] }] }));
    expect(new Set(digests).size).toBe(modes.length);
  });
});
