import { describe, expect, it } from 'vitest';
import type { KafkaMessage, Message, MqttMessage } from '../../../src/binding/types.js';
import type { JsonValue } from '../../../src/event/types.js';
import type { MqttPublish } from '../../../src/target/types.js';
import { loadRegistry } from '../../../suites/registry.js';
import { PARTS } from '../../../suites/relay/parts.js';

const kafka = (more: Partial<KafkaMessage> = {}): KafkaMessage => ({
  binding: 'kafka',
  headers: [
    ['x-b', '1'],
    ['ce_type', 't'],
    ['content-type', 'text/plain'],
    ['ce_id', 'i'],
    ['x-a', '2'],
  ],
  body: Buffer.from('value'),
  ...more,
});

const mqtt = (more: Partial<MqttPublish> = {}, binding: MqttMessage['binding'] = 'mqtt5'): MqttPublish => ({
  binding,
  headers: [],
  body: Buffer.from('payload'),
  ...more,
});

function part(requirement: string, message: Message): JsonValue {
  const found = PARTS.get(requirement);
  if (found === undefined) throw new Error(`no part of ${requirement}`);
  return found.of(message);
}

describe('the parts', () => {
  const brokers = [...loadRegistry().requirements.values()].filter(({ role }) => role === 'broker');

  it('are those of the requirements of brokers', () => {
    const ids = brokers.filter(({ id }) => /^(kafka|mqtt)/.test(id)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([...PARTS.keys()].toSorted());
  });

  it('are recorded where no rule is about them, and judged where one is', () => {
    for (const { id, level } of brokers) {
      if (PARTS.has(id)) expect(Boolean(PARTS.get(id)?.isRecorded), id).toBe(level === 'info');
    }
  });
});

describe('of a record', () => {
  it('bytes are text, or base64 where they are none', () => {
    expect(part('kafka.relay.value', kafka())).toEqual({ text: 'value' });
    expect(part('kafka.relay.value', kafka({ body: Uint8Array.of(0, 255) }))).toEqual({ base64: 'AP8=' });
    expect(part('kafka.relay.key', kafka({ key: Uint8Array.of(255) }))).toEqual({ base64: '/w==' });
    const headers = [['ce_id', '\u00e2\u0082\u00ac']] as const;
    expect(part('kafka.relay.headers', kafka({ headers }))).toEqual([['ce_id', { text: '€' }]]);
  });

  it('null is something else than no bytes', () => {
    expect(part('kafka.relay.null', kafka({ body: new Uint8Array() }))).toEqual({ text: '' });
    expect(part('kafka.relay.null', kafka({ body: new Uint8Array(), isNull: true }))).toBeNull();
    expect(part('kafka.relay.key', kafka())).toBeNull();
    expect(part('kafka.relay.key', kafka({ key: new Uint8Array() }))).toEqual({ text: '' });
    expect(part('kafka.relay.foreign', kafka({ headers: [['x', '']] }))).toMatchObject({ null: [] });
    expect(part('kafka.relay.foreign', kafka({ headers: [], nullHeaders: ['x'] }))).toEqual({
      headers: [],
      null: ['x'],
    });
  });

  it('each header is of one part, by its name to the letter', () => {
    expect(part('kafka.relay.headers', kafka())).toEqual([
      ['ce_id', { text: 'i' }],
      ['ce_type', { text: 't' }],
    ]);
    expect(part('kafka.relay.content-type', kafka())).toEqual([['content-type', { text: 'text/plain' }]]);
    const odd = kafka({
      headers: [
        ['Content-Type', 'a'],
        ['CE_id', 'b'],
      ],
    });
    expect(part('kafka.relay.headers', odd)).toEqual([]);
    expect(part('kafka.relay.content-type', odd)).toEqual([]);
    expect(part('kafka.relay.foreign', odd)).toMatchObject({
      headers: [
        ['CE_id', { text: 'b' }],
        ['Content-Type', { text: 'a' }],
      ],
    });
  });

  it('order counts among headers of one name, and else in the part that is about it', () => {
    const one = kafka();
    const turned = kafka({ headers: one.headers.toReversed() });
    for (const id of ['kafka.relay.headers', 'kafka.relay.foreign']) expect(part(id, turned)).toEqual(part(id, one));
    expect(part('kafka.relay.order', one)).toEqual(['x-b', 'ce_type', 'content-type', 'ce_id', 'x-a']);
    const twice = kafka({
      headers: [
        ['ce_x', 'b'],
        ['ce_x', 'a'],
      ],
    });
    expect(part('kafka.relay.headers', twice)).toEqual([
      ['ce_x', { text: 'b' }],
      ['ce_x', { text: 'a' }],
    ]);
  });
});

describe('of a message of MQTT', () => {
  it('a property that is absent is null, and so is one of another binding', () => {
    const set = mqtt({ contentType: '', payloadFormat: 0, qos: 0 });
    const ids = ['mqtt5.relay.content-type', 'mqtt5.relay.format', 'mqtt.relay.qos'];
    expect(ids.map((id) => part(id, set))).toEqual(['', 0, 0]);
    expect(ids.map((id) => part(id, mqtt()))).toEqual([null, null, null]);
    expect(ids.map((id) => part(id, kafka()))).toEqual([null, null, null]);
  });

  it('all user properties are one part, whatever their names', () => {
    const message = mqtt({
      headers: [
        ['id', 'i'],
        ['foreign', 'f'],
      ],
    });
    expect(part('mqtt5.relay.props', message)).toEqual([
      ['foreign', { text: 'f' }],
      ['id', { text: 'i' }],
    ]);
    expect(part('mqtt5.relay.order', message)).toEqual(['id', 'foreign']);
  });

  it('the payload is one part in both versions, and all there is for the other one', () => {
    for (const id of ['mqtt5.relay.payload', 'mqtt3.relay.payload']) {
      expect(part(id, mqtt({}, 'mqtt3'))).toEqual({ text: 'payload' });
    }
    expect(part('mqtt.bridge', mqtt({}, 'mqtt3'))).toEqual({
      contentType: null,
      properties: [],
      payload: { text: 'payload' },
    });
  });
});
