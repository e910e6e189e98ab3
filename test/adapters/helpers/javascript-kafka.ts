// The SDK's binding of Kafka behind adapters/javascript/kafka.js.
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/target/adapter/protocol.js';
import { BASE, bindingQuestions, namedLines } from './ask-binding.js';

const headers = namedLines(BASE, 'ce_');
const TIME = '2026-01-02T03:04:05.000Z';

/** The tests of Kafka for the adapter of JavaScript. */
export function javascriptKafka(adapter: () => Adapter): void {
  const ask = bindingQuestions(adapter, 'kafka');

  describe('decode over Kafka', () => {
    test('binary: headers are text, the value is bytes', async () => {
      const lines = [...headers, ['ce_city', { text: 'Zürich €' }] as const];
      const read = { ...BASE.attributes, time: TIME, city: 'Zürich €' };
      expect(await ask.decode({ headers: lines, key: null, body: { base64: '/wA=' } })).toEqual({
        kind: 'events',
        events: [{ attributes: read, data: { base64: '/wA=' } }],
      });
      const json = [...lines, ['content-type', { text: 'application/json' }] as const];
      expect(await ask.decode({ headers: json, body: { text: '{"a":"é"}' } })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...read, datacontenttype: 'application/json' }, data: { json: { a: 'é' } } }],
      });
    });

    test('structured', async () => {
      const lines = [['content-type', { text: 'application/cloudevents+json; charset=utf-8' }] as const];
      const body = { text: JSON.stringify({ ...BASE.attributes, num: 7, data: 'é' }) };
      expect(await ask.decode({ headers: lines, body })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...BASE.attributes, time: TIME, num: 7 }, data: { text: 'é' } }],
      });
    });

    test('a key is what the SDK makes of it; one that is no text stays bytes', async () => {
      const partitionkey = async (key: { text: string } | { base64: string }): Promise<unknown> => {
        const reply = await ask.decode({ headers, key, body: { text: 'x' } });
        return reply.kind === 'events' ? reply.events[0]?.attributes['partitionkey'] : reply;
      };
      expect(await partitionkey({ text: 'ké' })).toBe('ké');
      expect(await partitionkey({ base64: '/w==' })).toBe('/w==');
    });

    test('a header that is null or repeated is what the example of the SDK makes of kafkajs', async () => {
      const lines = [...headers, ['ce_none', null], ['ce_two', { text: 'a' }], ['ce_two', { text: 'b' }]] as const;
      expect(await ask.decode({ headers: lines, body: { text: 'x' } })).toMatchObject({
        events: [{ attributes: { none: '', two: 'a,b' } }],
      });
    });

    test('what the SDK refuses is rejected, in its words, and the next is read', async () => {
      const refused = (reason: string) => ({ kind: 'rejected', reason });
      expect(await ask.decode({ headers, body: null })).toEqual(refused('Value is null or undefined'));
      expect(await ask.decode({ headers: [], body: { text: '{}' } })).toEqual(refused('No CloudEvent detected'));
      const structured = [['content-type', { text: 'application/cloudevents+json' }] as const];
      for (const text of ['{', '', '{}', 'null', '[]', '['.repeat(100_000)]) {
        expect(await ask.decode({ headers: structured, body: { text } })).toMatchObject({ kind: 'rejected' });
      }
      expect(await ask.decode({ headers, body: { text: 'x' } })).toMatchObject({ events: [{ data: {} }] });
    });
  });

  describe('encode over Kafka', () => {
    test('binary: what is undefined in the headers of the SDK is not there, and no data is null', async () => {
      const event = { attributes: { ...BASE.attributes, city: 'Zürich €', num: 7, flag: true } };
      const written = {
        ce_specversion: '1.0',
        ce_id: '1',
        ce_source: '/s',
        ce_type: 't',
        ce_time: BASE.attributes['time'],
        ce_city: 'Zürich €',
        ce_num: '7',
        ce_flag: 'true',
      };
      expect(await ask.written('binary', event)).toEqual({ headers: written, key: null, body: null });
    });

    test('data of each kind', async () => {
      const bodyOf = async (data: typeof BASE.data): Promise<unknown> => {
        const reply = await ask.encode('binary', { ...BASE, ...(data && { data }) });
        return reply.kind === 'message' ? reply.message.body : reply;
      };
      expect(await bodyOf({ base64: '/wA=' })).toEqual({ base64: '/wA=' });
      expect(await bodyOf({ text: 'é' })).toEqual({ text: 'é' });
      expect(await bodyOf({ json: { a: [1] } })).toEqual({ text: '{"a":[1]}' });
      expect(await bodyOf({ json: 'é' })).toEqual({ text: '"é"' });
      expect(await bodyOf({ json: null })).toEqual({ text: 'null' });
    });

    test('structured', async () => {
      const message = await ask.written('structured', { ...BASE, data: { text: 'é' } });
      const type = 'application/cloudevents+json; charset=utf-8';
      expect(message).toEqual({ headers: { 'content-type': type }, key: null, body: expect.any(String) });
      const body = 'body' in message && message.body;
      expect(JSON.parse(body || '')).toEqual({ ...BASE.attributes, time: TIME, data: 'é' });
    });

    test('the SDK makes a key of partitionkey, asked or not, and takes no other', async () => {
      const event = { attributes: { ...BASE.attributes, partitionkey: 'ké' } };
      const keyed = { key: 'ké', headers: { ce_partitionkey: 'ké' } };
      expect(await ask.written('binary', event)).toMatchObject(keyed);
      expect(await ask.written('binary', event, { mapper: 'partitionkey' })).toMatchObject(keyed);
      expect(await ask.written('structured', event)).toMatchObject({ key: 'ké' });
      expect(await ask.encode('binary', event, { value: { text: 'k' } })).toEqual({ kind: 'unsupported' });
    });

    test('an event that the SDK refuses is rejected; there are no batches', async () => {
      const { type: _, ...without } = BASE.attributes;
      for (const mode of ['binary', 'structured'] as const) {
        expect(await ask.encode(mode, { attributes: without })).toMatchObject({ kind: 'rejected' });
      }
      expect(await ask.encode('batch', BASE)).toEqual({ kind: 'unsupported' });
    });
  });
}
