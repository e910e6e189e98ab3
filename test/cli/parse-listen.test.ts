import { describe, expect, test } from 'vitest';
import { parseListen } from '../../src/cli/parse-listen.js';
import { diagnosticOf } from './helpers/diagnostic.js';

describe('an address', () => {
  test.each([
    [':0', '127.0.0.1', 0],
    [':8080', '127.0.0.1', 8080],
    [':00080', '127.0.0.1', 80],
    ['127.0.0.1:8080', '127.0.0.1', 8080],
    ['0.0.0.0:80', '0.0.0.0', 80],
    ['localhost:65535', 'localhost', 65_535],
    ['my_host.example-1.test:1', 'my_host.example-1.test', 1],
    ['[::1]:0', '::1', 0],
    ['[::]:8080', '::', 8080],
    ['[fe80::1%eth0]:1', 'fe80::1%eth0', 1],
    ['[::ffff:127.0.0.1]:1', '::ffff:127.0.0.1', 1],
  ])('%s', (text, host, port) => {
    expect(parseListen(text)).toEqual({ host, port });
  });
});

describe('what is none', () => {
  test.each([
    ['', 'there is no port'],
    ['8080', 'a colon stands before the port'],
    ['localhost', 'there is no port'],
    ['[::1]', 'there is no port'],
    [':', 'a port is a number from 0 to 65535'],
    ['localhost:', 'a port is a number from 0 to 65535'],
    [':65536', 'a port is a number from 0 to 65535'],
    [':-1', 'a port is a number from 0 to 65535'],
    [':1e3', 'a port is a number from 0 to 65535'],
    [':80/', 'a port is a number from 0 to 65535'],
    ['::1:80', 'an IPv6 address stands in brackets'],
    ['::1', 'an IPv6 address stands in brackets'],
    ['[localhost]:80', 'an IPv6 address stands in brackets, and nothing else does'],
    ['[]:80', 'an IPv6 address stands in brackets, and nothing else does'],
    ['http://localhost:80', 'an address to listen on is no URL'],
    ['user@host:80', 'the host is no name and no address'],
    ['a b:80', 'the host is no name and no address'],
    ['a\nb:80', 'the host is no name and no address'],
  ])('%j', async (text, why) => {
    const { message, hint, exit } = await diagnosticOf(() => parseListen(text));
    expect(message).toBe(`failed to read --listen: saw ${JSON.stringify(text)}, and ${why}`);
    expect({ exit, hint }).toEqual({ exit: 2, hint: expect.stringContaining(':8080') });
  });
});
