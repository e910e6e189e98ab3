import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import { loadProblem } from '../../../src/fuzz/load/load-problem.js';
import type { LoadProgress } from '../../../src/fuzz/load/types.js';
import { answerAs } from '../../../src/reference/adapter/answer.js';
import { brokerInMemory } from '../../../src/reference/broker-in-memory.js';
import { consumeWith } from '../../../src/reference/consumer.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { type ServeOptions, serveReference } from '../../../src/reference/serve.js';
import { adapterTarget } from '../../engine/helpers/adapter.js';
import { openSink, openTarget } from '../../engine/helpers/drive.js';
import { answerTruly, type Incoming, startHttp } from '../../engine/helpers/http-server.js';
import { manualClock } from './helpers/clock.js';
import { load } from './helpers/load.js';

const serve = async (options: ServeOptions = {}) => {
  const served = await serveReference(options);
  onTestFinished(() => served.close());
  return openTarget(served.url);
};

describe('the reference', () => {
  test('accepts every event in every mode, and answers with it', async () => {
    const result = await load(
      { target: await serve() },
      { carriers: ['http-binary', 'http-structured', 'http-batch'] },
    );
    expect(result).toMatchObject({
      ratePerS: { wanted: 100 },
      planned: 100,
      sent: 100,
      unsent: 0,
      accepted: 100,
      refused: 0,
      undecided: 0,
      unanswered: {},
      unfinished: 0,
      lost: 0,
      overdue: 0,
      unseen: 0,
      duplicated: 0,
      altered: { count: 0 },
      examples: {},
    });
    expect(loadProblem(result)).toBeUndefined();
  });

  test('is seen by its answers alone where nothing else is', async () => {
    const result = await load({ target: await serve(), observation: 'status' });
    expect(result).toMatchObject({ sent: 100, accepted: 100 });
    expect(Object.keys(result)).not.toEqual(expect.arrayContaining(['lost']));
    expect(result.altered).toBeUndefined();
    expect(loadProblem(result)).toBeUndefined();
  });

  test('passes every event on to the sink', async () => {
    const sink = await openSink();
    const result = await load({ target: await serve({ forward: sink.url }), observation: 'sink', sink });
    expect(result).toMatchObject({ sent: 100, accepted: 100, lost: 0, duplicated: 0, altered: { count: 0 } });
    expect(result.arrivalMs).toBeDefined();
    expect(loadProblem(result)).toBeUndefined();
  });

  test('tells what it decoded behind an adapter', async () => {
    const target = adapterTarget((request) => answerAs(request, '0', []));
    const result = await load({ target, observation: 'adapter' }, { carriers: ['kafka-binary', 'mqtt5-structured'] });
    expect(result).toMatchObject({ accepted: 100, lost: 0, altered: { count: 0 } });
  });

  test('reads from a broker and replies over it', async () => {
    const broker = brokerInMemory((message) => consumeWith(message, [], 'other'));
    const result = await load({ ...broker, observation: 'sink' }, { carriers: ['kafka-binary', 'kafka-structured'] });
    expect(result).toMatchObject({ accepted: 100, lost: 0, duplicated: 0, altered: { count: 0 } });
  });
});

/** A server that answers as the reference does, but for what a test does with some of the events. */
const serveBut = async (
  trouble: (request: Incoming, response: ServerResponse) => boolean,
): Promise<ReturnType<typeof openTarget>> => {
  const { url } = await startHttp((request, response) => {
    if (!trouble(request, response)) answerTruly(request, response);
  });
  return openTarget(url);
};

/** Whether it is the tenth, the twentieth and so on. */
const isTenth = ({ index }: Incoming): boolean => index % 10 === 9;

describe('a target', () => {
  test('that answers 500 refuses', async () => {
    const target = await serveBut((request, response) => {
      if (isTenth(request)) response.writeHead(500).end('out of order');
      return isTenth(request);
    });
    const result = await load({ target });
    expect(result).toMatchObject({ sent: 100, accepted: 90, refused: 10, unanswered: {}, lost: 0 });
    expect(result.examples).toEqual({
      refused: { carrier: expect.stringContaining('http-'), status: 500, text: 'out of order' },
    });
    expect(loadProblem(result)).toEqual({ exit: 1, message: 'of 100 valid events, 10 refused' });
  });

  test('that answers 429 decides nothing', async () => {
    const target = await serveBut((request, response) => {
      if (isTenth(request)) response.writeHead(429).end();
      return isTenth(request);
    });
    const result = await load({ target });
    expect(result).toMatchObject({ accepted: 90, refused: 0, undecided: 10 });
    expect(result.examples.undecided).toMatchObject({ status: 429, text: 'the target limits the rate' });
    expect(loadProblem(result)).toMatchObject({ exit: 3 });
  });

  test('that resets the connection or closes it leaves an event unanswered', async () => {
    const target = await serveBut(({ index }, response) => {
      if (index % 10 === 9) response.socket?.resetAndDestroy();
      else if (index % 10 === 4) response.socket?.destroy();
      return index % 5 === 4;
    });
    const result = await load({ target });
    expect(result).toMatchObject({ sent: 100, accepted: 80, unanswered: { closed: 10, reset: 10 }, lost: 0 });
    expect(loadProblem(result)).toEqual({ exit: 3, message: 'of 100 valid events, 20 not answered' });
  });

  test('that never answers some is given its time, and no more', async () => {
    const target = await serveBut(isTenth);
    const result = await load({ target, timeoutMs: 1000 }, { ratePerS: 20 });
    expect(result).toMatchObject({ sent: 20, accepted: 18, unanswered: { timeout: 2 } });
  });

  test('that is not there answers nothing', async () => {
    const { url, close } = await startHttp(answerTruly);
    await close();
    const result = await load({ target: openTarget(url) });
    expect(result).toMatchObject({ sent: 100, accepted: 0, unanswered: { unreachable: 100 } });
    expect(result.latencyMs).toBeUndefined();
    expect(loadProblem(result)).toEqual({ exit: 3, message: 'nothing was answered' });
  });

  test('that alters an event is told with the first, in the words of the event', async () => {
    const target = await serve({ faults: [faultNamed('json.read.b64/through-text')] });
    const result = await load({ target });
    expect(result).toMatchObject({ accepted: 100, refused: 0, lost: 0 });
    expect(result.altered?.count).toBeGreaterThan(0);
    expect(result.altered?.example).toMatchObject({
      kind: 'different',
      differences: [{ kind: 'data-changed', name: 'data' }],
    });
    expect(loadProblem(result)).toMatchObject({ exit: 1, message: expect.stringContaining('came out altered') });
  });

  test('that answers without the event has lost it', async () => {
    const target = await serveBut((request, response) => {
      if (isTenth(request)) response.writeHead(202).end();
      return isTenth(request);
    });
    expect(await load({ target })).toMatchObject({ accepted: 100, lost: 10, altered: { count: 0 } });
  });

  test('that answers with the event of another is told by its id', async () => {
    const target = await serveBut((request, response) => {
      if (isTenth(request)) answerTruly(OTHER, response);
      return isTenth(request);
    });
    const result = await load({ target });
    expect(result).toMatchObject({ lost: 0, altered: { count: 10 } });
    expect(result.altered?.example).toMatchObject({
      differences: expect.arrayContaining([expect.objectContaining({ name: 'id', actual: 'another' })]),
    });
  });
});

const OTHER = encodeHttp(
  [
    {
      attributes: new Map([
        ['specversion', '1.0'],
        ['id', 'another'],
        ['source', '/other'],
        ['type', 'example.other'],
      ]),
    },
  ],
  'structured',
);

describe('latency', () => {
  test('counts from the planned time, so that one halt shows in every event that was due meanwhile', async () => {
    const held: (() => void)[] = [];
    const clock = manualClock();
    const target = await serveBut((request, response) => {
      held.push(() => answerTruly(request, response));
      if (held.length === 10) {
        // All are answered at one time, the first of them planned 1900 ms before.
        clock.advance(1900 - clock.now());
        for (const answer of held) answer();
      }
      return true;
    });
    const { latencyMs } = await load({ target }, { clock, ratePerS: 10 });
    expect(rounded(latencyMs)).toEqual({ p50: 1400, p90: 1800, p99: 1900, p999: 1900, max: 1900 });
  });
});

/** A histogram is exact to three digits. */
const rounded = (summary: object | undefined): object =>
  Object.fromEntries(Object.entries(summary ?? {}).map(([key, ms]) => [key, Math.round(Number(ms) / 10) * 10]));

describe('the stream', () => {
  test('is held back where too much is in flight, and says so', async () => {
    const held: (() => void)[] = [];
    const clock = manualClock((now) => {
      if (now >= 1000) for (const answer of held.splice(0)) answer();
    });
    const target = await serveBut((request, response) => {
      if (clock.now() >= 1000) return false;
      held.push(() => answerTruly(request, response));
      return true;
    });
    const result = await load({ target }, { clock, connections: 4 });
    expect(result).toMatchObject({ planned: 100, inFlight: { most: 4, limit: 4, heldBack: true } });
    expect(result.sent).toBeLessThan(10);
    expect(result.accepted).toBe(result.sent);
    expect(result.unsent).toBe(100 - result.sent);
    expect(loadProblem(result)).toEqual({
      exit: 3,
      message: `the rate was not reached: ${result.sent} of 100 planned events were sent`,
    });
  });

  test('ends when the signal fires, and tells what became of the rest', async () => {
    const controller = new AbortController();
    let [answered, held] = [0, 0];
    const abortWhenDue = (): void => {
      if (answered === 40 && held >= 5) controller.abort();
    };
    const target = await serveBut(({ index }) => {
      if (index < 40) return false;
      held += 1;
      abortWhenDue();
      return true;
    });
    const counted: typeof target = {
      ...target,
      async exchange(request, options) {
        const exchange = await target.exchange(request, options);
        answered += 1;
        abortWhenDue();
        return exchange;
      },
    };
    const result = await load({ target: counted, signal: controller.signal });
    expect(result).toMatchObject({ accepted: 40, unanswered: {}, lost: 0, stopped: 'the run was interrupted' });
    expect(result.unfinished).toBeGreaterThanOrEqual(5);
    expect(result.unfinished).toBe(result.sent - 40);
    expect(loadProblem(result)).toBeUndefined();
  });

  test('tells its progress now and then, and how it ended', async () => {
    const told: LoadProgress[] = [];
    await load({ target: await serve() }, { onProgress: (state) => told.push(state) });
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(10);
    expect(told.at(-1)).toMatchObject({
      ...{ planned: 100, sent: 100, accepted: 100, refused: 0, unanswered: 0, lost: 0, inFlight: 0 },
      durationMs: 1000,
    });
  });

  test('of one seed is the same, event by event', async () => {
    const bodies = async (seed: string): Promise<readonly string[]> => {
      const seen: string[] = [];
      const target = await serveBut(({ text, headers }) => {
        seen.push(text + JSON.stringify(headers));
        return false;
      });
      await load({ target, seed }, { ratePerS: 20 });
      return seen.toSorted();
    };
    const first = await bodies('one');
    expect(new Set(first).size).toBe(20);
    expect(await bodies('one')).toEqual(first);
    expect(await bodies('two')).not.toEqual(first);
  });

  test('tells what the harness itself could not send', async () => {
    const result = await load({ target: await serve() }, { carriers: ['http-binary', 'kafka-binary'] });
    expect(result).toMatchObject({ accepted: 50, faults: { count: 50 } });
    expect(loadProblem(result)).toEqual({ exit: 4, message: 'the harness could not send 50 of 100 events' });
  });
});
