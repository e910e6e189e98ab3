// The SDK's binding of Kafka behind adapters/go/kafka.go.
import { describe, expect, test } from 'vitest';
import type { WireEvent } from '../../../src/event/wire.js';
import type { Adapter, AdapterMessage } from '../../../src/target/adapter/protocol.js';
import { BASE, bindingQuestions, namedLines } from './ask-binding.js';

const headers = namedLines(BASE, 'ce_');
// Nothing is repaired: the SDK gives these to each event in binary mode.
const ADDED = { kafkaoffset: '0', kafkapartition: '0', kafkatopic: 'topic' };
const read = { ...BASE.attributes, ...ADDED };
const STRUCTURED = 'application/cloudevents+json';
const base64 = (text: string): { base64: string } => ({ base64: Buffer.from(text).toString('base64') });

/** The tests of Kafka for the adapter of Go. */
export function goKafka(adapter: () => Adapter): void {
  const ask = bindingQuestions(adapter, 'kafka');
  const eventOf = async (message: AdapterMessage): Promise<unknown> => {
    const reply = await ask.decode(message);
    return reply.kind === 'events' ? reply.events[0] : reply;
  };

  describe('decode over Kafka', () => {
    test('binary: the value is bytes to the SDK, and a key is not read', async () => {
      const lines = [...headers, ['ce_city', { text: 'Zürich €' }], ['content-type', { text: 'text/plain' }]] as const;
      expect(await eventOf({ headers: lines, key: { text: 'k' }, body: { text: 'é' } })).toEqual({
        attributes: { ...read, city: 'Zürich €', datacontenttype: 'text/plain' },
        data: base64('é'),
      });
    });

    test('structured', async () => {
      const lines = [['content-type', { text: `${STRUCTURED}; charset=utf-8` }] as const];
      const body = { text: JSON.stringify({ ...BASE.attributes, num: 7, data: { a: 'é' } }) };
      expect(await eventOf({ headers: lines, body })).toEqual({
        attributes: { ...BASE.attributes, num: 7 },
        data: base64('{"a":"é"}'),
      });
    });

    test('a value that is null or of no bytes is no data; a header that is null is an empty text', async () => {
      expect(await eventOf({ headers, key: null, body: null })).toEqual({ attributes: read });
      expect(await eventOf({ headers, body: { text: '' } })).toEqual({ attributes: read });
      const none = [...headers, ['ce_none', null]] as const;
      expect(await eventOf({ headers: none, body: null })).toEqual({ attributes: { ...read, none: '' } });
    });

    test('each header is handed over, and the last of a repeated one counts', async () => {
      const two = [...headers, ['ce_two', { text: 'a' }], ['ce_two', { text: 'b' }]] as const;
      expect(await eventOf({ headers: two })).toEqual({ attributes: { ...read, two: 'b' } });
      const own = [...headers, ['ce_kafkatopic', { text: 'mine' }]] as const;
      expect(await eventOf({ headers: own })).toEqual({ attributes: read });
    });

    test('what the SDK refuses is rejected, in its words, and the next is read', async () => {
      const refused = (reason: string) => ({ kind: 'rejected', reason: expect.stringContaining(reason) });
      expect(await ask.decode({ headers: [], body: { text: '{}' } })).toEqual(refused('unknown Message encoding'));
      // The client of the SDK validates what it receives.
      const untyped = headers.filter(([name]) => name !== 'ce_type');
      expect(await ask.decode({ headers: untyped })).toEqual(refused('type: MUST be a non-empty string'));
      const bad = [...headers, ['ce_', { text: 'x' }]] as const;
      expect(await ask.decode({ headers: bad })).toEqual(refused('MUST NOT be empty'));
      const structured = [['content-type', { text: STRUCTURED }] as const];
      expect(await ask.decode({ headers: structured, body: null })).toEqual(refused('unexpected end of JSON input'));
      for (const text of ['{', '', '[{}]', 'null', '"x"', '{"id":5}', '['.repeat(100_000)]) {
        expect(await ask.decode({ headers: structured, body: { text } })).toEqual(refused(''));
      }
      expect(await eventOf({ headers, body: null })).toEqual({ attributes: read });
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

    test('data of each kind; neither no data nor data of no bytes is written', async () => {
      const bodyOf = async (data: WireEvent['data'], datacontenttype = 'application/json'): Promise<unknown> => {
        const attributes = { ...BASE.attributes, datacontenttype };
        const reply = await ask.encode('binary', { attributes, ...(data && { data }) });
        return reply.kind === 'message' ? reply.message.body : reply;
      };
      expect(await bodyOf({ json: { a: [1] } })).toEqual(base64('{"a":[1]}'));
      expect(await bodyOf({ base64: '/wA=' }, 'image/png')).toEqual({ base64: '/wA=' });
      expect(await bodyOf({ text: 'a,é' }, 'text/csv')).toEqual(base64('a,é'));
      expect([await bodyOf(undefined), await bodyOf({ text: '' }, 'text/plain')]).toEqual([null, null]);
    });

    test('structured', async () => {
      const event = { attributes: { ...BASE.attributes, datacontenttype: 'text/plain' }, data: { text: 'é' } };
      const message = await ask.written('structured', event);
      expect(message).toEqual({ headers: { 'content-type': STRUCTURED }, key: null, body: expect.any(String) });
      const body = 'body' in message && message.body;
      expect(JSON.parse(body || '')).toEqual({ ...event.attributes, data: 'é' });
    });

    test('the SDK makes a key of partitionkey, asked or not, and else takes that of its user', async () => {
      const keyed = { attributes: { ...BASE.attributes, partitionkey: 'ké' } };
      const mine = { value: { text: 'mine é' } };
      for (const mode of ['binary', 'structured'] as const) {
        expect(await ask.written(mode, BASE)).toMatchObject({ key: null });
        expect(await ask.written(mode, BASE, mine)).toMatchObject({ key: 'mine é' });
        expect(await ask.written(mode, BASE, { value: { text: '' } })).toMatchObject({ key: '' });
        for (const key of [undefined, { mapper: 'partitionkey' } as const, mine]) {
          expect(await ask.written(mode, keyed, key)).toMatchObject({ key: 'ké' });
        }
      }
      expect(await ask.written('binary', keyed)).toMatchObject({ headers: { ce_partitionkey: 'ké' } });
      const raw = await ask.encode('binary', BASE, { value: { base64: '/w==' } });
      expect(raw).toMatchObject({ message: { key: { base64: '/w==' } } });
    });

    test('an event that the SDK refuses is rejected; there are no batches, and there is no MQTT', async () => {
      const { id: _, ...without } = BASE.attributes;
      for (const mode of ['binary', 'structured'] as const) {
        const reason = expect.stringContaining('id: MUST be a non-empty string');
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
