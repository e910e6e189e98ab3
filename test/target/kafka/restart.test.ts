// A broker that is killed and started again in the middle of everything.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KafkaMessage } from '../../../src/binding/types.js';
import { openKafka } from '../../../src/target/kafka/open-kafka.js';
import { startKafkaCapture } from '../../../src/target/kafka/start-kafka-capture.js';
import type { OpenedKafka } from '../../../src/target/kafka/types.js';
import { startBroker, type TestBroker } from './helpers/broker.js';
import { describeWithJars } from './helpers/with-kafka.js';

const tokenOf = (index: number): string => `t${String(index).padStart(12, '0')}`;
const message = (index: number): KafkaMessage => ({
  binding: 'kafka',
  headers: [['ce_id', tokenOf(index)]],
  body: Buffer.from(`${index}`),
});

describeWithJars('a broker that is killed and started again', (jars) => {
  let broker: TestBroker;
  let opened: OpenedKafka;
  beforeAll(async () => {
    broker = await startBroker(jars);
    opened = await openKafka(
      { brokers: [broker.address], tls: false, in: 'relay', reply: 'relay' },
      { timeoutMs: 20_000 },
    );
  });
  afterAll(() => broker?.end());

  test('is waited for: what is sent meanwhile is published, and everything that was published arrives', async () => {
    const send = (index: number) => opened.target.exchange(message(index), { timeoutMs: 90_000 });
    const arrives = (index: number) => opened.sink.take(tokenOf(index), { count: 1, timeoutMs: 60_000 });
    expect(await send(1)).toMatchObject({ reply: { kind: 'published' } });
    expect(await arrives(1)).toHaveLength(1);
    expect(opened.target.interruptions?.()).toBe(0);

    const capture = await startKafkaCapture(
      { brokers: [broker.address], tls: false, in: 'relay' },
      { timeoutMs: 20_000 },
    );
    await broker.kill();
    const meanwhile = Promise.all(Array.from({ length: 20 }, (_, index) => send(10 + index)));
    // So long none can have come through.
    expect(await opened.target.exchange(message(2), { timeoutMs: 1500 })).toMatchObject({
      reply: { kind: 'failure', failure: { code: 'unreachable' } },
    });
    await broker.restart();
    expect((await meanwhile).map(({ reply }) => reply)).toEqual(Array(20).fill({ kind: 'published' }));
    for (let index = 10; index < 30; index += 1) expect(await arrives(index)).not.toEqual([]);
    expect(opened.target.interruptions?.()).toBeGreaterThan(0);

    // And again all is well.
    const before = opened.target.interruptions?.();
    expect(await send(3)).toMatchObject({ reply: { kind: 'published' } });
    expect(await arrives(3)).toHaveLength(1);
    expect(opened.target.interruptions?.()).toBe(before);

    // Another reader lost nothing either, and nothing came to it twice that was there once.
    expect(await capture.until({ ended: Promise.resolve() })).toBe('program-ended');
    const seen = capture.messages().map(({ body }) => Number(Buffer.from(body).toString()));
    expect(new Set(seen).size).toBeGreaterThanOrEqual(21);
    await capture.close();
  });

  test('a broker that is gone for good is no reason to wait at the end for longer than was said', async () => {
    const own = await openKafka({ brokers: [broker.address], tls: false }, { timeoutMs: 4000 });
    await opened.close();
    await broker.kill();
    const started = performance.now();
    const left = await own.close();
    expect(performance.now() - started).toBeLessThan(8000);
    expect(left.toSorted()).toEqual([own.topics.in, own.topics.reply].toSorted());
  });
});
