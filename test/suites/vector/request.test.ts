import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../src/binding/decode-message.js';
import { decodeHttp } from '../../../src/binding/http/decode.js';
import { bindingOf } from '../../../src/binding/types.js';
import type { Carrier } from '../../../src/engine/carriers.js';
import type { BaseEvent } from '../../../suites/vector/event.js';
import { bytesOf, eventData, patchedEvent } from '../../../suites/vector/event.js';
import { requestsOf } from '../../../suites/vector/request.js';
import type { MessagePatch, Vector } from '../../../suites/vector/types.js';
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

describe('requestsOf, over brokers', () => {
  const brokers = ['kafka-binary', 'kafka-structured', 'mqtt5-binary', 'mqtt5-structured', 'mqtt3-structured'] as const;
  const sent = (message: MessagePatch, carrier: Carrier) => {
    const [stimulus] = requests({ message }, carrier);
    if (stimulus === undefined) throw new Error('no message');
    return stimulus;
  };

  it.each(brokers)('sends the event over %s so that our own decoder finds it', (carrier) => {
    const [message] = requests({ event: { set: { subject: '€ "%20' } } }, carrier);
    if (message === undefined) throw new Error('no message');
    const decoded = decodeMessage(message);
    if (decoded.kind === 'rejected') expect.fail(decoded.reason);
    expect(carrier).toBe(`${bindingOf(message)}-${decoded.value.mode}`);
    expect(decoded.value.events.map(({ attributes }) => attributes.get('subject'))).toEqual(['€ "%20']);
  });

  it('replaces header lines by their names to the letter, as case counts there', () => {
    const patch: MessagePatch = { set: [['CE_id', 'x']], remove: ['CE_type'], add: [['ce_type', '\u00ff']] };
    const lines = sent(patch, 'kafka-binary').headers.filter(([name]) => /^ce_(id|type)$/i.test(name));
    expect(lines.toSorted()).toEqual([
      ['CE_id', 'x'],
      ['ce_id', 'i'],
      ['ce_type', 't'],
      ['ce_type', '\u00ff'],
    ]);
  });

  it('gives a record its key, its null headers and its null value', () => {
    const plain = sent({}, 'kafka-binary');
    for (const name of ['key', 'nullHeaders', 'isNull']) expect(plain).not.toHaveProperty(name);
    expect(sent({ key: { text: '' } }, 'kafka-binary')).toMatchObject({ key: Buffer.alloc(0) });
    expect(sent({ key: { base64: '/w==' }, nullHeaders: ['x'] }, 'kafka-structured')).toMatchObject({
      key: Uint8Array.of(255),
      nullHeaders: ['x'],
    });
    expect(sent({ body: null }, 'kafka-binary')).toMatchObject({ body: new Uint8Array(), isNull: true });
  });

  it('gives a record without data a null value, unless it is patched with bytes', () => {
    const none = (message?: MessagePatch) =>
      requests({ event: { data: 'none' }, ...(message && { message }) }, 'kafka-binary')[0];
    expect(none()).toMatchObject({ isNull: true });
    expect(none({ body: { text: '' } })).not.toHaveProperty('isNull');
  });

  it('sets and leaves out the properties of a PUBLISH', () => {
    expect(sent({}, 'mqtt5-structured')).toMatchObject({ contentType: expect.stringMatching(/^application\/cloud/) });
    expect(sent({ contentType: null }, 'mqtt5-structured')).not.toHaveProperty('contentType');
    expect(sent({ contentType: '', payloadFormat: 0, qos: 0 }, 'mqtt5-binary')).toMatchObject({
      contentType: '',
      payloadFormat: 0,
      qos: 0,
    });
    const plain = sent({}, 'mqtt3-structured');
    for (const name of ['contentType', 'payloadFormat', 'qos']) expect(plain).not.toHaveProperty(name);
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
