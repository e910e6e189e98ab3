// The reasons to end a capture, over real connections.
import { describe, expect, test } from 'vitest';
import { bodies, connected, opened, post, seenOn, textOf } from './helpers/senders.js';

/** What a test that works never waits for. */
const LONG = 600_000;

describe('quiet', () => {
  test('is no message for a while, after at least one', async () => {
    const capture = await opened();
    const ending = capture.until({ quietMs: 300, maxMs: LONG });
    expect(await Promise.race([ending, post(capture, 'a')])).toBe(202);
    await post(capture, 'b');
    expect(await ending).toBe('quiet');
    expect(bodies(capture)).toEqual(['a', 'b']);
  });

  test('does not come before the first message', async () => {
    const capture = await opened();
    expect(await capture.until({ quietMs: 10, maxMs: 80 })).toBe('max-time');
    expect(capture.messages()).toEqual([]);
  });

  test('comes of messages from before, too', async () => {
    const capture = await opened();
    await post(capture, 'a');
    expect(await capture.until({ quietMs: 10, maxMs: LONG })).toBe('quiet');
  });

  test('is not while a message is under way', async () => {
    const capture = await opened();
    const socket = await connected(capture);
    const held = seenOn(socket, '100 Continue');
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n');
    await held;
    const ending = capture.until({ quietMs: 20, maxMs: LONG });
    await post(capture, 'whole');
    await expect(Promise.race([ending, capture.until({}), elapsed(100)])).resolves.toBe('100 ms');
    socket.write('half');
    expect(await ending).toBe('quiet');
    expect(bodies(capture)).toEqual(['whole', 'half']);
  });

  test('is when all that was under way is lost', async () => {
    const capture = await opened();
    const socket = await connected(capture);
    const held = seenOn(socket, '100 Continue');
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n');
    await held;
    await post(capture, 'whole');
    const ending = capture.until({ quietMs: 20, maxMs: LONG });
    socket.destroy();
    expect(await ending).toBe('quiet');
    expect(capture.losses().incomplete).toBe(1);
  });

  test.each([
    ['quiet', { quietMs: 20 }],
    ['program-ended', { ended: Promise.resolve(), graceMs: 20 }],
  ])('is not what a busy machine did not read: %s', async (reason, options) => {
    const capture = await opened();
    const socket = await connected(capture);
    await post(capture, 'a');
    const ending = capture.until({ ...options, maxMs: LONG });
    await Promise.resolve();
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nlate');
    const busyUntil = performance.now() + 60;
    while (performance.now() < busyUntil);
    expect(await ending).toBe(reason);
    expect(bodies(capture)).toEqual(['a', 'late']);
  });

  test('is not broken, nor begun, by what does not count', async () => {
    const capture = await opened({ counts: ({ body }) => textOf(body) !== 'probe' });
    const ending = capture.until({ quietMs: 60, maxMs: LONG });
    const probing = new AbortController();
    const probes = (async () => {
      while (!probing.signal.aborted) await post(capture, 'probe');
    })();
    await expect(Promise.race([ending, elapsed(150)])).resolves.toBe('150 ms');
    await post(capture, 'a');
    expect(await ending).toBe('quiet');
    probing.abort();
    await probes;
  });
});

describe('a program that ended', () => {
  test('ends the capture after what it left in its sockets was read', async () => {
    const capture = await opened();
    const socket = await connected(capture);
    socket.end('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nlast');
    expect(await capture.until({ ended: Promise.resolve(), graceMs: 10, maxMs: LONG })).toBe('program-ended');
    expect(bodies(capture)).toEqual(['last']);
  });

  test('without a message ends it, too; so does one whose end is an error', async () => {
    const [first, second] = [await opened(), await opened()];
    expect(await first.until({ count: 1, ended: Promise.resolve(), graceMs: 1 })).toBe('program-ended');
    expect(await second.until({ count: 1, ended: Promise.reject(new Error('lost')), graceMs: 1 })).toBe(
      'program-ended',
    );
  });

  test('and left another that sends on is not waited for for ever', async () => {
    const capture = await opened();
    const ending = capture.until({ ended: Promise.resolve(), graceMs: 20, maxMs: LONG });
    let isOver = false;
    void ending.then(() => {
      isOver = true;
    });
    while (!isOver) await post(capture, 'more');
    expect(await ending).toBe('program-ended');
    expect(capture.messages().length).toBeGreaterThan(1);
  });

  test('after the count was reached says nothing new', async () => {
    const capture = await opened();
    const ending = capture.until({ count: 1, ended: elapsed(5), graceMs: 1 });
    await post(capture, 'a');
    expect(['count', 'program-ended']).toContain(await ending);
    const again = await opened();
    await post(again, 'a');
    expect(await again.until({ count: 1, ended: Promise.resolve(), graceMs: 0 })).toBe('count');
  });
});

describe('time', () => {
  test('is over, whatever comes', async () => {
    const capture = await opened();
    await post(capture, 'a');
    const started = performance.now();
    expect(await capture.until({ forMs: 50, count: 9, quietMs: LONG, maxMs: LONG })).toBe('for');
    expect(performance.now() - started).toBeGreaterThan(45);
  });

  test('is over before enough came', async () => {
    const capture = await opened();
    await post(capture, 'a');
    expect(await capture.until({ count: 2, maxMs: 30 })).toBe('max-time');
  });
});

describe('an interruption', () => {
  test('ends it at once', async () => {
    const capture = await opened();
    const run = new AbortController();
    const ending = capture.until({ count: 1, signal: run.signal, maxMs: LONG });
    run.abort();
    expect(await ending).toBe('interrupted');
  });

  test('from before ends it, too, whatever else holds', async () => {
    const capture = await opened();
    await post(capture, 'a');
    expect(await capture.until({ count: 1, signal: AbortSignal.abort() })).toBe('interrupted');
  });
});

const elapsed = (ms: number): Promise<string> => new Promise((resolve) => setTimeout(() => resolve(`${ms} ms`), ms));
