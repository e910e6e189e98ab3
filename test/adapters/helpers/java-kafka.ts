// The SDK's binding of Kafka behind adapters/java/src/main/java/conform/Kafka.java.
import { describe, expect, test } from 'vitest';
import type { WireEvent } from '../../../src/event/wire.js';
import type { Adapter, AdapterMessage } from '../../../src/target/adapter/protocol.js';
import { BASE, bindingQuestions, namedLines } from './ask-binding.js';

const headers = namedLines(BASE, 'ce_');
const STRUCTURED = 'application/cloudevents+json';

/** The tests of Kafka for the adapter of Java. */
export function javaKafka(adapter: () => Adapter): void {
  const ask = bindingQuestions(adapter, 'kafka');
  const eventOf = async (message: AdapterMessage): Promise<unknown> => {
    const reply = await ask.decode(message);
    return reply.kind === 'events' ? reply.events[0] : reply;
  };

  describe('decode over Kafka', () => {
    test('binary: the value is bytes to the SDK, and a key is not read', async () => {
      const lines = [...headers, ['ce_city', { text: 'Zürich €' }], ['content-type', { text: 'text/plain' }]] as const;
      expect(await eventOf({ headers: lines, key: { text: 'k' }, body: { text: 'é' } })).toEqual({
        attributes: { ...BASE.attributes, city: 'Zürich €', datacontenttype: 'text/plain' },
        data: { base64: 'w6k=' },
      });
    });

    test('structured', async () => {
      const lines = [['content-type', { text: `${STRUCTURED}; charset=utf-8` }] as const];
      const attributes = { ...BASE.attributes, datacontenttype: 'application/json', num: 7 };
      const body = { text: JSON.stringify({ ...attributes, data: { a: 'é' } }) };
      expect(await eventOf({ headers: lines, body })).toEqual({ attributes, data: { json: { a: 'é' } } });
    });

    test('a value that is null or of no bytes is no data, and a header that is null is not there', async () => {
      expect(await eventOf({ headers, key: null, body: null })).toEqual(BASE);
      expect(await eventOf({ headers, body: { text: '' } })).toEqual(BASE);
      expect(await eventOf({ headers: [...headers, ['ce_none', null]], body: null })).toEqual(BASE);
    });

    test('each header is handed over, and the last of a repeated one counts', async () => {
      const two = [...headers, ['ce_two', { text: 'a' }], ['ce_two', { text: 'b' }]] as const;
      expect(await eventOf({ headers: two })).toEqual({ attributes: { ...BASE.attributes, two: 'b' } });
    });

    test('what the SDK refuses is rejected, in its words, and the next is read', async () => {
      const refused = (reason: string) => ({ kind: 'rejected', reason: expect.stringContaining(reason) });
      expect(await ask.decode({ headers: [], body: { text: '{}' } })).toEqual(refused('Unknown encoding'));
      const untyped = headers.filter(([name]) => name !== 'ce_type');
      expect(await ask.decode({ headers: untyped })).toEqual(refused("'type' cannot be null"));
      const bad = [...headers, ['ce_a_b', { text: 'x' }]] as const;
      expect(await ask.decode({ headers: bad })).toEqual(refused('Invalid extensions name'));
      // What the SDK throws beside its own exceptions, too.
      const none = [...headers, ['content-type', null]] as const;
      expect(await ask.decode({ headers: none, body: { text: 'x' } })).toEqual(refused('is null'));
      const structured = [['content-type', { text: STRUCTURED }] as const];
      expect(await ask.decode({ headers: structured, body: null })).toEqual(refused('is null'));
      for (const text of ['{', '', '[{}]', 'null', '"x"', '{"specversion":5}', '['.repeat(100_000)]) {
        expect(await ask.decode({ headers: structured, body: { text } })).toEqual(refused(''));
      }
      expect(await eventOf({ headers, body: null })).toEqual(BASE);
    });
  });

  describe('encode over Kafka', () => {
    test('binary', async () => {
      const attributes = { ...BASE.attributes, city: 'Zürich €', num: 7, flag: true, datacontenttype: 'text/plain' };
      expect(await ask.written('binary', { attributes, data: { text: 'é' } })).toEqual({
        headers: {
          ce_specversion: '1.0',
          ce_id: '1',
          ce_source: '/s',
          ce_type: 't',
          ce_time: '2026-01-02T03:04:05Z',
          ce_city: 'Zürich €',
          ce_num: '7',
          ce_flag: 'true',
          'content-type': 'text/plain',
        },
        key: null,
        body: 'é',
      });
    });

    test('data of each kind; no data is null, and data of no bytes is written', async () => {
      const bodyOf = async (data: WireEvent['data']): Promise<unknown> => {
        const reply = await ask.encode('binary', { ...BASE, ...(data && { data }) });
        return reply.kind === 'message' ? reply.message.body : reply;
      };
      expect(await bodyOf({ json: { a: [1] } })).toEqual({ base64: Buffer.from('{"a":[1]}').toString('base64') });
      expect(await bodyOf({ json: null })).toEqual({ base64: 'bnVsbA==' });
      expect(await bodyOf({ base64: '/wA=' })).toEqual({ base64: '/wA=' });
      expect(await bodyOf(undefined)).toBe(null);
      expect(await bodyOf({ text: '' })).toEqual({ base64: '' });
    });

    test('structured', async () => {
      const event = { attributes: { ...BASE.attributes, datacontenttype: 'text/plain' }, data: { text: 'é' } };
      const message = await ask.written('structured', event);
      expect(message).toEqual({ headers: { 'content-type': STRUCTURED }, key: null, body: expect.any(String) });
      const body = 'body' in message && message.body;
      expect(JSON.parse(body || '')).toEqual({ ...event.attributes, data: 'é' });
    });

    test('the key is that of its user, or of the interceptor that makes it of partitionkey', async () => {
      const keyed = { attributes: { ...BASE.attributes, partitionkey: 'ké' } };
      const mapper = { mapper: 'partitionkey' } as const;
      for (const mode of ['binary', 'structured'] as const) {
        expect(await ask.written(mode, keyed)).toMatchObject({ key: null });
        expect(await ask.written(mode, keyed, mapper)).toMatchObject({ key: 'ké' });
        expect(await ask.written(mode, BASE, mapper)).toMatchObject({ key: null });
        expect(await ask.written(mode, keyed, { value: { text: 'mine é' } })).toMatchObject({ key: 'mine é' });
        expect(await ask.written(mode, BASE, { value: { text: '' } })).toMatchObject({ key: '' });
      }
      expect(await ask.written('binary', keyed, mapper)).toMatchObject({ headers: { ce_partitionkey: 'ké' } });
      const raw = await ask.encode('binary', BASE, { value: { base64: '/w==' } });
      expect(raw).toMatchObject({ message: { key: { base64: '/w==' } } });
      // The interceptor gives a number as it is, which the serializer of strings does not take.
      const numbered = { attributes: { ...BASE.attributes, partitionkey: 7 } };
      expect(await ask.encode('binary', numbered, mapper)).toMatchObject({ kind: 'rejected' });
    });

    test('an event that the SDK refuses is rejected; there are no batches, and there is no MQTT', async () => {
      const { id: _, ...without } = BASE.attributes;
      for (const mode of ['binary', 'structured'] as const) {
        const reason = expect.stringContaining("'id' cannot be null");
        expect(await ask.encode(mode, { attributes: without })).toEqual({ kind: 'rejected', reason });
      }
      expect(await ask.encode('batch', BASE)).toEqual({ kind: 'unsupported' });
      for (const binding of ['mqtt5', 'mqtt3'] as const) {
        const mqtt = bindingQuestions(adapter, binding);
        expect(await mqtt.decode({ headers: [], body: { text: '{}' } })).toEqual({ kind: 'unsupported' });
        expect(await mqtt.encode('structured', BASE)).toEqual({ kind: 'unsupported' });
      }
    });
  });
}
