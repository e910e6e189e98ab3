import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../src/binding/types.js';
import { parseClaims } from '../../src/engine/claims.js';
import { type ProbedNow, type ProbeOptions, probe } from '../../src/engine/probe.js';
import { NULL_TARGETS } from '../../src/reference/nulls.js';
import { answer, receive } from '../../src/reference/receiver.js';
import { freePort, startNetServer } from '../target/helpers/net-server.js';
import { openSink, openTarget } from './helpers/drive.js';
import { answerTruly, type Incoming, startHttp } from './helpers/http-server.js';
import { tinySuite } from './tiny-suite.js';

const suite = tinySuite();
const probing = (url: URL, more: Partial<ProbeOptions> = {}): Promise<ProbedNow> =>
  probe({
    suite,
    target: openTarget(url),
    bindings: ['http'],
    observe: 'auto',
    seed: 'test',
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    ...more,
  });
const typeOf = ({ headers }: Incoming): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
const isStructured = (request: Incoming): boolean => typeOf(request) === 'application/cloudevents+json';
const diagnostic = (exit: number, code?: string) =>
  expect.objectContaining({ diagnostic: expect.objectContaining({ exit, ...(code === undefined ? {} : { code }) }) });

describe('probe', () => {
  it('sees the event in the reply of the reference', async () => {
    const server = await startHttp(answerTruly);
    const probed = await probing(server.url);
    expect(probed).toMatchObject({
      observation: 'reply',
      fence: { carrier: 'http-structured' },
      claims: { declared: false },
    });
    expect([...probed.claims.decodes].toSorted()).toEqual(['http-batch', 'http-binary', 'http-structured']);
    expect(Object.fromEntries(probed.outcomes)).toEqual({
      'http-structured': 'accepted with 200',
      'http-binary': 'accepted with 200',
      'http-batch': 'accepted with 200',
    });
  });

  it.each([
    ['empty-200', 'carries no event'],
    ['json-200', 'carries no event'],
    ['html', 'carries no event'],
    ['echo', 'a copy of the request'],
    ['fixed-event', 'another event than the one sent'],
    ['always-400', 'carries no event'],
    ['redirects', 'carries no event'],
  ])('sees only the status of the null target %s, and says why', async (name, why) => {
    const served = await NULL_TARGETS.find((target) => target.name === name)?.start();
    if (served === undefined) expect.fail(name);
    try {
      const probed = await probing(served.url);
      expect(probed.observation).toBe('status');
      expect(probed.notes.join()).toContain(why);
    } finally {
      await served.close();
    }
  });

  it("does not take an event of the target's own, with a borrowed id, for the one sent", async () => {
    const server = await startHttp((request, response) => {
      const received = receive(request);
      const events = received.kind === 'events' ? received.events : [];
      const own = events.map(({ attributes }) => ({
        attributes: new Map([...attributes, ['source', '/service'], ['type', 'done']]),
      }));
      const { headers, body } = answer({ kind: 'events', mode: 'structured', events: own.slice(0, 1) });
      response.writeHead(200, headers.flat()).end(body);
    });
    expect(await probing(server.url)).toMatchObject({ observation: 'status' });
  });

  it('claims what was accepted, and structured mode in any case', async () => {
    const server = await startHttp((request, response) => {
      if (typeOf(request) === 'application/json') answerTruly(request, response);
      else response.writeHead(415).end();
    });
    const probed = await probing(server.url);
    expect([...probed.claims.decodes].toSorted()).toEqual(['http-binary', 'http-structured']);
    expect(probed.outcomes.get('http-structured')).toBe('refused with 415');
    expect(probed.fence.carrier).toBe('http-binary');
  });

  it('does not take a batch for claimed that was answered 2xx and never came out', async () => {
    const server = await startHttp((request, response) => {
      if (typeOf(request).includes('batch')) response.writeHead(202).end();
      else answerTruly(request, response);
    });
    const { claims, outcomes } = await probing(server.url);
    expect([...claims.decodes].toSorted()).toEqual(['http-binary', 'http-structured']);
    expect(outcomes.get('http-batch')).toBe('accepted with 202, but the event did not come out');
  });

  it('leaves claims that were given alone', async () => {
    const server = await startHttp(answerTruly);
    const claims = parseClaims(['http-batch']);
    expect((await probing(server.url, { claims })).claims).toBe(claims);
  });

  it('does not call a target unreachable that loses structured messages only', async () => {
    const server = await startHttp((request, response) =>
      isStructured(request) ? response.destroy() : answerTruly(request, response),
    );
    expect(await probing(server.url)).toMatchObject({ observation: 'reply', fence: { carrier: 'http-binary' } });
  });

  it('is told what to observe, and says when that is not to be seen', async () => {
    const server = await startHttp((_, response) => response.writeHead(204).end());
    expect(await probing(server.url, { observe: 'status' })).toMatchObject({ observation: 'status', notes: [] });
    expect(await probing(server.url, { observe: 'reply' })).toMatchObject({
      observation: 'reply',
      notes: ['asked to observe by reply, but no probe came back as an event'],
    });
  });
});

describe('probe with a sink', () => {
  it('sees what is passed on', async () => {
    const sink = await openSink();
    const server = await startHttp(async (request, response) => {
      const { headers, body } = answer(receive(request));
      const lines = headers.map(([name, value]: HeaderLine): [string, string] => [name, value]);
      await fetch(sink.url, { method: 'POST', headers: lines, body: Buffer.from(body) });
      response.writeHead(202).end();
    });
    expect(await probing(server.url, { sink })).toMatchObject({ observation: 'sink' });
  });

  it('falls back to the status, soon, where nothing is passed on', async () => {
    const [sink, server] = [await openSink(), await startHttp((_, response) => response.writeHead(202).end())];
    const started = performance.now();
    const probed = await probing(server.url, { sink, timeoutMs: 1_000 });
    expect(probed).toMatchObject({ observation: 'status' });
    expect(probed.notes[0]).toContain('no event arrived at the sink');
    // Three carriers, each with one look and one fence: not the deadline many times over.
    expect(performance.now() - started).toBeLessThan(3 * 1_000 * 4);
  });

  it('cannot observe by a sink that is not there', async () => {
    const server = await startHttp(answerTruly);
    await expect(probing(server.url, { observe: 'sink' })).rejects.toThrowError(diagnostic(2, 'observe.sink'));
    expect(server.requests).toBe(0);
  });

  it('looks at the reply when that is asked for', async () => {
    const [sink, server] = [await openSink(), await startHttp(answerTruly)];
    expect(await probing(server.url, { sink, observe: 'reply' })).toMatchObject({ observation: 'reply', notes: [] });
  });
});

describe('a target that never answers', () => {
  it('is unreachable at a closed port', async () => {
    const url = new URL(`http://127.0.0.1:${await freePort()}/`);
    await expect(probing(url)).rejects.toThrowError(diagnostic(3, 'target.unreachable'));
  });

  it.each([
    ['hangs', 'target.timeout', 'hangs'],
    ['resets', 'target.reset', 'resets'],
  ])('is named for what it does: %s', async (name, code) => {
    const served = await NULL_TARGETS.find((target) => target.name === name)?.start();
    if (served === undefined) expect.fail(name);
    await expect(probing(served.url, { timeoutMs: 1_000 })).rejects.toThrowError(diagnostic(3, code));
    await served.close();
  });

  it('may speak another protocol', async () => {
    const server = await startNetServer((socket) => socket.once('data', () => socket.end('220 ftp ready\r\n')));
    await expect(probing(server.url)).rejects.toThrowError(diagnostic(3, 'target.not-http'));
  });

  it('is not accused when the run was ended meanwhile', async () => {
    const server = await startNetServer((socket) => socket.resume());
    const probed = await probing(server.url, { signal: AbortSignal.timeout(50), timeoutMs: 20_000 });
    expect(probed.observation).toBe('status');
  });
});
