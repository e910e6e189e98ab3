// Throw-away brokers in containers: programs of this machine and other containers reach them, each at an address of its own.
import { expect, test } from 'vitest';
import { startKafka, startMqtt } from '../../../src/target/container/brokers.js';
import { startTarget } from '../../../src/target/container/start-target.js';
import { openKafka } from '../../../src/target/kafka/open-kafka.js';
import { describeWithImages, left, TAGS } from './helpers/docker.js';
import { openHost, problemOf } from './helpers/host.js';

const PATIENCE = { timeoutMs: 90_000 } as const;

describeWithImages('brokers in containers', ['target', 'mosquitto', 'kafka'], () => {
  test('are reached from outside and from inside', async () => {
    const host = await openHost();
    const [kafka, mqtt] = await Promise.all([
      startKafka(host, TAGS.kafka, PATIENCE),
      startMqtt(host, TAGS.mosquitto, PATIENCE),
    ]);
    expect([kafka, mqtt]).toEqual([
      { outside: expect.stringMatching(/^127\.0\.0\.1:\d+$/), inside: 'kafka:19092' },
      { outside: expect.stringMatching(/^127\.0\.0\.1:\d+$/), inside: 'mqtt:1883' },
    ]);
    // It ends where nobody takes its connections.
    const target = { image: TAGS.target, port: 8080, env: {}, command: [kafka.inside, mqtt.inside] };
    expect(await startTarget(host, target, PATIENCE)).toMatch(/^127\.0\.0\.1:\d+$/);
    await host.close();
    expect(await left()).toEqual([]);
  });

  test('Kafka lets a reader in at once, when it has yet to make the places of all groups', async () => {
    const { outside } = await startKafka(await openHost(), TAGS.kafka, PATIENCE);
    const kafka = await openKafka({ brokers: [outside], tls: false }, { timeoutMs: 60_000 });
    expect(await kafka.close()).toEqual([]);
  });

  test('that are no brokers are told', async () => {
    const host = await openHost();
    const problem = await problemOf(startKafka(host, TAGS.target, { timeoutMs: 1000 }));
    expect(problem).toMatchObject({ code: 'container.start', message: expect.stringContaining('within 1000 ms') });
  });

  test('that cannot start are told with what they last wrote', async () => {
    const host = await openHost();
    const problem = await problemOf(startMqtt(host, TAGS.kafka, PATIENCE));
    expect(problem.message).toMatch(/it ended with exit code 1 and last wrote: "kafka: no variable KAFKA_/);
  });
});
