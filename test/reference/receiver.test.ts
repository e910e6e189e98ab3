import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../src/binding/types.js';
import { fault } from '../../src/reference/fault.js';
import { receiveWith } from '../../src/reference/receive-with.js';
import { answer, receive } from '../../src/reference/receiver.js';

const EVENT = { specversion: '1.0', id: 'i', source: '/s', type: 't' };
const message = (type: string, body: unknown) => ({
  headers: [['Content-Type', type]] as const,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const structured = (body: unknown) => message('application/cloudevents+json', body);
const batch = (body: unknown) => message('application/cloudevents-batch+json', body);

describe('receive', () => {
  it.each([
    ['structured', structured(EVENT), 1],
    ['batch', batch([EVENT, { ...EVENT, id: 'j' }]), 2],
    ['batch', batch([]), 0],
  ] as const)('takes %s mode', (mode, given, count) => {
    const outcome = receive(given);
    expect(outcome).toMatchObject({ kind: 'events', mode });
    expect(outcome.kind === 'events' && outcome.events).toHaveLength(count);
  });

  it.each([
    ['no event', { headers: [], body: Buffer.of() }, 400],
    ['another format', message('application/cloudevents+xml', '<e/>'), 415],
    ['no JSON', structured('{'), 400],
    ['an event without type', structured({ ...EVENT, type: undefined }), 400],
    ['an empty id', structured({ ...EVENT, id: '' }), 400],
    ['a bad name', structured({ ...EVENT, 'a-b': 'x' }), 400],
    ['versions mixed', batch([EVENT, { ...EVENT, specversion: '0.3' }]), 400],
    ['one bad event in a batch', batch([EVENT, {}]), 400],
  ] as const)('refuses %s, and says why', (_, given, status) => {
    expect(receive(given)).toEqual({ kind: 'refused', status, reason: expect.stringMatching(/./) });
  });

  it('never throws, and never answers anything but 200, 400 or 415', () => {
    const name = fc.constantFrom('Content-Type', 'ce-id', 'ce-source', 'ce-specversion', 'ce-type', 'ce-time', 'ce-');
    const value = fc.oneof(
      fc.constantFrom('1.0', 'application/cloudevents+json', 'application/cloudevents-batch+json', '%zz', '%FF', '"'),
      fc.string(),
    );
    const headers: fc.Arbitrary<readonly HeaderLine[]> = fc.array(fc.tuple(name, value));
    fc.assert(
      fc.property(
        headers,
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (lines, body) => {
          expect([200, 400, 415]).toContain(answer(receive({ headers: lines, body })).status);
        },
      ),
    );
  });
});

describe('answer', () => {
  it('shows what was decoded, so that it is received again as the same', () => {
    for (const given of [structured({ ...EVENT, subject: '€', data: [1] }), batch([EVENT])]) {
      const first = receive(given);
      expect(receive(answer(first))).toEqual(first);
    }
  });

  it('tells a reason as plain text', () => {
    const { status, headers, body } = answer({ kind: 'refused', status: 415, reason: 'no <b>' });
    expect([status, headers, Buffer.from(body).toString()]).toEqual([
      415,
      [['Content-Type', 'text/plain; charset=utf-8']],
      'no <b>\n',
    ]);
  });
});

describe('faults', () => {
  it('have the requirement in their name', () => {
    expect(fault('http.dec.once/twice', 'decodes twice', {})).toEqual({
      name: 'http.dec.once/twice',
      requirement: 'http.dec.once',
      family: 'http',
      role: 'receiver',
      summary: 'decodes twice',
    });
  });

  it('alter the message before, and the outcome after, and see the message as it was', () => {
    const given = structured(EVENT);
    const before = fault('a.b/c', '', { message: (was) => ({ ...was, body: Buffer.from('{') }) });
    const after = fault('a.b/d', '', {
      outcome: (outcome, was) => ({ kind: 'refused', status: 499, reason: `${outcome.kind} ${was === given}` }),
    });
    expect(receiveWith(given, [])).toEqual(receive(given));
    expect(receiveWith(given, [before])).toMatchObject({ kind: 'refused', status: 400 });
    expect(receiveWith(given, [before, after])).toEqual({ kind: 'refused', status: 499, reason: 'refused true' });
  });
});
