// What an intermediary passes on, and what it does not: the way of every event from the target to the sink.
import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { HttpMessage } from '../../../src/binding/types.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { loadProblem } from '../../../src/fuzz/load/load-problem.js';
import { brokerInMemory } from '../../../src/reference/broker-in-memory.js';
import { consumeWith } from '../../../src/reference/consumer.js';
import { receive } from '../../../src/reference/receiver.js';
import type { HttpTarget, Sink, Target } from '../../../src/target/types.js';
import { openSink, openTarget } from '../../engine/helpers/drive.js';
import { type Incoming, startHttp } from '../../engine/helpers/http-server.js';
import { load } from './helpers/load.js';

/** Whether it is the tenth, the twentieth and so on. */
const isTenth = ({ index }: Incoming): boolean => index % 10 === 9;

const send = async (target: Target, { headers, body }: HttpMessage): Promise<void> => {
  const own = headers.filter(([name]) => /^(?:ce-|content-type$)/i.test(name));
  await target.exchange({ headers: own, body, method: 'POST', via: 'client' }, { timeoutMs: 20_000 });
};

/** Passes on what it gets, in its own words, as `forward` decides. */
const intermediary = async (
  sink: Sink,
  forward: (request: Incoming, post: (message: HttpMessage) => Promise<void>) => Promise<void>,
): Promise<HttpTarget> => {
  const way = openTarget(sink.url);
  const post = (message: HttpMessage): Promise<void> => send(way, message);
  const { url } = await startHttp(async (request, response) => {
    await forward(request, post);
    response.writeHead(202).end();
  });
  return openTarget(url);
};

/** Waits for nothing longer than a moment: what these intermediaries pass on is there before they answer. */
const impatient = (sink: Sink): Sink => ({
  ...sink,
  take: (token, options) => sink.take(token, { ...options, timeoutMs: Math.min(options.timeoutMs, 200) }),
});

describe('an intermediary', () => {
  test('that loses every fiftieth event has lost exactly these', async () => {
    const sink = await openSink();
    const target = await intermediary(sink, async (request, post) => {
      if (request.index % 50 !== 49) await post(request);
    });
    const result = await load({ target, observation: 'sink', sink: impatient(sink) });
    expect(result).toMatchObject({ sent: 100, accepted: 100, lost: 2, overdue: 0, duplicated: 0, unseen: 0 });
    expect(loadProblem(result)).toEqual({ exit: 1, message: 'of 100 valid events, 2 accepted and lost' });
  });

  test('that passes some on twice duplicates, which is no loss', async () => {
    const sink = await openSink();
    const target = await intermediary(sink, async (request, post) => {
      await post(request);
      if (isTenth(request)) await post(request);
    });
    const result = await load({ target, observation: 'sink', sink });
    expect(result).toMatchObject({ accepted: 100, lost: 0, duplicated: 10, altered: { count: 0 } });
    expect(loadProblem(result)).toBeUndefined();
  });

  test('that passes some on again when they have long been taken duplicates as well', async () => {
    const sink = await openSink();
    const way = openTarget(sink.url);
    const target = await intermediary(sink, (request, post) => post(request));
    let taken = 0;
    const again: Sink = {
      ...sink,
      async take(token, options) {
        const messages = await sink.take(token, options);
        taken += options.count;
        if (options.count === 1 && taken % 10 === 0)
          for (const message of messages) if (message.binding === undefined) await send(way, message);
        return messages;
      },
    };
    const result = await load({ target, observation: 'sink', sink: again });
    expect(result).toMatchObject({ accepted: 100, lost: 0, duplicated: 10 });
  });

  test('that gathers events in batches has lost none of them', async () => {
    const sink = await openSink();
    const kept: CloudEvent[] = [];
    const target = await intermediary(sink, async (request, post) => {
      const received = receive(request);
      if (received.kind === 'events') kept.push(...received.events);
      if (kept.length === 10) await post(encodeHttp(kept.splice(0), 'batch'));
    });
    const result = await load({ target, observation: 'sink', sink });
    expect(result).toMatchObject({ accepted: 100, lost: 0, overdue: 0, duplicated: 0, altered: { count: 0 } });
  });

  test('that passes an event on after the timeout is late, and has lost nothing', async () => {
    const sink = await openSink();
    const way = openTarget(sink.url);
    const late: Incoming[] = [];
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const target = await intermediary(sink, async (request, post) => {
      if (isTenth(request)) late.push(request);
      else await post(request);
    });
    // Those that were given up are held until all of them have been passed on after all.
    let missing = 0;
    const patient: Sink = {
      ...sink,
      async take(token, options) {
        const messages = await impatient(sink).take(token, options);
        if (messages.length > 0 || options.count === 0) return messages;
        missing += 1;
        if (missing === 10) {
          for (const request of late) await send(way, request);
          release();
        }
        await released;
        return messages;
      },
    };
    const result = await load({ target, observation: 'sink', sink: patient });
    expect(result).toMatchObject({ accepted: 100, lost: 0, overdue: 10, duplicated: 0 });
    expect(loadProblem(result)).toEqual({ exit: 3, message: 'of 100 valid events, 10 came out after the timeout' });
  });

  test('from which nothing arrives is not accused: the way to the sink may be what is broken', async () => {
    const sink = await openSink();
    const target = await intermediary(sink, () => Promise.resolve());
    const result = await load({ target, observation: 'sink', sink: impatient(sink) }, { ratePerS: 20 });
    expect(result).toMatchObject({ accepted: 20, lost: 20 });
    expect(loadProblem(result)).toMatchObject({ exit: 3, message: expect.stringContaining('nothing arrived') });
  });

  test('that is stopped while events are awaited at the sink has lost none of them', async () => {
    const sink = await openSink();
    const controller = new AbortController();
    let answered = 0;
    let haveForty = (): void => undefined;
    const forty = new Promise<void>((resolve) => {
      haveForty = resolve;
    });
    const target = await intermediary(sink, async (request, post) => {
      if (request.index < 40) await post(request);
      else await forty;
    });
    const counted: typeof target = {
      ...target,
      async exchange(request, options) {
        const exchange = await target.exchange(request, options);
        answered += 1;
        if (answered === 40) haveForty();
        if (answered === 60) controller.abort();
        return exchange;
      },
    };
    const result = await load({ target: counted, observation: 'sink', sink, signal: controller.signal });
    expect(result).toMatchObject({ lost: 0, overdue: 0, stopped: 'the run was interrupted' });
    expect(result.accepted).toBeGreaterThanOrEqual(60);
    expect(result.unseen).toBe(result.accepted - 40);
  });
});

test('what does not come over a broker while the connection to it was lost is not known to be lost', async () => {
  let interruptions = 0;
  let read = 0;
  const { target, sink } = brokerInMemory((message) => {
    read += 1;
    if (read % 10 !== 0) return consumeWith(message, [], 'structured');
    interruptions += 1;
    return [];
  });
  const result = await load(
    { target: { ...target, interruptions: () => interruptions }, sink: impatient(sink), observation: 'sink' },
    { carriers: ['kafka-binary'] },
  );
  expect(result).toMatchObject({ accepted: 100, lost: 0, unseen: 10 });
  expect(loadProblem(result)).toMatchObject({ exit: 3 });
});
