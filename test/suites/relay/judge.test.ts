import { describe, expect, it } from 'vitest';
import type { KafkaMessage } from '../../../src/binding/types.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import type { Observed } from '../../../src/engine/observed.js';
import type { MqttArrival, SinkMessage, Stimulus } from '../../../src/target/types.js';
import { judgeRelay } from '../../../suites/relay/judge.js';

const record: KafkaMessage = {
  binding: 'kafka',
  headers: [
    ['ce_id', 'i'],
    ['content-type', 'text/plain'],
  ],
  body: Buffer.from('value'),
};
const five: MqttArrival = {
  binding: 'mqtt5',
  headers: [['id', 'i']],
  contentType: 'text/plain',
  body: Buffer.from('payload'),
  qos: 1,
};
const three: MqttArrival = { binding: 'mqtt3', headers: [], body: five.body, qos: 1 };
const altered = Buffer.from('other');

/** What is said when these come out of the topic that `sent` was published to. */
function judge(
  requirement: string,
  sent: Stimulus,
  arrived: readonly SinkMessage[],
  more: Partial<Observed> = {},
): Judgement {
  return judgeRelay(
    { requirement, title: 'a message' },
    {
      token: 'i',
      observation: 'sink',
      requests: [sent],
      reactions: [{ kind: 'accepted' }],
      outputs: [],
      answers: [],
      arrived,
      ...more,
    },
  );
}

describe('a rule for brokers', () => {
  it('is kept where the part came out as it was published', () => {
    const text = { text: 'value' };
    expect(judge('kafka.relay.value', record, [record])).toEqual({ status: 'pass', expected: text, actual: text });
  });

  it('is broken where the part came out otherwise, with a cause of its own', () => {
    expect(judge('kafka.relay.value', record, [{ ...record, body: altered }])).toEqual({
      status: 'fail',
      expected: { text: 'value' },
      actual: { text: 'other' },
      message: 'the record value came out otherwise than it was published',
      cause: {
        key: 'relay kafka.relay.value',
        title: 'the record value came out otherwise than it was published: a message',
      },
    });
  });

  it('is about its own part alone', () => {
    const other: KafkaMessage = { ...record, body: altered, key: altered };
    for (const id of ['kafka.relay.headers', 'kafka.relay.content-type']) {
      expect(judge(id, record, [other]).status, id).toBe('pass');
    }
    const { contentType: _, ...bare } = five;
    expect(judge('mqtt5.relay.props', five, [bare, three]).status).toBe('pass');
    expect(judge('mqtt5.relay.content-type', five, [bare, three])).toMatchObject({ status: 'fail', actual: null });
  });

  it('tells a null value from one of no bytes', () => {
    const none: KafkaMessage = { ...record, body: new Uint8Array(), isNull: true };
    const { isNull: _, ...empty } = none;
    expect(judge('kafka.relay.null', none, [none]).status).toBe('pass');
    expect(judge('kafka.relay.null', none, [empty])).toMatchObject({
      status: 'fail',
      expected: null,
      actual: { text: '' },
    });
  });

  it('is about subscribers of the version that it was published in', () => {
    const broken = { ...three, body: altered };
    expect(judge('mqtt5.relay.payload', five, [broken, five]).status).toBe('pass');
    expect(judge('mqtt3.relay.payload', three, [five, broken]).status).toBe('fail');
    expect(judge('mqtt5.relay.payload', five, [three])).toMatchObject({ status: 'fail', cause: { key: 'relay lost' } });
  });

  it('allows a message twice, and says nothing where the second differs', () => {
    expect(judge('kafka.relay.value', record, [record, record]).status).toBe('pass');
    expect(judge('kafka.relay.value', record, [record, { ...record, body: altered }])).toEqual({
      status: 'inconclusive',
      message: 'another message with the same token came out as well',
    });
  });
});

describe('a message that did not come out', () => {
  it('is lost where a later one did', () => {
    expect(judge('kafka.relay.value', record, [])).toMatchObject({
      status: 'fail',
      actual: null,
      message: 'the message did not come out, so the record value did not either',
      cause: { key: 'relay lost', title: 'A message is lost: a message' },
    });
  });

  it('says nothing where no later one did either', () => {
    for (const id of ['kafka.relay.value', 'kafka.relay.key']) {
      expect(judge(id, record, [], { fence: 'lost' }).status, id).toBe('inconclusive');
    }
  });

  it('says nothing where it was never taken', () => {
    const failure = { code: 'too-large', message: 'the record is too large' } as const;
    const reactions = [{ kind: 'broken', failure }] as const;
    expect(judge('kafka.relay.value', record, [], { reactions })).toEqual({
      status: 'inconclusive',
      message: 'the record is too large',
    });
  });

  it('is recorded where no rule is about it', () => {
    const { status, message } = judge('kafka.relay.key', record, []);
    expect([status, message]).toEqual(['observed', 'the message did not come out']);
  });
});

describe('what no rule is about', () => {
  it('is recorded either way', () => {
    const keyed: KafkaMessage = { ...record, key: Buffer.from('k') };
    expect(judge('kafka.relay.key', keyed, [keyed])).toEqual({
      status: 'observed',
      message: 'the record key came out as published',
      expected: { text: 'k' },
      actual: { text: 'k' },
    });
    expect(judge('kafka.relay.key', keyed, [record])).toMatchObject({
      status: 'observed',
      message: 'the record key came out otherwise than it was published',
      actual: null,
    });
  });

  it('is, between versions, what the other one gets', () => {
    const actual = { contentType: null, properties: [], payload: { text: 'payload' } };
    expect(judge('mqtt.bridge', five, [five, three])).toMatchObject({ status: 'observed', actual });
    expect(judge('mqtt.bridge', three, [three, five])).toMatchObject({
      status: 'observed',
      actual: { ...actual, contentType: 'text/plain', properties: [['id', { text: 'i' }]] },
    });
    expect(judge('mqtt.bridge', five, [five])).toMatchObject({ status: 'observed', actual: null });
  });
});

it('a requirement that has no part is a fault of the suite', () => {
  expect(() => judge('kafka.relay.nothing', record, [record])).toThrow('nothing is known of kafka.relay.nothing');
});
