// The SDK's binding of Kafka behind adapters/python/over_kafka.py.
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/target/adapter/protocol.js';
import { BASE, bindingQuestions, namedLines } from './ask-binding.js';

const headers = namedLines(BASE, 'ce_');
const TIME = '2026-01-02T03:04:05+00:00';
const read = { ...BASE.attributes, time: TIME };

/** The tests of Kafka for the adapter of Python. */
export function pythonKafka(adapter: () => Adapter): void {
  const ask = bindingQuestions(adapter, 'kafka');

  describe('decode over Kafka', () => {
    test('binary', async () => {
      const lines = [...headers, ['ce_city', { text: 'Zürich €' }], ['content-type', { text: 'text/plain' }]] as const;
      const attributes = { ...read, city: 'Zürich €', datacontenttype: 'text/plain' };
      expect(await ask.decode({ headers: lines, key: null, body: { base64: '/wA=' } })).toEqual({
        kind: 'events',
        events: [{ attributes, data: { base64: '/wA=' } }],
      });
      expect(await ask.decode({ headers: lines, body: { text: 'é' } })).toMatchObject({
        events: [{ data: { text: 'é' } }],
      });
    });

    test('structured', async () => {
      const lines = [['content-type', { text: 'application/cloudevents+json' }] as const];
      const body = { text: JSON.stringify({ ...BASE.attributes, num: 7, data: { a: 'é' } }) };
      expect(await ask.decode({ headers: lines, body })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...read, num: 7 }, data: { json: { a: 'é' } } }],
      });
    });

    test('a null value is handed over as None, and a key in bytes', async () => {
      expect(await ask.decode({ headers, body: null })).toEqual({ kind: 'events', events: [{ attributes: read }] });
      const key = { text: 'ké' };
      expect(await ask.decode({ headers, key, body: { text: '' } })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...read, partitionkey: 'ké' } }],
      });
    });

    test('of a repeated header the last is left; a null one is None, which the SDK does not read', async () => {
      const two = [...headers, ['ce_two', { text: 'a' }], ['ce_two', { text: 'b' }]] as const;
      expect(await ask.decode({ headers: two, body: null })).toMatchObject({ events: [{ attributes: { two: 'b' } }] });
      const none = [...headers, ['ce_none', null]] as const;
      expect(await ask.decode({ headers: none, body: null })).toEqual({
        kind: 'rejected',
        reason: expect.stringContaining('NoneType'),
      });
    });

    test('what is no event is rejected, in the SDK’s words, and the next is read', async () => {
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      const raw = [...headers, ['ce_bad', { base64: '/w==' }]] as const;
      expect(await ask.decode({ headers: raw, body: null })).toEqual(rejected);
      expect(await ask.decode({ headers, key: { base64: '/w==' }, body: null })).toEqual(rejected);
      expect(await ask.decode({ headers: [], body: null })).toEqual(rejected);
      for (const text of ['{', '[]', 'null', '"x"', '{"time":5}', '['.repeat(5000)]) {
        expect(await ask.decode({ headers: [], body: { text } })).toEqual(rejected);
      }
      expect(await ask.decode({ headers, body: null })).toMatchObject({ events: [{ attributes: { id: '1' } }] });
    });
  });

  describe('encode over Kafka', () => {
    const event = { attributes: { ...BASE.attributes, city: 'Zürich €', datacontenttype: 'application/json' } };
    const written = {
      ce_specversion: '1.0',
      ce_id: '1',
      ce_source: '/s',
      ce_type: 't',
      ce_time: '2026-01-02T03:04:05Z',
      ce_city: 'Zürich €',
      'content-type': 'application/json',
    };

    test('binary: the value of no data is what the SDK writes, which has bytes', async () => {
      const data = { json: { a: 'x' } };
      expect(await ask.written('binary', { ...event, data })).toEqual({
        headers: written,
        key: null,
        body: '{"a": "x"}',
      });
      expect(await ask.written('binary', event)).toEqual({ headers: written, key: null, body: '' });
      const reply = await ask.encode('binary', { ...event, data: { base64: '/wA=' } });
      expect(reply).toMatchObject({ message: { body: { base64: '/wA=' } } });
    });

    test('structured', async () => {
      const message = await ask.written('structured', { ...event, data: { text: 'é' } });
      const type = 'application/cloudevents+json';
      expect(message).toEqual({ headers: { 'content-type': type }, key: null, body: expect.any(String) });
      const body = 'body' in message && message.body;
      expect(JSON.parse(body || '')).toEqual({ ...event.attributes, data: 'é' });
    });

    test('a key is that of a mapper: of partitionkey by default, asked or not, or of the one that is given', async () => {
      const keyed = { attributes: { ...BASE.attributes, partitionkey: 'ké' } };
      const mapped = { key: 'ké', headers: { ce_partitionkey: 'ké' } };
      expect(await ask.written('binary', keyed)).toMatchObject(mapped);
      expect(await ask.written('binary', keyed, { mapper: 'partitionkey' })).toMatchObject(mapped);
      expect(await ask.written('structured', keyed)).toMatchObject({ key: 'ké' });
      const given = { value: { text: 'mine é' } };
      expect(await ask.written('binary', keyed, given)).toMatchObject({ ...mapped, key: 'mine é' });
      expect(await ask.written('structured', BASE, given)).toMatchObject({ key: 'mine é' });
      expect(await ask.written('binary', BASE, { value: { text: '' } })).toMatchObject({ key: '' });
    });

    test('an event that the SDK refuses is rejected; there are no batches, and there is no MQTT', async () => {
      const { type: _, ...without } = BASE.attributes;
      expect(await ask.encode('binary', { attributes: without })).toMatchObject({ kind: 'rejected' });
      expect(await ask.encode('batch', BASE)).toEqual({ kind: 'unsupported' });
      expect(await bindingQuestions(adapter, 'mqtt5').encode('binary', BASE)).toEqual({ kind: 'unsupported' });
    });
  });
}
