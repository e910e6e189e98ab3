import { connect } from 'node:net';
import { request } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SinkOptions, type StartedSink, startSink } from '../../src/target/sink.js';

const TOKEN = 't0123456789ab';

async function open(options?: SinkOptions): Promise<StartedSink> {
  const sink = await startSink(options);
  onTestFinished(() => sink.close());
  return sink;
}

async function send(sink: StartedSink, body: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await request(sink.url, { method: 'POST', body, headers });
  await response.body.dump();
  return response.statusCode;
}

/** All that comes back for these bytes until the sink closes the connection. */
function sendRaw(sink: StartedSink, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const socket = connect(Number(sink.url.port), sink.url.hostname, () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(seen));
    socket.on('error', reject);
  });
}

describe('startSink', () => {
  it('answers 202 with nothing in it, not even a date', async () => {
    const sink = await open();
    const seen = await sendRaw(sink, 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi');
    expect(seen).toBe('HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });

  it('keeps messages as they came: method, path, header lines, bytes', async () => {
    const sink = await open();
    const lines = `Host: a\r\nConnection: close\r\ncE-Id:  ${TOKEN} \r\nX-A:\r\nx-a: \xe9\r\nContent-Length: 3\r\n`;
    await sendRaw(sink, `PUT /a%20b?c HTTP/1.1\r\n${lines}\r\n\x00\xff\n`);
    expect(await sink.take(TOKEN, { count: 1, timeoutMs: 5_000 })).toEqual([
      {
        method: 'PUT',
        path: '/a%20b?c',
        headers: [
          ['Host', 'a'],
          ['Connection', 'close'],
          ['cE-Id', TOKEN],
          ['X-A', ''],
          ['x-a', '\xe9'],
          ['Content-Length', '3'],
        ],
        body: Buffer.from([0, 255, 10]),
      },
    ]);
  });

  it('agrees to web hook validation requests', async () => {
    const sink = await open();
    const { statusCode, headers, body } = await request(sink.url, {
      method: 'OPTIONS',
      headers: { 'WebHook-Request-Origin': 'example.test', 'X-Token': TOKEN },
    });
    expect(await body.text()).toBe('');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ allow: 'POST', 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' });
    expect(await sink.take(TOKEN, { count: 1, timeoutMs: 5_000 })).toMatchObject([{ method: 'OPTIONS' }]);
  });

  it('gives what is there at once', async () => {
    const sink = await open();
    await send(sink, `a ${TOKEN}`);
    await send(sink, 'b', { 'ce-id': TOKEN });
    await send(sink, 'someone else');
    expect(await sink.take(TOKEN, { count: 2, timeoutMs: 600_000 })).toHaveLength(2);
    expect(await sink.take(TOKEN, { count: 1, timeoutMs: 0 })).toEqual([]);
  });

  it('waits for as many as are asked for', async () => {
    const sink = await open();
    const taking = sink.take(TOKEN, { count: 3, timeoutMs: 600_000 });
    for (const body of ['1', '2', '3']) await send(sink, `${body} ${TOKEN}`);
    expect((await taking).map(({ body }) => Buffer.from(body).toString()[0])).toEqual(['1', '2', '3']);
  });

  it('gives what came when the time is over', async () => {
    const sink = await open();
    await send(sink, TOKEN);
    expect(await sink.take(TOKEN, { count: 2, timeoutMs: 30 })).toHaveLength(1);
  });

  it('gives what came when the run ends', async () => {
    const sink = await open();
    const controller = new AbortController();
    const taking = sink.take(TOKEN, { count: 2, timeoutMs: 600_000, signal: controller.signal });
    await send(sink, TOKEN);
    controller.abort();
    expect(await taking).toHaveLength(1);
    expect(await sink.take(TOKEN, { count: 1, timeoutMs: 600_000, signal: controller.signal })).toEqual([]);
  });

  it('gives what came when the sink is closed, and ends connections', async () => {
    const sink = await startSink();
    await send(sink, 'keeps the connection open');
    const taking = sink.take(TOKEN, { count: 1, timeoutMs: 600_000 });
    await sink.close();
    expect(await taking).toEqual([]);
    expect(await sink.take(TOKEN, { count: 1, timeoutMs: 600_000 })).toEqual([]);
  });

  it('tells apart those who wait at the same time', async () => {
    const sink = await open();
    const tokens = Array.from({ length: 200 }, (_, index) => `t${String(index).padStart(12, 'z')}`);
    const taking = tokens.map((token) => sink.take(token, { count: 1, timeoutMs: 5_000 }));
    await Promise.all([...tokens].reverse().map((token) => send(sink, `{"id":"${token}"}`)));
    const bodies = (await Promise.all(taking)).map((messages) =>
      messages.map(({ body }) => Buffer.from(body).toString()),
    );
    expect(bodies).toEqual(tokens.map((token) => [`{"id":"${token}"}`]));
  });

  it('drops the oldest beyond its capacity', async () => {
    const sink = await open({ capacity: 2 });
    for (const body of ['1', '2', '3']) await send(sink, `${body} ${TOKEN}`);
    expect(sink.dropped).toBe(1);
    expect(await sink.take(TOKEN, { count: 2, timeoutMs: 5_000 })).toHaveLength(2);
  });

  it('refuses bodies beyond the limit, and serves on', async () => {
    const sink = await open({ maxBodyBytes: 20 });
    expect(await send(sink, `${TOKEN}${'x'.repeat(7)}`)).toBe(202);
    const long = 'x'.repeat(50);
    expect(await sendRaw(sink, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n${long}`)).toMatch(
      /^HTTP\/1\.1 413 /,
    );
    expect(sink.dropped).toBe(1);
    expect(await send(sink, TOKEN)).toBe(202);
    expect(await sink.take(TOKEN, { count: 2, timeoutMs: 5_000 })).toHaveLength(2);
  });

  it('keeps every header line of a message with thousands', async () => {
    const sink = await open();
    const lines = Array.from({ length: 3_000 }, (_, index) => `x-${index}: 1\r\n`).join('');
    const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${lines}ce-id: ${TOKEN}\r\n\r\n`;
    expect(await sendRaw(sink, head)).toMatch(/^HTTP\/1\.1 202 /);
    const [message] = await sink.take(TOKEN, { count: 1, timeoutMs: 5_000 });
    expect(message?.headers).toHaveLength(3_003);
  });

  it('does not wait for requests that are not complete when it is closed', async () => {
    const sink = await startSink();
    const answer = sendRaw(sink, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n');
    // Known to have arrived: a second request on another connection was answered.
    await send(sink, TOKEN);
    await sink.close();
    expect(await answer).not.toContain('202');
  });

  it('listens where it is told', async () => {
    const first = await open();
    expect(first.url.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    await expect(startSink({ port: Number(first.url.port) })).rejects.toThrow('EADDRINUSE');
  });
});
