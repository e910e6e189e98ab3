// Every way in which a cluster cannot be used: told in plain words, in time, and with nothing left behind.
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { withAdmin } from '../../../src/target/kafka/admin.js';
import { type KafkaProblem, kafkaProblemOf } from '../../../src/target/kafka/kafka-problem.js';
import { openKafka } from '../../../src/target/kafka/open-kafka.js';
import { startKafkaCapture } from '../../../src/target/kafka/start-kafka-capture.js';
import type { KafkaSettings } from '../../../src/target/kafka/types.js';
import { limitOf } from '../../../src/target/kafka/within.js';
import { selfSigned } from '../helpers/self-signed.js';
import { startBroker, type TestBroker } from './helpers/broker.js';
import { describeWithJars } from './helpers/with-kafka.js';

/** The problem of an attempt that has to fail. */
async function problemOf(settings: KafkaSettings, timeoutMs = 10_000, signal?: AbortSignal): Promise<KafkaProblem> {
  const started = performance.now();
  const limits = { timeoutMs, ...(signal !== undefined && { signal }) };
  const error = await openKafka(settings, limits).then(
    async (kafka) => kafka.close().then(() => new Error('it could be opened')),
    (cause: unknown) => cause,
  );
  // Twice: as much again is for the removal of what was made.
  expect(performance.now() - started).toBeLessThan(2 * timeoutMs + 5000);
  const problem = kafkaProblemOf(error);
  if (problem === undefined) throw error;
  expect(problem.message).toMatch(/^failed to /);
  expect(problem.hint).not.toBe('');
  expect(JSON.stringify(problem)).not.toContain('s3cret');
  return problem;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const plain = (broker: string): KafkaSettings => ({ brokers: [broker], tls: false });

describe('what is no broker', () => {
  test('nobody listens there', async () => {
    const server = createServer();
    const address = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const problem = await problemOf(plain(address));
    expect(problem.code).toBe('kafka.unreachable');
    expect(problem.message).toContain(`there is no connection to "${address}" (ECONNREFUSED)`);
  });

  test('there is no host of that name', async () => {
    expect(await problemOf(plain('nobody.invalid:9092'))).toMatchObject({
      code: 'kafka.unreachable',
      message: expect.stringMatching(/nobody\.invalid:9092.*(?:ENOTFOUND|EAI_AGAIN)/),
    });
  });

  test('a web server listens there', async () => {
    const address = await listening(createHttpServer((_, response) => response.end()));
    const problem = await problemOf(plain(address));
    expect([problem.code, problem.message]).toEqual(['kafka.protocol', expect.stringContaining('it looks like HTTP')]);
  });

  test('whoever listens there says nothing', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const address = await listening(createServer((socket) => sockets.add(socket.on('error', () => undefined))));
    const problem = await problemOf(plain(address), 700);
    expect([problem.code, problem.message]).toEqual(['kafka.protocol', expect.stringContaining('says nothing')]);
    for (const socket of sockets) socket.destroy();
  });

  test('whoever listens there closes at once', async () => {
    const problem = await problemOf(plain(await listening(createServer((socket) => socket.end()))));
    expect([problem.code, problem.message]).toEqual([
      'kafka.protocol',
      expect.stringContaining('closed the connection'),
    ]);
    expect(problem.hint).toContain('kafkas://');
  });

  test('the run is ended meanwhile', async () => {
    const address = await listening(createServer((socket) => void socket.on('error', () => undefined)));
    const abort = new AbortController();
    setImmediate(() => abort.abort());
    expect((await problemOf(plain(address), 60_000, abort.signal)).code).toBe('kafka.aborted');
  });

  test('a capture fails in the same way', async () => {
    const address = await listening(createServer((socket) => socket.end()));
    const failing = startKafkaCapture(plain(address), { timeoutMs: 10_000 });
    await expect(failing).rejects.toMatchObject({ problem: { code: 'kafka.protocol' } });
  });
});

describeWithJars('a broker with users, rights and TLS', (jars) => {
  const identity = selfSigned();
  const pem = (text: string): string => text.trim().replaceAll('\n', '\\n');
  const users = 'user_root="s3cret" user_guest="s3cret" user_reader="s3cret"';
  let broker: TestBroker;
  let plainly: KafkaSettings;
  let sasl: (username: string, password?: string) => KafkaSettings;
  let tls: KafkaSettings;

  beforeAll(async () => {
    broker = await startBroker(jars, {
      listeners: { SASL: 'SASL_PLAINTEXT', TLS: 'SSL' },
      properties: {
        'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
        'super.users': 'User:ANONYMOUS;User:root;User:scram',
        'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
        'listener.name.sasl.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${users};`,
        'listener.name.sasl.scram-sha-256.sasl.jaas.config':
          'org.apache.kafka.common.security.scram.ScramLoginModule required;',
        'listener.name.sasl.scram-sha-512.sasl.jaas.config':
          'org.apache.kafka.common.security.scram.ScramLoginModule required;',
        'ssl.keystore.type': 'PEM',
        'ssl.keystore.certificate.chain': pem(identity.cert),
        'ssl.keystore.key': pem(identity.key),
        'auto.create.topics.enable': 'false',
      },
      format: [256, 512].flatMap((bits) => ['--add-scram', `SCRAM-SHA-${bits}=[name=scram,password=s3cret]`]),
    });
    plainly = plain(broker.address);
    tls = { brokers: [broker.others['TLS'] ?? ''], tls: true };
    sasl = (username, password = 's3cret') => ({
      ...plain(broker.others['SASL'] ?? ''),
      sasl: { mechanism: 'plain', username, password },
    });
  });
  afterAll(() => broker?.end());

  async function works(settings: KafkaSettings): Promise<void> {
    const kafka = await openKafka(settings, { timeoutMs: 20_000 });
    const sent = { binding: 'kafka', headers: [], body: Buffer.from('x') } as const;
    const { reply } = await kafka.target.exchange(sent, { timeoutMs: 10_000 });
    expect([reply, await kafka.close()]).toEqual([{ kind: 'published' }, []]);
  }

  test('a user is let in by each mechanism', async () => {
    await works(sasl('root'));
    for (const mechanism of ['scram-sha-256', 'scram-sha-512'] as const) {
      await works({ ...sasl(''), sasl: { mechanism, username: 'scram', password: 's3cret' } });
    }
  });

  test('a wrong password, no user and a user too many are told apart from all else', async () => {
    const wrong = await problemOf(sasl('root', 's3cret-not'));
    expect([wrong.code, wrong.message]).toEqual([
      'kafka.auth',
      expect.stringContaining('refused the user and password'),
    ]);
    const scram = { mechanism: 'scram-sha-256', username: 'root', password: 's3cret' } as const;
    expect((await problemOf({ ...sasl(''), sasl: scram })).code).toBe('kafka.auth');
    expect(await problemOf({ ...plainly, sasl: scram })).toMatchObject({ code: 'kafka.auth' });
    const { sasl: _, ...nobody } = sasl('root');
    const started = performance.now();
    expect(await problemOf(nobody)).toMatchObject({
      code: 'kafka.protocol',
      hint: expect.stringContaining('USER:PASSWORD@'),
    });
    // Nothing was made, so nothing is waited for.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('TLS with the right authority, or with none asked for', async () => {
    await works({ ...tls, ca: identity.cert });
    await works({ ...tls, insecure: true });
  });

  test('TLS that cannot be, from both sides', async () => {
    const unknown = await problemOf(tls);
    expect([unknown.code, unknown.message]).toEqual(['kafka.tls', expect.stringContaining('SELF_SIGNED')]);
    expect(unknown.hint).toContain('--ca');
    expect((await problemOf({ ...plainly, tls: true }, 5000)).code).toBe('kafka.tls');
    expect((await problemOf({ ...tls, tls: false }, 5000)).code).toMatch(/^kafka\.(?:tls|protocol)$/);
  });

  test('a user without rights is told so, and a topic that it may see and not make is named', async () => {
    const guest = await problemOf({ ...sasl('guest'), in: 'closed', reply: 'closed' });
    expect([guest.code, guest.message]).toEqual([
      'kafka.denied',
      expect.stringContaining('TOPIC_AUTHORIZATION_FAILED'),
    ]);
    await withAdmin(plainly, limitOf(20_000), (admin) =>
      admin.createAcls({
        acl: [
          {
            resourceType: 2, // topic
            resourceName: '*',
            resourcePatternType: 3, // literal
            principal: 'User:reader',
            host: '*',
            operation: 8, // describe
            permissionType: 3, // allow
          },
        ],
      }),
    );
    const own = await problemOf(sasl('reader'));
    expect([own.code, own.message]).toEqual([
      'kafka.topic',
      expect.stringMatching(/topic ce-conform-\w+-in: .*_FAILED/),
    ]);
    const reader = await problemOf({ ...sasl('reader'), in: 'missing', reply: 'missing' });
    expect([reader.code, reader.message]).toEqual([
      'kafka.topic',
      expect.stringContaining('failed to find the topic missing: there is none, and the broker does not make it'),
    ]);
  });

  test('a message that the user may not write is refused by the broker', async () => {
    const names = ['seen'];
    await withAdmin(plainly, limitOf(20_000), async (admin) => {
      await admin.createTopics({ topics: names.map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1 })) });
      const acl = { resourcePatternType: 3, principal: 'User:reader', host: '*', operation: 3, permissionType: 3 };
      await admin.createAcls({
        acl: [
          { ...acl, resourceType: 2, resourceName: '*' },
          { ...acl, resourceType: 3, resourceName: '*' },
        ],
      });
    });
    const kafka = await openKafka({ ...sasl('reader'), in: 'seen', reply: 'seen' }, { timeoutMs: 20_000 });
    const sent = { binding: 'kafka', headers: [], body: Buffer.from('x') } as const;
    const { reply } = await kafka.target.exchange(sent, { timeoutMs: 10_000 });
    expect(reply).toEqual({
      kind: 'failure',
      failure: { code: 'broker', message: expect.stringContaining('TOPIC_AUTHORIZATION_FAILED') },
    });
    expect(await kafka.close()).toEqual([]);
  });

  test('and after all of that no topic of a run is there', async () => {
    const topics = await withAdmin(plainly, limitOf(20_000), (admin) => admin.listTopics());
    expect(topics.filter((name) => !name.startsWith('__'))).toEqual(['seen']);
  });
});
