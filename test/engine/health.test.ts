import { describe, expect, it } from 'vitest';
import { checkHealth } from '../../src/engine/health.js';
import type { HttpArrival, Target } from '../../src/target/types.js';
import { freePort, startNetServer } from '../target/helpers/net-server.js';
import { adapterTarget } from './helpers/adapter.js';
import { driveOf, openSink } from './helpers/drive.js';
import { answerTruly, startHttp } from './helpers/http-server.js';
import { trueArrival } from './helpers/observed.js';
import { tinySuite } from './tiny-suite.js';

const suite = tinySuite();

describe('checkHealth', () => {
  it.each([200, 400, 404, 500, 503])('takes an answer of %i for life', async (status) => {
    const server = await startHttp((_, response) => response.writeHead(status).end());
    expect(await checkHealth(driveOf(server.url, suite))).toBeUndefined();
    expect(server.requests).toBe(1);
  });

  it('takes a reply that is none for life: it is the answer of a program that goes on', async () => {
    let asked = 0;
    const target = adapterTarget(() => {
      asked += 1;
      return { ok: true };
    });
    const { url } = await startHttp(answerTruly);
    expect(await checkHealth(driveOf(url, suite, { target }))).toBeUndefined();
    expect(asked).toBe(1);
  });

  it('gives a target that restarts a moment', async () => {
    const server = await startHttp((request, response) => {
      if (request.index < 2) response.destroy();
      else answerTruly(request, response);
    });
    expect(await checkHealth(driveOf(server.url, suite))).toBeUndefined();
    expect(server.requests).toBe(3);
  });

  it('gives up on a target that is gone', async () => {
    const url = new URL(`http://127.0.0.1:${await freePort()}/`);
    expect(await checkHealth(driveOf(url, suite))).toMatchObject({ code: 'unreachable' });
  });

  it('asks a target that hangs only once', async () => {
    const server = await startNetServer((socket) => socket.resume());
    expect(await checkHealth(driveOf(server.url, suite, { timeoutMs: 100 }))).toMatchObject({ code: 'timeout' });
    expect(server.connections).toBe(1);
  });

  describe('over a broker, where only what comes out is an answer', () => {
    // Takes everything, and passes on what comes after so many were lost.
    async function overBroker(lost: number, timeoutMs: number) {
      const sink = await openSink();
      let published = 0;
      const target: Target = {
        name: 'broker',
        async exchange(request) {
          published += 1;
          if (published > lost) {
            const { headers, body } = trueArrival(request) as HttpArrival;
            await fetch(sink.url, {
              method: 'POST',
              headers: headers.map(([name, value]) => [name, `${value}`]),
              body,
            });
          }
          return { reply: { kind: 'published' }, ms: 1 };
        },
        close: async () => undefined,
      };
      const url = new URL('http://127.0.0.1:1/');
      const failure = await checkHealth(driveOf(url, suite, { target, sink, timeoutMs }));
      return { failure, published };
    }

    // The first is asked for its status.
    it.each([0, 1, 2, 3])('lives though %i are lost before it reads again', async (lost) => {
      expect((await overBroker(lost, 4_000)).failure).toBeUndefined();
    });

    it('is silent where none comes out, after one deadline', async () => {
      const { failure, published } = await overBroker(Infinity, 200);
      expect(failure).toEqual({ code: 'timeout', message: 'nothing comes back for what is published' });
      expect(published).toBe(5);
    });
  });

  it('says nothing about the target when the run ends meanwhile', async () => {
    const end = new AbortController();
    const server = await startNetServer((socket) => {
      socket.resume();
      end.abort();
    });
    expect(await checkHealth(driveOf(server.url, suite, { timeoutMs: 20_000, signal: end.signal }))).toBeUndefined();
  });

  it('asks nothing after the end of the run', async () => {
    const server = await startHttp(answerTruly);
    expect(await checkHealth(driveOf(server.url, suite, { signal: AbortSignal.abort() }))).toBeUndefined();
    expect(server.requests).toBe(0);
  });

  it('is cut short by the end of the run, also in a pause', async () => {
    const end = new AbortController();
    const server = await startHttp((_, response) => {
      response.destroy();
      setImmediate(() => end.abort());
    });
    expect(await checkHealth(driveOf(server.url, suite, { signal: end.signal }))).toBeUndefined();
    expect(server.requests).toBe(1);
  });
});
