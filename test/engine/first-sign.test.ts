import { describe, expect, it } from 'vitest';
import { type FirstSignOptions, firstSign } from '../../src/engine/first-sign.js';
import { answer, receive } from '../../src/reference/receiver.js';
import type { Sink } from '../../src/target/types.js';
import { openSink, openTarget } from './helpers/drive.js';
import { startHttp, type TestServer } from './helpers/http-server.js';
import { tinySuite } from './tiny-suite.js';

const suite = tinySuite();
const NEVER = new Promise<never>(() => undefined);

/** A server that passes events on once so many came, and until then is not there yet. */
async function passingOnAfter(count: number, sink: Sink): Promise<TestServer & { readonly ids: readonly unknown[] }> {
  const ids: unknown[] = [];
  const server = await startHttp(async (request, response) => {
    const received = receive(request);
    ids.push(received.kind === 'events' && received.events[0]?.attributes.get('id'));
    if (request.index < count) {
      response.writeHead(503).end();
      return;
    }
    const { headers, body } = answer(received);
    const lines = headers.map(([name, value]): [string, string] => [name, value]);
    await fetch(sink.url, { method: 'POST', headers: lines, body: Buffer.from(body) });
    response.writeHead(202).end();
  });
  return {
    url: server.url,
    close: server.close,
    ids,
    get requests() {
      return server.requests;
    },
  };
}

const waiting = (url: URL, more: Partial<FirstSignOptions> = {}, ended: Promise<unknown> = NEVER): Promise<void> =>
  firstSign(
    { suite, target: openTarget(url), bindings: ['http'], seed: 'test', signal: new AbortController().signal, ...more },
    ended,
  );

describe('firstSign', () => {
  it('sends plain events until one comes back, each another one', async () => {
    const sink = await openSink();
    const server = await passingOnAfter(3, sink);
    await waiting(server.url, { sink });
    expect(server.requests).toBe(4);
    expect(new Set(server.ids).size).toBe(4);
  });

  it('leaves it to the probes to tell what is wrong where none ever does', async () => {
    const sink = await openSink();
    const server = await passingOnAfter(Number.POSITIVE_INFINITY, sink);
    await waiting(server.url, { sink });
    expect(server.requests).toBe(60);
  });

  it('waits no longer for a program that has ended', async () => {
    const sink = await openSink();
    const server = await passingOnAfter(Number.POSITIVE_INFINITY, sink);
    await waiting(server.url, { sink }, Promise.resolve());
    expect(server.requests).toBe(1);
  });

  it('sends nothing where the run was ended, where nothing is read, and over no binding', async () => {
    const sink = await openSink();
    const server = await passingOnAfter(0, sink);
    await waiting(server.url, { sink, signal: AbortSignal.abort() });
    await waiting(server.url);
    await waiting(server.url, { sink, bindings: [] });
    expect(server.requests).toBe(0);
  });
});
