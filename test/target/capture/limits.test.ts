// What a hostile program, or a broken one, sends: it costs no more memory and no more time than it may, and is told.
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { bodies, connected, opened, post, seenOn, sendRaw } from './helpers/senders.js';

const NONE = { tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 };
const HEAD = 'POST / HTTP/1.1\r\nHost: a\r\n';

describe('too much', () => {
  test('in one body is turned away, and more is served', async () => {
    const capture = await opened({ maxBodyBytes: 20 });
    expect(await post(capture, 'x'.repeat(20))).toBe(202);
    expect(await sendRaw(capture, `${HEAD}Content-Length: 90\r\n\r\n${'x'.repeat(50)}`)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await sendRaw(capture, `${HEAD}Transfer-Encoding: chunked\r\n\r\n32\r\n${'x'.repeat(50)}`)).toMatch(/ 413 /);
    expect(await post(capture, 'y')).toBe(202);
    expect(bodies(capture)).toEqual(['x'.repeat(20), 'y']);
    expect(capture.losses()).toEqual({ ...NONE, tooLarge: 2 });
  });

  test('in one body counts as a message that came', async () => {
    const capture = await opened({ maxBodyBytes: 20 });
    const ending = capture.until({ count: 1, maxMs: 20_000 });
    await sendRaw(capture, `${HEAD}Content-Length: 50\r\n\r\n${'x'.repeat(50)}`);
    expect(await ending).toBe('count');
  });

  test('in a header is turned away', async () => {
    const capture = await opened();
    expect(await sendRaw(capture, `${HEAD}X: ${'y'.repeat(70_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(capture.losses()).toEqual({ ...NONE, tooLarge: 1 });
  });

  test('together is accepted and not kept, nor are its header lines', async () => {
    const capture = await opened({ maxTotalBytes: 100_000 });
    for (const body of ['a', 'b', 'c']) expect(await post(capture, body.repeat(40_000))).toBe(202);
    expect(await post(capture, 'd', { x: 'h'.repeat(60_000) })).toBe(202);
    expect(bodies(capture).map(([first]) => first)).toEqual(['a', 'b']);
    expect(await post(capture, 'e')).toBe(202);
    expect(bodies(capture)).toHaveLength(3);
    expect(capture.losses()).toEqual({ ...NONE, noRoom: 2 });
  });

  test('at a time is not kept, and gives its room back', async () => {
    const capture = await opened({ maxTotalBytes: 100_000 });
    const first = await connected(capture);
    const [held, answered] = [seenOn(first, '100 Continue'), seenOn(first, ' 202 ')];
    first.write(`${HEAD}Content-Length: 60001\r\nExpect: 100-continue\r\n\r\n`);
    await held;
    await new Promise((resolve) => first.write('x'.repeat(60_000), resolve));
    // Read in the order of the writes: that of the first connection came long before this one is answered.
    expect(await post(capture, 'y')).toBe(202);
    expect(await post(capture, 'z'.repeat(60_000))).toBe(202);
    expect(capture.losses()).toEqual({ ...NONE, noRoom: 1 });
    first.destroy();
    await expect.poll(() => capture.losses().incomplete).toBe(1);
    expect(await post(capture, 'z'.repeat(60_000))).toBe(202);
    expect(bodies(capture).map(({ length }) => length)).toEqual([1, 60_000]);
    await expect(Promise.race([answered, Promise.resolve('never')])).resolves.toBe('never');
  });

  test('in number is accepted and not kept; the first are', async () => {
    const capture = await opened({ maxMessages: 2 });
    const ending = capture.until({ count: 4, maxMs: 20_000 });
    for (const body of ['1', '2', '3', '4']) expect(await post(capture, body)).toBe(202);
    expect(await ending).toBe('count');
    expect(bodies(capture)).toEqual(['1', '2']);
    expect(capture.losses()).toEqual({ ...NONE, noRoom: 2 });
  });

  test('of what comes after the end is not counted', async () => {
    const capture = await opened({ maxBodyBytes: 20 });
    await post(capture, 'a');
    await capture.until({ count: 1 });
    await sendRaw(capture, `${HEAD}Content-Length: 50\r\n\r\n${'x'.repeat(50)}`);
    expect(capture.losses()).toEqual(NONE);
  });
});

describe('too little', () => {
  test.each([
    ['a head', `${HEAD}X-A`],
    ['a body', `${HEAD}Content-Length: 9\r\n\r\nhalf`],
    ['a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n9\r\nhalf`],
  ])('the connection ends within %s', async (_, bytes) => {
    const capture = await opened();
    const socket = await connected(capture);
    socket.end(bytes);
    await once(socket.resume(), 'close');
    await expect.poll(() => capture.losses()).toMatchObject({ ...NONE, incomplete: 1 });
    expect(await post(capture, 'more')).toBe(202);
    expect(bodies(capture)).toEqual(['more']);
  });

  test.each([
    ['a head', `${HEAD}X-A`, /^HTTP\/1\.1 408 /],
    ['a body', `${HEAD}Content-Length: 9\r\n\r\nhalf`, /^(?!.* 202 )/],
  ])('and time is over within %s', async (_, bytes, answer) => {
    const capture = await opened({ requestTimeoutMs: 100 });
    expect(await sendRaw(capture, bytes)).toMatch(answer);
    expect(capture.losses()).toMatchObject({ ...NONE, incomplete: 1 });
  });

  test('one byte after the other, for ever', async () => {
    const capture = await opened({ requestTimeoutMs: 100 });
    const socket = await connected(capture);
    socket.removeAllListeners('error').on('error', () => undefined);
    const closed = once(socket.resume(), 'close');
    socket.write(`${HEAD}X: `);
    const dripping = setInterval(() => socket.writable && socket.write('y'), 5);
    await closed;
    clearInterval(dripping);
    expect(capture.losses()).toMatchObject({ ...NONE, incomplete: 1 });
  });

  test('nothing at all is no message', async () => {
    const capture = await opened();
    const socket = await connected(capture);
    socket.end();
    await once(socket.resume(), 'close');
    expect(await post(capture, 'x')).toBe(202);
    expect(capture.losses()).toEqual(NONE);
  });
});

describe('what is no HTTP/1.1', () => {
  test.each([
    ['garbage', '\x00\x01garbage\r\n\r\n', /^the parser says: /],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /^it begins as TLS does, and this is plain HTTP$/],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /^it is HTTP\/2, and not HTTP\/1\.1$/],
    ['a header without a name', `${HEAD}: x\r\n\r\n`, /^the parser says: /],
    ['a number of bytes that is none', `${HEAD}Content-Length: nine\r\n\r\n`, /^the parser says: /],
  ])('%s', async (_, bytes, reason) => {
    const capture = await opened();
    expect(await sendRaw(capture, bytes)).toMatch(/^HTTP\/1\.1 400 /);
    expect(capture.losses()).toEqual({ ...NONE, unreadable: 1, unreadableBecause: expect.stringMatching(reason) });
    expect(capture.messages()).toEqual([]);
  });

  test('a chunk whose length is none', async () => {
    const capture = await opened();
    await sendRaw(capture, `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`);
    expect(capture.losses()).toMatchObject({ ...NONE, unreadable: 1 });
    expect(capture.messages()).toEqual([]);
  });

  test('after a message that is kept; and the first reason is told', async () => {
    const capture = await opened();
    await sendRaw(capture, `${HEAD}Content-Length: 1\r\n\r\nx\x16\x03\x01`);
    const { unreadableBecause } = capture.losses();
    await sendRaw(capture, '\x16\x03\x01');
    expect(bodies(capture)).toEqual(['x']);
    expect(capture.losses()).toEqual({ ...NONE, unreadable: 2, unreadableBecause });
  });
});

test('more connections than anybody needs are not served', async () => {
  const capture = await opened();
  const sockets = await Promise.all(Array.from({ length: 300 }, () => connected(capture)));
  for (const socket of sockets) socket.removeAllListeners('error').on('error', () => undefined);
  await expect.poll(() => capture.losses().incomplete).toBe(300 - 256);
});
