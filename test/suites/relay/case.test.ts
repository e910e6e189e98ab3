import { describe, expect, it } from 'vitest';
import { bindingOf, type KafkaMessage } from '../../../src/binding/types.js';
import type { Case } from '../../../src/engine/case.js';
import { observe } from '../../../src/engine/observe.js';
import { relayWith } from '../../../src/reference/relay.js';
import type { SinkMessage } from '../../../src/target/types.js';
import { relayCasesOf } from '../../../suites/relay/case.js';
import { loadSuite } from '../../../suites/suite.js';
import type { RelayVector } from '../../../suites/vector/types.js';
import { evidenceOf } from '../../engine/helpers/observed.js';
import { BASE, requirement } from '../../engine/tiny-suite.js';

const vector: RelayVector = {
  requirement: 'mqtt5.relay.payload',
  variant: 'x',
  title: 'a message',
  carriers: ['mqtt5-binary', 'mqtt5-structured'],
};
const cases = (more: Partial<RelayVector> = {}, level: 'must' | 'info' = 'must'): readonly Case[] =>
  relayCasesOf({ ...vector, ...more }, requirement(vector.requirement, { role: 'broker', level }), BASE);
const only = (more: Partial<RelayVector>): Case => {
  const [item] = cases(more);
  if (item === undefined) throw new Error('no case');
  return item;
};

describe('relayCasesOf', () => {
  it('makes a case for each carrier, which rests on nothing and hands on', () => {
    const made = cases();
    expect(made.map(({ id }) => id)).toEqual([
      'mqtt5.relay.payload/x@mqtt5-binary',
      'mqtt5.relay.payload/x@mqtt5-structured',
    ]);
    for (const item of made) expect(item).toMatchObject({ task: 'relay', needs: 'event', requires: [], level: 'must' });
  });

  it('waits for subscribers of both versions of MQTT, and for the one of Kafka', () => {
    expect(only({ carriers: ['mqtt3-structured'] }).events).toBe(2);
    expect(only({ carriers: ['kafka-binary'] }).events).toBe(1);
  });

  it('expects something of a rule alone', () => {
    expect(cases().map(({ expected }) => expected)).toEqual(Array(2).fill('what was published, byte by byte'));
    expect(cases({}, 'info').map(({ expected }) => expected)).toEqual([undefined, undefined]);
  });

  it('publishes the event as it is patched, with the token of the run', () => {
    const message = { key: { text: 'key-{token}' }, nullHeaders: ['x'] };
    const [sent] = only({ carriers: ['kafka-binary'], message }).stimulus('abc');
    expect(sent).toMatchObject({ binding: 'kafka', key: Buffer.from('key-abc'), nullHeaders: ['x'] });
    expect(sent?.headers).toContainEqual(['ce_id', 'abc']);
    expect(only({ carriers: ['mqtt3-structured'], message: { qos: 2 } }).stimulus('abc')).toMatchObject([{ qos: 2 }]);
  });
});

describe('the cases of brokers', () => {
  const made = loadSuite().cases.filter(({ task }) => task === 'relay');
  const judged = (item: Case, change: (message: SinkMessage) => SinkMessage) => {
    const reply = () => ({ kind: 'published' }) as const;
    const { requests } = evidenceOf(item, reply);
    const arrived = requests.flatMap((one) => relayWith(one, [])).map((one) => change(one as SinkMessage));
    return item.judge(observe(evidenceOf(item, reply, { observation: 'sink', arrived })));
  };

  it('are there for both', () => {
    for (const binding of ['kafka', 'mqtt5', 'mqtt3']) {
      expect(made.some((item) => item.stimulus('t').some((one) => bindingOf(one) === binding))).toBe(true);
    }
  });

  it.each(made.map((item) => [item.id, item] as const))('%s is kept by a broker that changes nothing', (_, item) => {
    expect(judged(item, (message) => message).status).toBe(item.requirement.level === 'info' ? 'observed' : 'pass');
  });

  it('fail where a broker changes everything, but for what is recorded', () => {
    // A value of no bytes has nothing to lose, so bytes are added.
    const spoilt = ({ isNull: _, ...message }: SinkMessage & Pick<KafkaMessage, 'isNull'>): SinkMessage =>
      ({
        ...message,
        headers: [...message.headers.slice(1), ['ce_spoilt', 'x'], ['content-type', 'x/y']],
        body: Buffer.concat([message.body, Buffer.from('!')]),
        ...(message.binding === 'mqtt5' && { contentType: 'x/y' }),
      }) as SinkMessage;
    for (const item of made) {
      expect(judged(item, spoilt).status, item.id).toBe(item.requirement.level === 'info' ? 'observed' : 'fail');
    }
  });
});
