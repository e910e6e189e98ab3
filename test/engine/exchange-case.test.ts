import { describe, expect, it } from 'vitest';
import type { HttpMessage } from '../../src/binding/types.js';
import type { Case } from '../../src/engine/case.js';
import type { Drive } from '../../src/engine/drive.js';
import { exchangeCase } from '../../src/engine/exchange-case.js';
import { judgeAll } from '../../src/engine/judge.js';
import type { Answerer } from '../../src/reference/adapter/serve-adapter.js';
import { answer, receive } from '../../src/reference/receiver.js';
import type { Sink } from '../../src/target/types.js';
import { loadSuite } from '../../suites/suite.js';
import { baselineOf } from '../../suites/vector/case.js';
import { adapterTarget, truly } from './helpers/adapter.js';
import { driveOf, openSink } from './helpers/drive.js';
import { answerTruly, type Incoming, mentions, startHttp } from './helpers/http-server.js';
import { named, tinySuite, vector } from './tiny-suite.js';

const SUBJECT = 'core.subject/only@http-structured';
const BAD = 'http.bad/only@http-structured';
const TWICE = 'core.twice/only@http-structured';
const PAIR = 'http.pair/only@http-batch';
const TWO = [{ set: { id: '{token}-1' } }, { set: { id: '{token}-2' } }];
const suite = tinySuite(
  [
    vector('core.subject'),
    vector('core.twice', { times: 2 }),
    vector('http.bad', {
      event: { set: { subject: '{token}-bad' } },
      twin: 'core.subject/only',
      expect: { refused: { attributes: ['subject'] } },
    }),
    vector('http.pair', {
      carriers: ['http-batch'],
      batch: TWO,
      expect: { elements: TWO.map(({ set }) => ({ attributes: set })) },
    }),
  ],
  { 'http.bad': { code: 'rej' } },
);

/** A target that answers 202 and passes on what `forward` makes of each request. */
async function forwarding(forward: (request: Incoming) => Promise<unknown> | unknown) {
  return startHttp(async (request, response) => {
    await forward(request);
    response.writeHead(202).end();
  });
}

async function send(sink: Sink, { headers, body }: HttpMessage): Promise<void> {
  const lines = headers
    .filter(([name]) => /^(ce-|content-type$)/i.test(name))
    .map(([name, value]): [string, string] => [name, value]);
  await fetch(sink.url, { method: 'POST', headers: lines, body: Buffer.from(body) });
}

const structured = (request: Incoming): HttpMessage => answer(receive(request));
const item = (id: string): Case => named(suite.cases, id);

/** What is concluded about a case, with its prerequisites taken from the same target. */
async function judgedOver(id: string, drive: Drive) {
  const ids = [baselineOf('http-structured'), baselineOf('http-batch'), SUBJECT, id];
  const evidence = new Map<string, Awaited<ReturnType<typeof exchangeCase>>>();
  for (const one of new Set(ids)) evidence.set(one, await exchangeCase(item(one), drive));
  return { judgement: judgeAll(suite.cases, evidence, '1.0.2').get(id), evidence: evidence.get(id) };
}

const overSink = (url: URL, sink: Sink, more: Partial<Drive> = {}): Drive =>
  driveOf(url, suite, { observation: 'sink', sink, ...more });

describe('exchangeCase by reply', () => {
  it('keeps what was sent and what came back', async () => {
    const server = await startHttp(answerTruly);
    const evidence = await exchangeCase(item(SUBJECT), driveOf(server.url, suite));
    expect(evidence.requests).toEqual(item(SUBJECT).stimulus(evidence.token));
    expect(evidence.replies).toMatchObject([{ kind: 'response', response: { status: 200 } }]);
    expect(evidence).toMatchObject({ observation: 'reply', arrived: [] });
    expect(evidence.ms).toBeGreaterThan(0);
  });

  it('sends as often as the case says, and keeps every reply', async () => {
    const server = await startHttp((request, response) => response.writeHead(200 + request.index).end());
    const { replies } = await exchangeCase(item(TWICE), driveOf(server.url, suite));
    expect(replies).toMatchObject([{ response: { status: 200 } }, { response: { status: 201 } }]);
  });

  it('looks into no sink', async () => {
    const [server, sink] = [await startHttp(answerTruly), await openSink()];
    const { arrived } = await exchangeCase(item(SUBJECT), driveOf(server.url, suite, { sink }));
    expect(arrived).toEqual([]);
    expect(server.requests).toBe(1);
  });
});

describe('exchangeCase by sink', () => {
  it.each([
    ['at once', (request: Incoming, sink: Sink) => send(sink, structured(request))],
    [
      'after the answer',
      (request: Incoming, sink: Sink) => void setTimeout(() => send(sink, structured(request)), 150),
    ],
    [
      'twice',
      async (request: Incoming, sink: Sink) => {
        await send(sink, structured(request));
        await send(sink, structured(request));
      },
    ],
  ])('passes an event that arrives %s', async (_, forward) => {
    const sink = await openSink();
    const server = await forwarding((request) => forward(request, sink));
    const { judgement, evidence } = await judgedOver(SUBJECT, overSink(server.url, sink));
    expect(judgement).toMatchObject({ status: 'pass' });
    expect(evidence).not.toHaveProperty('fence');
  });

  it('fails an event that does not arrive while one that was sent later does', async () => {
    const sink = await openSink();
    const server = await forwarding((request) =>
      mentions(request, '-subject') ? undefined : send(sink, structured(request)),
    );
    const { judgement, evidence } = await judgedOver(SUBJECT, overSink(server.url, sink));
    expect(evidence).toMatchObject({ arrived: [] });
    expect(evidence).not.toHaveProperty('fence');
    expect(judgement).toMatchObject({ status: 'fail', message: 'the event was accepted, but no event came out' });
  });

  it('accuses nobody where nothing arrives any more', async () => {
    const sink = await openSink();
    let isOpen = true;
    const server = await forwarding(async (request) => {
      if (mentions(request, '-subject')) isOpen = false;
      if (isOpen) await send(sink, structured(request));
    });
    const { judgement, evidence } = await judgedOver(SUBJECT, overSink(server.url, sink, { timeoutMs: 1_000 }));
    expect(evidence).toMatchObject({ arrived: [], fence: 'lost' });
    expect(judgement).toMatchObject({ status: 'inconclusive', message: expect.stringContaining('nothing arrived') });
  });

  it('does not wait for a fence that is refused', async () => {
    const sink = await openSink();
    const server = await startHttp((request, response) =>
      response.writeHead(mentions(request, '-subject') ? 202 : 503).end(),
    );
    const evidence = await exchangeCase(item(SUBJECT), overSink(server.url, sink, { timeoutMs: 20_000 }));
    expect(evidence.fence).toBe('lost');
  });

  it('does not wait for what was refused', async () => {
    const sink = await openSink();
    const server = await startHttp((_, response) => response.writeHead(400).end());
    const evidence = await exchangeCase(item(SUBJECT), overSink(server.url, sink, { timeoutMs: 20_000 }));
    expect(evidence).toMatchObject({ arrived: [] });
    expect(server.requests).toBe(1);
  });

  it('passes a refusal behind which nothing arrives', async () => {
    const sink = await openSink();
    const server = await startHttp(async (request, response) => {
      const isBad = receivedBad(request);
      if (!isBad) await send(sink, structured(request));
      response.writeHead(isBad ? 400 : 202).end();
    });
    const { judgement } = await judgedOver(BAD, overSink(server.url, sink));
    expect(judgement).toMatchObject({ status: 'pass', actual: 'refused with 400' });
  });

  it.each([
    ['before', (request: Incoming, sink: Sink) => send(sink, structured(request))],
    ['after', (request: Incoming, sink: Sink) => void setImmediate(() => send(sink, structured(request)))],
  ])('fails a refusal where the event is passed on %s it', async (_, forward) => {
    const sink = await openSink();
    const server = await startHttp(async (request, response) => {
      await forward(request, sink);
      response.writeHead(receivedBad(request) ? 400 : 202).end();
    });
    const { judgement } = await judgedOver(BAD, overSink(server.url, sink));
    expect(judgement).toMatchObject({ status: 'fail', message: 'subject should not be there' });
  });

  it.each([
    ['as one batch', (request: Incoming, sink: Sink) => send(sink, structured(request))],
    [
      'one by one',
      async (request: Incoming, sink: Sink) => {
        const received = receive(request);
        if (received.kind !== 'events') return;
        for (const event of received.events.toReversed()) {
          await send(sink, answer({ kind: 'events', mode: 'structured', events: [event] }));
        }
      },
    ],
  ])('passes a batch that arrives %s', async (_, forward) => {
    const sink = await openSink();
    const server = await forwarding((request) => forward(request, sink));
    expect((await judgedOver(PAIR, overSink(server.url, sink))).judgement).toMatchObject({ status: 'pass' });
  });

  it('fails a batch of which a part arrives', async () => {
    const sink = await openSink();
    const server = await forwarding(async (request) => {
      const received = receive(request);
      if (received.kind === 'events') {
        await send(sink, answer({ kind: 'events', mode: 'structured', events: received.events.slice(0, 1) }));
      }
    });
    expect((await judgedOver(PAIR, overSink(server.url, sink))).judgement).toMatchObject({
      status: 'fail',
      message: 'event is missing',
    });
  });

  it('learns nothing from a copy', async () => {
    const sink = await openSink();
    const server = await forwarding((request) => send(sink, request));
    const { judgement } = await judgedOver(SUBJECT, overSink(server.url, sink));
    expect(judgement).toMatchObject({ status: 'inconclusive', message: expect.stringContaining('copy') });
  });

  it('ends with the run', async () => {
    const sink = await openSink();
    const end = new AbortController();
    const server = await forwarding(() => setImmediate(() => end.abort()));
    const drive = overSink(server.url, sink, { timeoutMs: 60_000, signal: end.signal });
    expect((await exchangeCase(item(SUBJECT), drive)).arrived).toEqual([]);
  });
});

const receivedBad = (request: Incoming): boolean => mentions(request, '-bad');

describe('exchangeCase over an adapter', () => {
  const whole = loadSuite();
  const drive = (answer: Answerer): Drive => ({
    target: adapterTarget(answer),
    observation: 'adapter',
    fence: whole.baseline('http-binary'),
    seed: 'test',
    timeoutMs: 10_000,
    signal: new AbortController().signal,
  });
  const of = (id: string): Case => named(whole.cases, id);
  const strictCases = whole.cases.flatMap(({ whenValidating }) => whenValidating?.('event') ?? []);

  it('asks for a message of events, and keeps both', async () => {
    const asked = whole.baseline('http-structured', 'encode');
    const evidence = await exchangeCase(asked, drive(truly()));
    expect(evidence.told).toEqual(asked.told?.(evidence.token));
    expect(evidence).toMatchObject({ requests: [], replies: [{ kind: 'messages' }], arrived: [] });
    expect(evidence).not.toHaveProperty('validated');
  });

  it('hands a message in, and keeps what would be passed on', async () => {
    const evidence = await exchangeCase(of('core.int.forward/extension@http-binary'), drive(truly()));
    expect(evidence).toMatchObject({
      requests: { length: 1 },
      replies: [{ kind: 'messages', messages: { length: 1 } }],
    });
  });

  it('asks about an event and its twin, and sends no message', async () => {
    const strict = strictCases.find(({ validity }) => validity !== undefined);
    if (strict === undefined) throw new Error('no such case');
    const evidence = await exchangeCase(strict, drive(truly()));
    expect(evidence).toMatchObject({
      requests: [],
      validated: { length: 2 },
      replies: [{ kind: 'valid' }, { kind: 'invalid' }],
    });
  });

  it('keeps what was written on stderr of the exchange that failed alone', async () => {
    const item = of('core.attr.minimal/ordinary@http-binary');
    const evidence = await exchangeCase(
      item,
      drive(() => ({ nonsense: true })),
    );
    expect(evidence).toMatchObject({ replies: [{ kind: 'failure', failure: { code: 'protocol' } }] });
    expect(evidence).not.toHaveProperty('stderr');
  });

  it('throws, as a fault of ours, where a target is asked for what it cannot be asked for', async () => {
    const { url } = await startHttp(answerTruly);
    const http = driveOf(url, suite);
    await expect(exchangeCase(whole.baseline('http-binary', 'encode'), http)).rejects.toThrow(
      'cannot be asked for a message',
    );
    const strict = strictCases.find(({ validity }) => validity !== undefined);
    if (strict === undefined) throw new Error('no such case');
    await expect(exchangeCase(strict, http)).rejects.toThrow('cannot be asked about an event');
  });
});
