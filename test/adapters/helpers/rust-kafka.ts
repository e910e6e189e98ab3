// The SDK's binding of Kafka behind adapters/rust/src/kafka.rs.
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/target/adapter/protocol.js';
import { BASE, bindingQuestions, namedLines } from './ask-binding.js';

const headers = namedLines(BASE, 'ce_');
const read = { ...BASE.attributes, time: '2026-01-02T03:04:05+00:00' };
const STRUCTURED = 'application/cloudevents+json';

/** The tests of Kafka for the adapter of Rust. */
export function rustKafka(adapter: () => Adapter): void {
  const ask = bindingQuestions(adapter, 'kafka');

  describe('decode over Kafka', () => {
    test('binary: the value is bytes to the SDK, of every type', async () => {
      const lines = [...headers, ['ce_city', { text: 'Zürich €' }], ['content-type', { text: 'text/plain' }]] as const;
      expect(await ask.decode({ headers: lines, key: { text: 'k' }, body: { text: 'é' } })).toEqual({
        kind: 'events',
        events: [
          { attributes: { ...read, city: 'Zürich €', datacontenttype: 'text/plain' }, data: { base64: 'w6k=' } },
        ],
      });
    });

    test('structured', async () => {
      const lines = [['content-type', { text: STRUCTURED }] as const];
      const body = { text: JSON.stringify({ ...BASE.attributes, num: 7, data: { a: 'é' } }) };
      expect(await ask.decode({ headers: lines, body })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...read, num: 7 }, data: { json: { a: 'é' } } }],
      });
    });

    test('a null value is no data, and one of no bytes is data', async () => {
      expect(await ask.decode({ headers, body: null })).toEqual({ kind: 'events', events: [{ attributes: read }] });
      expect(await ask.decode({ headers, body: { text: '' } })).toMatchObject({ events: [{ data: { base64: '' } }] });
    });

    test('what makes the SDK panic is rejected, and the next is read', async () => {
      const panic = { kind: 'rejected', reason: 'panic' };
      expect(await ask.decode({ headers: [...headers, ['ce_none', null]], body: null })).toEqual(panic);
      expect(await ask.decode({ headers: [['content-type', { text: STRUCTURED }]], body: null })).toEqual(panic);
      const two = [...headers, ['ce_two', { text: 'a' }], ['ce_two', { text: 'b' }]] as const;
      expect(await ask.decode({ headers: two, body: null })).toMatchObject({ events: [{ attributes: { two: 'b' } }] });
    });

    test('what is no event is rejected, in the SDK’s words', async () => {
      expect(await ask.decode({ headers: [], body: { text: '{}' } })).toEqual({
        kind: 'rejected',
        reason: 'Wrong encoding',
      });
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      expect(await ask.decode({ headers: [...headers, ['ce_bad', { base64: '/w==' }]], body: null })).toEqual(rejected);
      for (const text of ['{', '', '[{}]', '"x"', '{"id":5}', '['.repeat(100_000)]) {
        const lines = [['content-type', { text: STRUCTURED }] as const];
        expect(await ask.decode({ headers: lines, body: { text } })).toEqual(rejected);
      }
    });
  });

  describe('encode over Kafka', () => {
    test('binary: no data is null', async () => {
      const attributes = { ...BASE.attributes, city: 'Zürich €', num: 7, flag: true, datacontenttype: 'text/plain' };
      const written = {
        ce_specversion: '1.0',
        ce_id: '1',
        ce_source: '/s',
        ce_type: 't',
        ce_time: read.time,
        ce_city: 'Zürich €',
        ce_num: '7',
        ce_flag: 'true',
        'content-type': 'text/plain',
      };
      expect(await ask.written('binary', { attributes })).toEqual({ headers: written, key: null, body: null });
      expect(await ask.written('binary', { attributes, data: { text: 'é' } })).toMatchObject({ body: 'é' });
      const reply = await ask.encode('binary', { ...BASE, data: { base64: '/wA=' } });
      expect(reply).toMatchObject({ message: { body: { base64: '/wA=' } } });
    });

    test('structured', async () => {
      const message = await ask.written('structured', { ...BASE, data: { text: 'é' } });
      expect(message).toEqual({ headers: { 'content-type': STRUCTURED }, key: null, body: expect.any(String) });
      const body = 'body' in message && message.body;
      expect(JSON.parse(body || '')).toEqual({ ...BASE.attributes, time: expect.any(String), data: 'é' });
    });

    test('the key of the record is its user’s; the SDK has no mapper', async () => {
      const keyed = { attributes: { ...BASE.attributes, partitionkey: 'p' } };
      expect(await ask.written('binary', keyed)).toMatchObject({ key: null, headers: { ce_partitionkey: 'p' } });
      for (const mode of ['binary', 'structured'] as const) {
        expect(await ask.written(mode, keyed, { value: { text: 'ké' } })).toMatchObject({ key: 'ké' });
        expect(await ask.written(mode, keyed, { value: { text: '' } })).toMatchObject({ key: '' });
        expect(await ask.encode(mode, keyed, { mapper: 'partitionkey' })).toEqual({ kind: 'unsupported' });
      }
    });

    test('an event that the SDK refuses is rejected; there are no batches, and there is no MQTT', async () => {
      const { id: _, ...without } = BASE.attributes;
      const reason = 'Missing required attribute id';
      expect(await ask.encode('binary', { attributes: without })).toEqual({ kind: 'rejected', reason });
      expect(await ask.encode('batch', BASE)).toEqual({ kind: 'unsupported' });
      expect(await bindingQuestions(adapter, 'mqtt5').encode('binary', BASE)).toEqual({ kind: 'unsupported' });
    });
  });
}
