// The SDK's binding of MQTT behind adapters/javascript/mqtt.js.
import { describe, expect, test } from 'vitest';
import type { Adapter, AdapterMessage } from '../../../src/target/adapter/protocol.js';
import { BASE, bindingQuestions, namedLines } from './ask-binding.js';

const properties = namedLines(BASE, '');
const STRUCTURED = 'application/cloudevents+json; charset=utf-8';

/** The tests of MQTT for the adapter of JavaScript. */
export function javascriptMqtt(adapter: () => Adapter): void {
  const ask = bindingQuestions(adapter, 'mqtt5');
  const eventOf = async (message: AdapterMessage): Promise<unknown> => {
    const reply = await ask.decode(message);
    return reply.kind === 'events' ? reply.events[0] : reply;
  };

  describe('decode over MQTT 5', () => {
    test('binary: user properties are text, the payload is bytes', async () => {
      const headers = [...properties, ['city', { text: 'Zürich €' }] as const];
      expect(await eventOf({ headers, contentType: 'text/plain', body: { base64: '/wA=' } })).toEqual({
        attributes: { ...BASE.attributes, city: 'Zürich €' },
        data: { base64: '/wA=' },
      });
      expect(await eventOf({ headers: properties, body: { text: '' } })).toMatchObject({ data: { base64: '' } });
    });

    test('structured', async () => {
      const body = { text: JSON.stringify({ ...BASE.attributes, num: 7, data: { a: 'é' } }) };
      expect(await eventOf({ headers: [], contentType: STRUCTURED, body })).toEqual({
        attributes: { ...BASE.attributes, num: 7 },
        data: { json: { a: 'é' } },
      });
    });

    test('an event in another format is bytes to the SDK', async () => {
      const contentType = 'application/cloudevents+avro';
      expect(await eventOf({ headers: properties, contentType, body: { base64: '/wA=' } })).toMatchObject({
        data: { base64: '/wA=' },
      });
    });

    test('every name of a property is handed over, and a repeated one as an array', async () => {
      const odd = ['constructor', '__proto__', 'data'].map((name) => [name, { text: 'x' }] as const);
      const headers = [...properties, ...odd, ['two', { text: 'a' }], ['two', { text: 'b' }]] as const;
      expect(await eventOf({ headers, body: { text: 'y' } })).toEqual({
        attributes: { ...BASE.attributes, constructor: 'x', two: '["a","b"]' },
        data: { base64: 'eQ==' },
      });
    });

    test('what the SDK refuses is rejected, and the next is read', async () => {
      for (const text of ['{', '', '['.repeat(100_000)]) {
        const message = { headers: [], contentType: STRUCTURED, body: { text } };
        expect(await ask.decode(message)).toEqual({ kind: 'rejected', reason: expect.stringMatching(/./) });
      }
      expect(await eventOf({ headers: properties, body: { text: 'x' } })).toMatchObject({ attributes: { id: '1' } });
    });
  });

  describe('encode over MQTT 5', () => {
    test('binary: what is undefined in the properties of the SDK is not there', async () => {
      const attributes = { ...BASE.attributes, city: 'Zürich €', num: 7, flag: true, datacontenttype: 'text/plain' };
      expect(await ask.written('binary', { attributes, data: { text: 'é' } })).toEqual({
        headers: { ...attributes, num: '7', flag: 'true' },
        contentType: 'text/plain',
        body: 'é',
      });
      expect(await ask.written('binary', BASE)).toEqual({ headers: BASE.attributes });
    });

    test('data of each kind', async () => {
      const bodyOf = async (data: NonNullable<typeof BASE.data>): Promise<unknown> => {
        const reply = await ask.encode('binary', { ...BASE, data });
        return reply.kind === 'message' ? reply.message.body : reply;
      };
      expect(await bodyOf({ base64: '/wA=' })).toEqual({ base64: '/wA=' });
      expect(await bodyOf({ json: { a: [1] } })).toEqual({ text: '{"a":[1]}' });
      expect(await bodyOf({ json: 'é' })).toEqual({ text: '"é"' });
    });

    test('structured', async () => {
      const message = await ask.written('structured', { ...BASE, data: { base64: '/wA=' } });
      expect(message).toEqual({ headers: {}, contentType: STRUCTURED, body: expect.any(String) });
      const body = 'body' in message && message.body;
      const time = '2026-01-02T03:04:05.000Z';
      expect(JSON.parse(body || '')).toEqual({ ...BASE.attributes, time, data_base64: '/wA=' });
    });

    test('an event that the SDK refuses is rejected; there are no batches', async () => {
      const { type: _, ...without } = BASE.attributes;
      for (const mode of ['binary', 'structured'] as const) {
        expect(await ask.encode(mode, { attributes: without })).toMatchObject({ kind: 'rejected' });
      }
      expect(await ask.encode('batch', BASE)).toEqual({ kind: 'unsupported' });
    });
  });

  test('the SDK knows nothing of MQTT 3.1.1', async () => {
    const older = bindingQuestions(adapter, 'mqtt3');
    expect(await older.decode({ headers: [], body: { text: '{}' } })).toEqual({ kind: 'unsupported' });
    expect(await older.encode('structured', BASE)).toEqual({ kind: 'unsupported' });
  });
}
