import { describe, expect, it } from 'vitest';
import { decodeHttp } from '../../../src/binding/http/decode.js';
import type { Carrier } from '../../../src/engine/carriers.js';
import type { BaseEvent } from '../../../suites/vector/event.js';
import { bytesOf, eventData, patchedEvent } from '../../../suites/vector/event.js';
import { requestsOf } from '../../../suites/vector/request.js';
import type { Vector } from '../../../suites/vector/types.js';
import { vector } from '../../engine/tiny-suite.js';

const base: BaseEvent = {
  attributes: { specversion: '1.0', id: 'i', source: '/s', type: 't', datacontenttype: 'application/json' },
  data: { json: { probe: 1 } },
};
const requests = (more: Partial<Vector>, carrier: Carrier) =>
  requestsOf(vector('core.x', { event: {}, ...more }), base, carrier);
const one = (more: Partial<Vector>, carrier: Carrier) => {
  const [request] = requests(more, carrier);
  if (request === undefined || request.binding !== undefined) throw new Error('no request');
  return { ...request, text: Buffer.from(request.body).toString('utf8') };
};
const carriers = ['http-binary', 'http-structured', 'http-batch'] as const;

describe('requestsOf', () => {
  it.each(carriers)('sends the event over %s so that our own decoder finds it', (carrier) => {
    const request = one({ event: { set: { subject: '€ "%' } } }, carrier);
    const decoded = decodeHttp(request);
    if (decoded.kind === 'rejected') expect.fail(decoded.reason);
    expect(decoded.value.mode).toBe(carrier.replace('http-', ''));
    expect(decoded.value.events.map(({ attributes }) => attributes.get('subject'))).toEqual(['€ "%']);
    expect(request).toMatchObject({ method: 'POST', via: 'client' });
  });

  it('writes JSON as no serializer does, so that a copy is told from an answer', () => {
    for (const carrier of ['http-structured', 'http-batch'] as const) {
      const { text } = one({}, carrier);
      expect(JSON.stringify(JSON.parse(text))).not.toBe(text);
      expect(JSON.stringify(JSON.parse(text), null, 2)).not.toBe(text);
    }
  });

  it('takes the exact text of an event, alone and in a batch beside others', () => {
    expect(one({ event: { json: '{"a":' } }, 'http-structured').text).toBe('{"a":');
    const { text } = one({ batch: [{ json: '{}' }, {}] }, 'http-batch');
    expect(JSON.parse(text)).toMatchObject([{}, { id: 'i' }]);
    expect(one({ batch: [] }, 'http-batch').text.replaceAll(' ', '')).toBe('[]');
  });

  it('sends as often as asked', () => {
    expect(requests({ times: 3 }, 'http-structured')).toHaveLength(3);
  });

  it('replaces, adds and removes header lines, names in any case', () => {
    const { headers } = one(
      {
        message: {
          set: [
            ['CE-ID', 'x'],
            ['ce-id', 'y'],
          ],
          add: [['ce-type', 'again']],
          remove: ['CE-Source'],
        },
      },
      'http-binary',
    );
    const lines = headers.filter(([name]) => /^ce-(id|type|source)$/i.test(name));
    expect(lines).toEqual([
      ['ce-type', 't'],
      ['CE-ID', 'x'],
      ['ce-id', 'y'],
      ['ce-type', 'again'],
    ]);
  });

  it('takes body, method, transport, framing and pieces as they are', () => {
    expect(
      one(
        { message: { body: { base64: '/w==' }, method: 'PUT', via: 'raw', framing: 'chunked', pieces: 2 } },
        'http-binary',
      ),
    ).toMatchObject({ method: 'PUT', via: 'raw', framing: 'chunked', pieces: 2, body: Uint8Array.of(0xff) });
  });
});

describe('patchedEvent', () => {
  it('sets, unsets and replaces the data', () => {
    expect(patchedEvent(base, { set: { subject: 's', id: 'j' }, unset: ['type'], data: 'none' })).toEqual({
      attributes: new Map([
        ['specversion', '1.0'],
        ['id', 'j'],
        ['source', '/s'],
        ['datacontenttype', 'application/json'],
        ['subject', 's'],
      ]),
    });
    expect(patchedEvent(base).data).toEqual({ kind: 'json', value: { probe: 1 } });
  });

  it('leaves the base event alone', () => {
    const before = structuredClone(base);
    patchedEvent(base, { set: { id: 'x' }, unset: ['type'] });
    expect(base).toEqual(before);
  });

  it('reads data in every form', () => {
    expect(eventData({ json: null })).toEqual({ kind: 'json', value: null });
    expect(eventData({ text: '€' })).toEqual({ kind: 'text', text: '€' });
    expect(eventData({ fill: 4 })).toEqual({ kind: 'text', text: 'xxxx' });
    expect(eventData({ base64: 'AP8=' })).toEqual({ kind: 'binary', bytes: Uint8Array.of(0, 255) });
    expect(Buffer.from(bytesOf({ text: '€' })).toString('hex')).toBe('e282ac');
  });

  it('takes base64 that is none for a fault of the vector', () => {
    expect(() => bytesOf({ base64: '*' })).toThrow('base64 that does not decode: *');
  });
});
