// What the driver promises, over a real broker: exact bytes both ways, nothing old, nothing left behind.
import kafkajs, { type Admin } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KafkaMessage } from '../../../src/binding/types.js';
import { withAdmin } from '../../../src/target/kafka/admin.js';
import { openKafka } from '../../../src/target/kafka/open-kafka.js';
import { startKafkaCapture } from '../../../src/target/kafka/start-kafka-capture.js';
import type { KafkaSettings, OpenedKafka } from '../../../src/target/kafka/types.js';
import { limitOf } from '../../../src/target/kafka/within.js';
import { describeWithKafka, type SomeBroker } from './helpers/with-kafka.js';

const TOKEN = 't00000000000a';
const LIMITS = { timeoutMs: 30_000 };
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const record = (parts: Partial<KafkaMessage>): KafkaMessage => ({
  binding: 'kafka',
  headers: [],
  body: bytes(''),
  ...parts,
});

/** The groups that have a member which reads the topic. */
const groupsOf =
  (topic: string) =>
  async (admin: Admin): Promise<readonly string[]> => {
    const { groups } = await admin.listGroups();
    const { groups: described } = await admin.describeGroups(groups.map(({ groupId }) => groupId));
    const reads = (assignment: Buffer): boolean => assignment.includes(topic);
    return described
      .filter(({ members }) => members.some(({ memberAssignment }) => reads(memberAssignment)))
      .map(({ groupId }) => groupId);
  };

/** Snappy without any compression: the length, and then literals of at most 60 bytes. */
function literalSnappy(plain: Buffer): Buffer {
  const parts: Buffer[] = [];
  let length = plain.length;
  for (; length > 0x7f; length >>>= 7) parts.push(Buffer.from([(length & 0x7f) | 0x80]));
  parts.push(Buffer.from([length]));
  for (let at = 0; at < plain.length; at += 60) {
    const literal = plain.subarray(at, at + 60);
    parts.push(Buffer.from([(literal.length - 1) << 2]), literal);
  }
  return Buffer.concat(parts);
}

describeWithKafka('the Kafka driver', (start) => {
  let broker: SomeBroker;
  let settings: KafkaSettings;
  beforeAll(async () => {
    broker = await start();
    settings = { brokers: [broker.address], tls: false };
  });
  afterAll(async () => {
    if (broker !== undefined)
      await withAdmin(settings, limitOf(30_000), (admin) => admin.deleteTopics({ topics: ['many'] }));
    await broker?.end();
  });

  const inside = async (): Promise<{ readonly topics: readonly string[]; readonly groups: readonly string[] }> =>
    withAdmin(settings, limitOf(30_000), async (admin) => ({
      topics: (await admin.listTopics()).filter((name) => !name.startsWith('__')).toSorted(),
      groups: (await admin.listGroups()).groups.map(({ groupId }) => groupId),
    }));

  async function opened<T>(parts: Partial<KafkaSettings>, use: (kafka: OpenedKafka) => Promise<T>): Promise<T> {
    const kafka = await openKafka({ ...settings, ...parts }, LIMITS);
    try {
      return await use(kafka);
    } finally {
      expect(await kafka.close()).toEqual([]);
    }
  }

  const SEVEN = '\x00\x01\x7f\x80\xc3\xa9\xff';
  const exact: Readonly<Record<string, Partial<KafkaMessage>>> = {
    'a null value and a null key': { isNull: true, headers: [['ce_id', TOKEN]] },
    'an empty value and an empty key': { key: bytes(''), headers: [['ce_id', TOKEN]] },
    'any bytes': { key: bytes(SEVEN), body: bytes(`${SEVEN}${TOKEN}`), headers: [['é\u{1f600}', SEVEN]] },
    'a token in the key alone': { key: bytes(`k-${TOKEN}`) },
    'the order of headers, and of those that repeat': {
      headers: [
        ['b', '1'],
        ['a', ''],
        ['b', '2'],
        ['ce_id', TOKEN],
        ['a', 'again'],
        ['b', '1'],
      ],
    },
    'names that mean something to JavaScript': {
      headers: [
        ['z', 'first'],
        ['10', 'x'],
        ['9', 'y'],
        ['__proto__', 'p'],
        ['constructor', 'c'],
        ['__proto__', 'q'],
        ['', 'no name'],
        ['ce_id', TOKEN],
      ],
    },
    'null headers beside others': { headers: [['ce_id', TOKEN]], nullHeaders: ['ce_subject', 'a', 'a'] },
    'null headers alone': { nullHeaders: ['ce_subject'], body: bytes(TOKEN) },
  };

  describe('over one topic, where what is sent is what arrives', () => {
    let relay: OpenedKafka;
    beforeAll(async () => {
      relay = await openKafka({ ...settings, in: 'relay', reply: 'relay' }, LIMITS);
    });
    afterAll(() => relay?.close());

    test.each(Object.entries(exact))('%s', async (_, parts) => {
      const sent = record(parts);
      expect(await relay.target.exchange(sent, { timeoutMs: 10_000 })).toEqual({
        reply: { kind: 'published' },
        ms: expect.any(Number),
      });
      expect(await relay.sink.take(TOKEN, { count: 1, timeoutMs: 10_000 })).toEqual([sent]);
    });

    test('a hundred at a time, each found by its own token', async () => {
      const tokens = Array.from({ length: 100 }, (_, index) => `t${String(index).padStart(12, '1')}`);
      const found = await Promise.all(
        tokens.map(async (token) => {
          await relay.target.exchange(record({ body: bytes(token) }), { timeoutMs: 20_000 });
          return relay.sink.take(token, { count: 1, timeoutMs: 20_000 });
        }),
      );
      expect(found).toEqual(tokens.map((token) => [record({ body: bytes(token) })]));
      expect([relay.target.interruptions?.(), relay.sink.dropped]).toEqual([0, 0]);
    });

    test('a group that another joins and leaves again has lost nothing, and was interrupted', async () => {
      const own = await openKafka({ ...settings, in: 'shared', reply: 'shared' }, LIMITS);
      const [groupId = ''] = await withAdmin(settings, limitOf(30_000), groupsOf('shared'));
      const kafka = new kafkajs.Kafka({ brokers: [broker.address], logLevel: kafkajs.logLevel.NOTHING });
      const other = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
      await other.connect();
      await other.subscribe({ topic: 'shared' });
      const joined = new Promise((resolve) => other.on(other.events.GROUP_JOIN, resolve));
      await other.run({ autoCommit: false, eachMessage: () => Promise.resolve() });
      await joined;
      for (const body of ['1', '2', '3']) {
        await own.target.exchange(record({ body: bytes(`${body} ${TOKEN}`) }), { timeoutMs: 10_000 });
      }
      await other.disconnect();
      expect(await own.sink.take(TOKEN, { count: 3, timeoutMs: 30_000 })).toHaveLength(3);
      expect(own.target.interruptions?.()).toBeGreaterThan(0);
      expect(await own.close()).toEqual([]);
    });

    test('a message above the limit of the broker is too large, and the next is not', async () => {
      const large = await relay.target.exchange(record({ body: new Uint8Array(2_000_000) }), { timeoutMs: 10_000 });
      expect(large.reply).toEqual({
        kind: 'failure',
        failure: { code: 'too-large', message: expect.stringContaining('MESSAGE_TOO_LARGE') },
      });
      const next = await relay.target.exchange(record({ body: new Uint8Array(900_000) }), { timeoutMs: 10_000 });
      expect(next.reply).toEqual({ kind: 'published' });
    });

    test('what is no message of Kafka is a mistake of whoever sends it', () => {
      const request = { method: 'POST', via: 'client', headers: [], body: bytes('') } as const;
      expect(() => relay.target.exchange(request, { timeoutMs: 1000 })).toThrow('a message of http');
    });

    test('a run that was ended sends nothing', async () => {
      const reply = { kind: 'failure', failure: { code: 'aborted', message: expect.any(String) } };
      const signal = AbortSignal.abort();
      expect(await relay.target.exchange(record({}), { timeoutMs: 1000, signal })).toMatchObject({ reply });
      const own = await openKafka(settings, LIMITS);
      await own.close();
      expect(await own.target.exchange(record({}), { timeoutMs: 1000 })).toMatchObject({ reply });
      expect(await own.sink.take(TOKEN, { count: 1, timeoutMs: 60_000 })).toEqual([]);
    });
  });

  test('what a topic held before is never taken for a reply', async () => {
    await opened({ in: 'old', reply: 'old-replies' }, async (first) => {
      await opened({ in: 'old', reply: 'old' }, async (other) => {
        await other.target.exchange(record({ body: bytes(`before ${TOKEN}`) }), { timeoutMs: 10_000 });
        await opened({ in: 'old', reply: 'old' }, async (late) => {
          await late.target.exchange(record({ body: bytes(`after ${TOKEN}`) }), { timeoutMs: 10_000 });
          const seen = await late.sink.take(TOKEN, { count: 2, timeoutMs: 1500 });
          expect(seen).toEqual([record({ body: bytes(`after ${TOKEN}`) })]);
        });
        expect(await other.sink.take(TOKEN, { count: 2, timeoutMs: 10_000 })).toHaveLength(2);
      });
      expect(await first.sink.take(TOKEN, { count: 1, timeoutMs: 0 })).toEqual([]);
    });
  });

  test('all partitions of a topic are read', async () => {
    await withAdmin(settings, limitOf(30_000), (admin) =>
      admin.createTopics({ topics: [{ topic: 'many', numPartitions: 5, replicationFactor: 1 }] }),
    );
    await opened({ in: 'many', reply: 'many' }, async ({ target, sink }) => {
      const keys = Array.from({ length: 40 }, (_, index) => bytes(`${TOKEN}-${index}`));
      await Promise.all(keys.map((key) => target.exchange(record({ key }), { timeoutMs: 10_000 })));
      expect(await sink.take(TOKEN, { count: 40, timeoutMs: 20_000 })).toHaveLength(40);
    });
    expect((await inside()).topics).toContain('many');
  });

  test('leaves no topic and no group: its own go, one that was there stays, one that was made for it goes', async () => {
    const before = await inside();
    await opened({}, async ({ topics }) => {
      expect(topics).toEqual({
        in: expect.stringMatching(/^ce-conform-.*-in$/),
        reply: expect.stringMatching(/-out$/),
      });
      expect((await inside()).topics).toEqual([...before.topics, topics.in, topics.reply].toSorted());
    });
    await opened({ in: 'made-for-it', reply: 'many' }, async () => {
      expect((await inside()).topics).toContain('made-for-it');
    });
    expect(await inside()).toEqual(before);
  });

  test('leaves nothing either when it is ended while it opens', async () => {
    const before = await inside();
    for (const ms of [1, 30, 60, 90, 120, 150, 200, 250, 300]) {
      const abort = new AbortController();
      const opening = openKafka(settings, { ...LIMITS, signal: abort.signal });
      const timer = setTimeout(() => abort.abort(), ms);
      await opening.then(
        (kafka) => kafka.close(),
        (error: unknown) => expect(error).toMatchObject({ problem: { code: 'kafka.aborted' } }),
      );
      clearTimeout(timer);
    }
    // A broker tells of a topic that is deleted for a while yet.
    await expect.poll(inside).toEqual(before);
  });

  describe('a capture', () => {
    test('holds what producers send from the moment it listens, and ends as one over HTTP does', async () => {
      const capture = await startKafkaCapture({ ...settings, in: 'captured' }, LIMITS);
      expect([capture.url.href, capture.topic]).toEqual([`kafka://${broker.address}/captured`, 'captured']);
      const ended = capture.until({ count: 2 });
      await opened({ in: 'captured' }, async ({ target }) => {
        await target.exchange(record({ key: bytes('k'), body: bytes('1') }), { timeoutMs: 10_000 });
        await target.exchange(record({ isNull: true }), { timeoutMs: 10_000 });
        expect(await ended).toBe('count');
        await target.exchange(record({ body: bytes('3') }), { timeoutMs: 10_000 });
      });
      expect(capture.messages()).toEqual([record({ key: bytes('k'), body: bytes('1') }), record({ isNull: true })]);
      expect(capture.losses()).toEqual({ tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 });
      await capture.close();
      expect(capture.left()).toEqual([]);
      expect((await inside()).topics).not.toContain('captured');
    });

    test('keeps no more than it may, and counts the rest', async () => {
      const options = {
        ...LIMITS,
        maxBodyBytes: 10,
        maxMessages: 2,
        counts: ({ body }: { body: Uint8Array }) => body.length > 1,
      };
      const capture = await startKafkaCapture(settings, options);
      await opened({ in: capture.topic }, async ({ target }) => {
        for (const body of ['0', '01', '01234567890', '012']) {
          await target.exchange(record({ body: bytes(body) }), { timeoutMs: 10_000 });
        }
        expect(await capture.until({ count: 3, maxMs: 20_000 })).toBe('count');
      });
      expect(capture.messages()).toHaveLength(2);
      expect(capture.losses()).toMatchObject({ tooLarge: 1, noRoom: 1 });
      await capture.close();
    });

    test('waits for all that a program sent before it ended', async () => {
      const capture = await startKafkaCapture(settings, LIMITS);
      const program = opened({ in: capture.topic }, ({ target }) =>
        Promise.all(
          Array.from({ length: 500 }, (_, index) =>
            target.exchange(record({ body: bytes(`${index}`) }), { timeoutMs: 20_000 }),
          ),
        ),
      );
      expect(await capture.until({ ended: program, graceMs: 1 })).toBe('program-ended');
      expect(capture.messages()).toHaveLength(500);
      await capture.close();
    });

    test('passes over what is compressed in a way that nobody reads here, says so, and reads on', async () => {
      const capture = await startKafkaCapture(settings, LIMITS);
      const kafka = new kafkajs.Kafka({ brokers: [broker.address], logLevel: kafkajs.logLevel.NOTHING });
      const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
      await producer.connect();
      const codecs = kafkajs.CompressionCodecs;
      const before = codecs[kafkajs.CompressionTypes.Snappy];
      const { topic } = capture;
      const compress = (encoder: { readonly buffer: Buffer }) => Promise.resolve(literalSnappy(encoder.buffer));
      codecs[kafkajs.CompressionTypes.Snappy] = () => ({ compress });
      const messages = [{ value: 'a' }, { value: 'b' }];
      await producer.send({ topic, compression: kafkajs.CompressionTypes.Snappy, messages });
      codecs[kafkajs.CompressionTypes.Snappy] = before;
      await expect
        .poll(() => capture.losses(), { timeout: 20_000 })
        .toMatchObject({
          unreadable: 2,
          unreadableBecause: expect.stringContaining('compressed'),
        });
      await producer.send({ topic, compression: kafkajs.CompressionTypes.GZIP, messages: [{ value: 'c' }] });
      await producer.disconnect();
      expect(await capture.until({ count: 1, maxMs: 30_000 })).toBe('count');
      expect(capture.messages().map(({ body }) => Buffer.from(body).toString())).toEqual(['c']);
      await capture.close();
    });

    test('is interrupted by its end, and by its signal', async () => {
      const capture = await startKafkaCapture(settings, LIMITS);
      const ended = capture.until({});
      await capture.close();
      expect(await ended).toBe('interrupted');
      const other = await startKafkaCapture(settings, LIMITS);
      expect(await other.until({ signal: AbortSignal.abort() })).toBe('interrupted');
      await other.close();
    });
  });
});
