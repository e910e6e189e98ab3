import { describe, expect, it, onTestFinished } from 'vitest';
import { fault } from '../../src/reference/fault.js';
import { NULL_FILTERS } from '../../src/reference/null-filters.js';
import { NULL_TARGETS } from '../../src/reference/nulls.js';
import { type Served, type ServedReference, type ServeOptions, serveReference } from '../../src/reference/serve.js';
import { startSink } from '../../src/target/sink.js';
import { startHttp } from '../engine/helpers/http-server.js';
import { freePort, startNetServer } from '../target/helpers/net-server.js';

const TYPE = { 'content-type': 'application/cloudevents+json' };
const EVENT = JSON.stringify({ specversion: '1.0', id: 'tabcdefghijkl', source: '/s', type: 't' });

async function serving(options: ServeOptions = {}): Promise<ServedReference> {
  const served = await serveReference(options);
  onTestFinished(() => served.close());
  return served;
}
const post = (url: URL, body: string | Uint8Array<ArrayBuffer> = EVENT): Promise<Response> =>
  fetch(url, { method: 'POST', headers: TYPE, body });

describe('serveReference', () => {
  it('answers with the event it decoded', async () => {
    const response = await post((await serving()).url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/cloudevents+json']);
    expect(await response.json()).toEqual(JSON.parse(EVENT));
  });

  it('answers the same bytes each time, without a date', async () => {
    const { url } = await serving();
    const [one, two] = [await post(url), await post(url)];
    expect([...one.headers]).toEqual([...two.headers]);
    expect(one.headers.has('date')).toBe(false);
  });

  it('takes the port that is asked for, and gives it back', async () => {
    const port = await freePort();
    const first = await serveReference({ port });
    expect(first.url.port).toBe(String(port));
    await expect(serveReference({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    await (await serveReference({ port })).close();
  });

  it('refuses a body that is too large, and lives', async () => {
    const { url } = await serving();
    expect((await post(url, Buffer.alloc(16 * 1024 * 1024 + 1, 0x20))).status).toBe(413);
    expect((await post(url)).status).toBe(200);
  });

  it('takes an event with many and large headers', async () => {
    const headers = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`ce-e${index}`, 'x'.repeat(200)]));
    const required = { 'ce-specversion': '1.0', 'ce-id': 'i', 'ce-source': '/s', 'ce-type': 't' };
    const response = await fetch((await serving()).url, { method: 'POST', headers: { ...required, ...headers } });
    expect(Object.keys((await response.json()) as object)).toHaveLength(304);
  });

  it('has the faults that are switched on', async () => {
    const teapot = fault('a.b/c', '', { outcome: () => ({ kind: 'refused', status: 418, reason: 'tea' }) });
    expect((await post((await serving({ faults: [teapot] })).url)).status).toBe(418);
  });

  it('closes while connections are open', async () => {
    const served = await serveReference();
    await post(served.url);
    await served.close();
    await expect(post(served.url)).rejects.toThrow();
  });
});

describe('forwarding', () => {
  it('passes the event on before it answers, with nothing in the answer', async () => {
    const sink = await startSink();
    onTestFinished(() => sink.close());
    const response = await post((await serving({ forward: sink.url })).url);
    expect([response.status, await response.text()]).toEqual([202, '']);
    const [message] = await sink.take('tabcdefghijkl', { count: 1, timeoutMs: 0 });
    expect(JSON.parse(Buffer.from(message?.body ?? []).toString())).toEqual(JSON.parse(EVENT));
  });

  it('passes on nothing that it refuses', async () => {
    const next = await startHttp((_, response) => response.end());
    expect((await post((await serving({ forward: next.url })).url, '{')).status).toBe(400);
    expect(next.requests).toBe(0);
  });

  it('does not say that it passed on what was refused there', async () => {
    const next = await startHttp((_, response) => response.writeHead(500).end());
    expect((await post((await serving({ forward: next.url })).url)).status).toBe(502);
  });

  it('closes the connection when nobody listens there, and lives', async () => {
    const { url } = await serving({ forward: new URL(`http://127.0.0.1:${await freePort()}/`) });
    await expect(post(url)).rejects.toThrow();
    expect((await post(url, '{')).status).toBe(400);
  });
});

describe('filtering', () => {
  const put = (url: URL, body: string): Promise<Response> => fetch(url, { method: 'PUT', body });

  /** A reference that can be filtered, a way to send it an event, and the ids that came through. */
  async function filtering(faults: ServeOptions['faults'] = []) {
    const arrived: string[] = [];
    const next = await startHttp(({ text }, response) => {
      arrived.push(JSON.parse(text).id);
      response.writeHead(204).end();
    });
    const { url, filterUrl } = await serving({ forward: next.url, filtered: true, faults });
    const send = async (id: string, type: string): Promise<number> => {
      const { status } = await post(url, JSON.stringify({ specversion: '1.0', id, source: '/s', type }));
      return status;
    };
    return { filterUrl, send, arrived };
  }

  it('lets everything through before there is a filter', async () => {
    const { send, arrived } = await filtering();
    expect([await send('one', 'a'), await send('two', 'b')]).toEqual([202, 202]);
    expect(arrived).toEqual(['one', 'two']);
  });

  it('passes on what the filter that was set last lets pass, and takes the rest all the same', async () => {
    const { filterUrl, send, arrived } = await filtering();
    expect((await put(filterUrl, "type = 'a'")).status).toBe(204);
    expect([await send('one', 'a'), await send('two', 'b')]).toEqual([202, 202]);
    expect((await put(filterUrl, "type = 'b'")).status).toBe(204);
    await send('three', 'a');
    await send('four', 'b');
    expect(arrived).toEqual(['one', 'four']);
  });

  it('refuses what is no expression with the reason, and keeps the filter it had', async () => {
    const { filterUrl, send, arrived } = await filtering();
    await put(filterUrl, "type = 'a'");
    const refused = await put(filterUrl, '1 +');
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('expected an operand')]);
    await send('one', 'a');
    await send('two', 'b');
    expect(arrived).toEqual(['one']);
  });

  it('has the faults of a broker', async () => {
    const open = fault('a.b/c', '', { passes: () => true });
    const { filterUrl, send, arrived } = await filtering([open]);
    await put(filterUrl, 'false');
    await send('one', 'a');
    expect(arrived).toEqual(['one']);
  });

  it('is served where it was asked for, and nowhere else', async () => {
    const next = await startHttp((_, response) => response.writeHead(204).end());
    const { url, filterUrl } = await serving({ forward: next.url });
    expect((await put(filterUrl, 'false')).status).toBe(400);
    expect((await post(url)).status).toBe(202);
    expect(next.requests).toBe(1);
  });
});

describe('null filters', () => {
  const EVENTS = ['one', 'two'].map((id) => JSON.stringify({ specversion: '1.0', id, source: '/s', type: 't' }));

  it('have names of their own, beside those of other null targets', () => {
    const names = [...NULL_TARGETS, ...NULL_FILTERS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['filter-open', 2],
    ['filter-shut', 0],
    ['filter-refuses', 2],
  ])('%s takes everything, and passes %i of 2 on', async (name, passed) => {
    const next = await startHttp((_, response) => response.writeHead(204).end());
    const served = await NULL_FILTERS.find((one) => one.name === name)?.startBefore(next.url);
    if (served === undefined) expect.fail(`no null filter ${name}`);
    onTestFinished(() => served.close());
    for (const event of EVENTS) expect((await post(served.url, event)).ok).toBe(true);
    expect(next.requests).toBe(passed);
  });
});

describe('null targets', () => {
  it('have names of their own', () => {
    expect(new Set(NULL_TARGETS.map(({ name }) => name)).size).toBe(NULL_TARGETS.length);
  });

  const start = async (name: string): Promise<Served> => {
    const served = await NULL_TARGETS.find((target) => target.name === name)?.start();
    if (served === undefined) expect.fail(`no null target ${name}`);
    onTestFinished(() => served.close());
    return served;
  };

  it.each([
    ['empty-200', 200, ''],
    ['json-200', 200, '{}'],
    ['always-204', 204, ''],
    ['always-400', 400, ''],
    ['always-404', 404, ''],
    ['always-500', 500, ''],
    ['echo', 200, EVENT],
    ['echo-headers', 200, ''],
  ])('%s answers %i and %j', async (name, status, body) => {
    const response = await post((await start(name)).url);
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it('echo and echo-headers send the attributes back', async () => {
    for (const name of ['echo', 'echo-headers']) {
      const response = await fetch((await start(name)).url, {
        method: 'POST',
        headers: { 'ce-id': 'x%20y' },
        body: 'b',
      });
      expect(response.headers.get('ce-id')).toBe('x%20y');
    }
  });

  it('fixed-event answers the same to everything', async () => {
    const { url } = await start('fixed-event');
    expect(await (await post(url)).text()).toBe(await (await post(url, 'anything')).text());
  });

  it('hangs, resets and closed-port give no answer', async () => {
    for (const name of ['resets', 'closed-port']) await expect(post((await start(name)).url)).rejects.toThrow();
    const { url } = await start('hangs');
    await expect(fetch(url, { method: 'POST', body: EVENT, signal: AbortSignal.timeout(100) })).rejects.toThrow();
  });

  it('closes while a request hangs', async () => {
    const served = await NULL_TARGETS.find(({ name }) => name === 'hangs')?.start();
    if (served === undefined) expect.fail('hangs');
    const answer = post(served.url).catch(() => 'gone');
    const other = await startNetServer((socket) => socket.end());
    await expect(fetch(other.url)).rejects.toThrow();
    await served.close();
    expect(await answer).toBe('gone');
  });
});
