import { describe, expect, it, test } from 'vitest';
import { mqttUrl } from '../../../src/target/mqtt/mqtt-url.js';
import { type MqttUse, parseMqttUrl } from '../../../src/target/mqtt/parse-mqtt-url.js';
import type { MqttAddress } from '../../../src/target/mqtt/types.js';

function address(url: string, use?: MqttUse): MqttAddress {
  const parsed = parseMqttUrl(url, use);
  return parsed.kind === 'address' ? parsed.address : expect.fail(parsed.problem.message);
}

function problem(url: string, use?: MqttUse): string {
  const parsed = parseMqttUrl(url, use);
  if (parsed.kind === 'address') expect.fail(`${url} was read`);
  expect(parsed.problem.code).toBe('mqtt.url');
  expect(parsed.problem.hint).toContain('mqtt://');
  return parsed.problem.message.replace('failed to read the address of the MQTT broker: ', '');
}

const plain = { host: 'broker.test', port: 1883, tls: false, version: 5, qos: 1 } as const;

describe('an address', () => {
  test.each<readonly [url: string, address: MqttAddress]>([
    ['mqtt://broker.test', plain],
    ['mqtt://broker.test/', plain],
    ['MQTT://broker.test:1884', { ...plain, port: 1884 }],
    ['mqtts://broker.test', { ...plain, port: 8883, tls: true }],
    ['mqtts://broker.test:1', { ...plain, port: 1, tls: true }],
    ['mqtt://127.0.0.1/in', { ...plain, host: '127.0.0.1', in: 'in' }],
    ['mqtt://[::1]:1883/in', { ...plain, host: '::1', in: 'in' }],
    ['mqtt://broker.test/a/b/in', { ...plain, in: 'a/b/in' }],
    ['mqtt://broker.test//a//b/', { ...plain, in: '/a//b/' }],
    ['mqtt://broker.test/a%3Fb%25?reply=c/d%26e', { ...plain, in: 'a?b%', reply: 'c/d&e' }],
    ['mqtt://broker.test/in?reply=out&version=3&qos=2', { ...plain, in: 'in', reply: 'out', version: 3, qos: 2 }],
    ['mqtt://broker.test?version=5&qos=0', { ...plain, qos: 0 }],
    ['mqtt://user@broker.test', { ...plain, username: 'user' }],
    ['mqtt://user:@broker.test', { ...plain, username: 'user', password: '' }],
    ['mqtt://us%3Aer:p%40ss:w%2Ford@broker.test/in', { ...plain, username: 'us:er', password: 'p@ss:w/ord', in: 'in' }],
    ['mqtt://user:a@b@broker.test', { ...plain, username: 'user', password: 'a@b' }],
  ])('%s', (url, expected) => {
    expect(address(url)).toEqual(expected);
  });

  it('is captured from with wildcards', () => {
    expect(address('mqtt://broker.test/a/+/c/#', 'listen').in).toBe('a/+/c/#');
    expect(address('mqtt://broker.test/%23?version=3', 'listen')).toEqual({ ...plain, in: '#', version: 3 });
    expect(address('mqtt://broker.test', 'listen')).toEqual(plain);
  });
});

describe('a problem', () => {
  test.each([
    ['http://broker.test', 'it has not the form'],
    ['mqtt:broker.test', 'it has not the form'],
    ['mqtt://', 'there is no host'],
    ['mqtt:///in', 'there is no host'],
    ['mqtt://bro ker', '"bro ker" is no host'],
    ['mqtt://[::1', '"[" is no host'],
    ['mqtt://[1.2.3.4]', 'is no host'],
    ['mqtt://broker.test:', 'a port is a number from 1 to 65535'],
    ['mqtt://broker.test:0', 'a port is a number from 1 to 65535'],
    ['mqtt://broker.test:65536', 'a port is a number from 1 to 65535'],
    ['mqtt://broker.test/a/+', 'the topic "a/+" has a wildcard, and messages are published to one topic'],
    ['mqtt://broker.test/#', 'the topic "#" has a wildcard'],
    ['mqtt://broker.test/in?reply=a/#', 'the topic "a/#" has a wildcard'],
    ['mqtt://broker.test/in?reply=a+b', 'the topic "a+b" has a wildcard'],
    ['mqtt://broker.test/in?reply=', 'the topic "" is empty'],
    ['mqtt://broker.test/..', 'is made of dots'],
    ['mqtt://broker.test/a%00', 'has a control character'],
    ['mqtt://broker.test/a%EF%BF%BF', 'one that is no character'],
    [`mqtt://broker.test/${'a'.repeat(65_536)}`, 'has more than 65535 bytes'],
    ['mqtt://broker.test/a%', 'the topic has a % that begins no escape'],
    ['mqtt://broker.test/a%ff', 'the topic has a % that begins no escape'],
    ['mqtt://broker.test?version=4', 'version is 3 (which is 3.1.1) or 5, and not "4"'],
    ['mqtt://broker.test?qos=3', 'qos is 0, 1 or 2'],
    ['mqtt://broker.test?qos=1&qos=1', 'the parameter qos is there twice'],
    ['mqtt://broker.test?tls=true', 'there is no parameter "tls", only reply, version, qos'],
    ['mqtt://:x@broker.test', 'before the @ stand a user, a colon and a password'],
    ['mqtt://a%:b@broker.test', 'the user has a % that begins no escape'],
  ])('%s', (url, expected) => {
    expect(problem(url)).toContain(expected);
  });

  it('is told of a filter, and of what is not for capturing', () => {
    expect(problem('mqtt://broker.test/a/b+', 'listen')).toContain('a wildcard that is no level of its own');
    expect(problem('mqtt://broker.test/#/a', 'listen')).toContain('a # that is not the last');
    expect(problem('mqtt://broker.test/a?reply=b', 'listen')).toContain('only version');
  });

  it('never tells a password, wherever it was put', () => {
    for (const secret of ['s3cret', 's3/cret', 's3?cret', '1/s3cret', 's3#cret', 's3%cret']) {
      const parsed = parseMqttUrl(`mqtt://user:${secret}@broker.test:bad`);
      expect(parsed.kind).toBe('problem');
      expect(JSON.stringify(parsed)).not.toMatch(/s3|cret/);
    }
  });
});

describe('mqttUrl', () => {
  test.each(['in', '/a//b/', 'a?b%c d&e', 'ü/+/#', '../a', 'a/./b', '...'])('is read again as it was: %s', (topic) => {
    const shown = { ...plain, version: 3, username: 'user', password: 's3cret' } as const;
    const { href } = mqttUrl(shown, topic);
    expect(address(href, 'listen')).toEqual({ ...plain, version: 3, in: topic });
  });

  it('names the host as it has to be', () => {
    expect(mqttUrl({ ...plain, host: '::1', tls: true }, 'in').href).toBe('mqtts://[::1]:1883/in?version=5');
  });
});
