import { describe, expect, test } from 'vitest';
import { parseKafkaUrl } from '../../../src/target/kafka/parse-kafka-url.js';
import type { KafkaAddress } from '../../../src/target/kafka/types.js';
import { redactUrl } from '../../../src/target/redact.js';

const local = { brokers: ['localhost:9092'], tls: false };

describe('parseKafkaUrl', () => {
  test.each<readonly [string, KafkaAddress]>([
    ['kafka://localhost:9092', local],
    ['kafka://localhost', local],
    ['KAFKA://localhost/', local],
    ['kafka://a:1,b.example,10.0.0.1:65535', { brokers: ['a:1', 'b.example:9092', '10.0.0.1:65535'], tls: false }],
    ['kafka://localhost/in?reply=out', { ...local, in: 'in', reply: 'out' }],
    ['kafka://localhost?reply=a.b_c-D', { ...local, reply: 'a.b_c-D' }],
    ['kafka://localhost/a%2Eb', { ...local, in: 'a.b' }],
    ['kafkas://localhost', { ...local, tls: true }],
    ['kafkas://localhost?tls=true', { ...local, tls: true }],
    ['kafka://localhost?tls=true', { ...local, tls: true }],
    ['kafka://localhost?tls=false', local],
    ['kafka://u:p@localhost', { ...local, sasl: { mechanism: 'plain', username: 'u', password: 'p' } }],
    [
      'kafka://u%40x:p:%2F%25@localhost?sasl=SCRAM-SHA-512',
      { ...local, sasl: { mechanism: 'scram-sha-512', username: 'u@x', password: 'p:/%' } },
    ],
  ])('%s', (url, address) => {
    expect(parseKafkaUrl(url)).toEqual({ kind: 'address', address });
  });

  test.each([
    ['http://localhost', 'it has not the form of one'],
    ['kafka:localhost', 'it has not the form of one'],
    ['kafka://localhost#in', 'it has not the form of one'],
    ['kafka://', 'there is no host'],
    ['kafka:///in', 'there is no host'],
    ['kafka://a,,b', 'there is no host'],
    ['kafka://local host', '"local host" is no HOST:PORT'],
    ['kafka://localhost:port', '"localhost:port" is no HOST:PORT'],
    ['kafka://localhost:0', '"localhost:0" has a port that is none'],
    ['kafka://localhost:65536', '"localhost:65536" has a port that is none'],
    ['kafka://[::1]:9092', 'a host is an IPv6 address'],
    ['kafka://localhost/a/b', '"a/b" is no name of a topic'],
    ['kafka://localhost/..', '".." is no name of a topic'],
    [`kafka://localhost/${'x'.repeat(250)}`, 'is no name of a topic'],
    ['kafka://localhost/a%', 'the topic has a % that begins no escape'],
    ['kafka://localhost?reply=', '"" is no name of a topic'],
    ['kafka://localhost?replay=out', 'there is no parameter "replay", only reply, tls, sasl'],
    ['kafka://localhost?reply=a&reply=b', 'the parameter reply is there twice'],
    ['kafka://localhost?tls=yes', 'tls is true or false'],
    ['kafkas://localhost?tls=false', 'kafkas:// is TLS, and tls=false is not'],
    ['kafka://u:p@localhost?sasl=gssapi', 'sasl is one of plain, scram-sha-256, scram-sha-512'],
    ['kafka://localhost?sasl=plain', 'sasl needs a user and a password before the host'],
    ['kafka://u@localhost', 'before the @ stand a user, a colon and a password'],
    ['kafka://u:@localhost', 'before the @ stand a user, a colon and a password'],
    ['kafka://u:%zz@localhost', 'the password has a % that begins no escape'],
  ])('refuses %s: %s', (url, why) => {
    const parsed = parseKafkaUrl(url);
    expect(parsed).toMatchObject({ kind: 'problem', problem: { code: 'kafka.url' } });
    const { message, hint } = parsed.kind === 'problem' ? parsed.problem : { message: '', hint: '' };
    expect(message).toMatch(/^failed to read the address of Kafka: /);
    expect(message).toContain(why);
    expect(hint).toContain('kafka://[USER:PASSWORD@]HOST:PORT');
  });

  test('no secret is told, whatever is wrong', () => {
    const secret = 's3cret';
    for (const rest of ['', ':x', '/a/b', '?tls=1', '?nothing=1', '?sasl=none', '/..', ' ', ':99999', '#', ',,']) {
      for (const user of [`u:${secret}`, `${secret}`, `u:${secret}%`, `u:a@${secret}`]) {
        const parsed = parseKafkaUrl(`kafka://${user}@localhost${rest}`);
        if (parsed.kind === 'problem') expect(JSON.stringify(parsed)).not.toContain(secret);
      }
    }
    expect(redactUrl(`kafka://u:${secret}@a:1,b:2/in?reply=out`)).toBe('kafka://[redacted]@a:1,b:2/in?reply=out');
  });

  test('what moves a cursor is told escaped', () => {
    const parsed = parseKafkaUrl('kafka://localhost/\u001b[2J');
    expect(JSON.stringify(parsed)).not.toContain('\u001b');
    expect(parsed).toMatchObject({ problem: { message: expect.stringContaining('\\u001b') } });
  });
});
