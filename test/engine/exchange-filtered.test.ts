// Filters between a target and the sink: real ones, none at all, and paths that are slow, shut or late.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/engine/case.js';
import type { Drive } from '../../src/engine/drive.js';
import { exchangeCase } from '../../src/engine/exchange-case.js';
import { OPEN_FILTER, rememberingFilter } from '../../src/engine/exchange-filtered.js';
import { observe } from '../../src/engine/observe.js';
import { serveReference } from '../../src/reference/serve.js';
import type { Exchange, Reply, SetFilter, Sink } from '../../src/target/types.js';
import { filterCaseOf } from '../../suites/expression/filter-case.js';
import type { FilterVector } from '../../suites/expression/types.js';
import { driveOf, openSink } from './helpers/drive.js';
import { type Incoming, startHttp } from './helpers/http-server.js';
import { BASE, requirement, tinySuite } from './tiny-suite.js';

const suite = tinySuite();
const of = (expression: string, passes?: boolean): Case => {
  const vector: FilterVector = {
    requirement: 'cesql.filter.bool',
    variant: 'tested',
    title: 'tested',
    expression,
    event: { set: { subject: '{token}-subject', sequence: 5 } },
    ...(passes === undefined ? {} : { passes }),
  };
  return filterCaseOf(vector, requirement(vector.requirement, { role: 'broker' }), BASE);
};

/** A broker that passes on what `lets` lets through, given the filter in force. */
async function broker(lets: (filter: string, request: Incoming) => boolean | Promise<boolean>, set?: Reply) {
  const sink = await openSink();
  const filters: string[] = [];
  const server = await startHttp(async (request, response) => {
    response.writeHead(202).end();
    if (await lets(filters.at(-1) ?? '', request)) await pass(request, sink);
  });
  const setFilter: SetFilter = async (expression): Promise<Exchange> => {
    if (set !== undefined && expression !== OPEN_FILTER) return { reply: set, ms: 0 };
    filters.push(expression);
    return { reply: { kind: 'set' }, ms: 0 };
  };
  return {
    drive: driveOf(server.url, suite, { observation: 'sink', sink, setFilter, timeoutMs: 1_500 }),
    filters,
    sink,
  };
}

const pass = ({ headers, body }: Incoming, sink: Sink) =>
  fetch(sink.url, {
    method: 'POST',
    headers: headers.filter(([name]) => /^content-type$/i.test(name)).map(([name, value]) => [name, value]),
    body: Buffer.from(body),
  });

/** The judgement of one case, and what it rests on. */
async function judged(item: Case, drive: Drive) {
  const evidence = await exchangeCase(item, drive);
  return { evidence, judgement: item.judge(observe(evidence)) };
}

describe('a broker that filters', () => {
  it.each([
    ['TRUE', true],
    ["subject LIKE '{token}%'", true],
    ['sequence + 1 = 6', true],
    ['FALSE', false],
    ['sequence', false],
    ["'true'", false],
    ['missing OR TRUE', false],
  ])('passes: %s %s', async (expression, passes) => {
    const sink = await openSink();
    const served = await serveReference({ forward: sink.url, filtered: true });
    const setFilter: SetFilter = async (text) => {
      const response = await fetch(served.filterUrl, { method: 'PUT', body: text });
      return { reply: response.ok ? { kind: 'set' } : { kind: 'rejected', reason: await response.text() }, ms: 0 };
    };
    try {
      const drive = driveOf(served.url, suite, { observation: 'sink', sink, setFilter, timeoutMs: 2_000 });
      const { evidence, judgement } = await judged(of(expression, passes), drive);
      expect(judgement).toEqual({ status: 'pass' });
      expect(evidence.filter).toBe(expression.replace('{token}', evidence.token));
      expect(evidence.arrived).toHaveLength(passes ? 1 : 0);
      expect(evidence).not.toHaveProperty('fence');
      const wrong = await judged(of(expression, !passes), drive);
      expect(wrong.judgement).toMatchObject({ status: 'fail' });
    } finally {
      await served.close();
    }
  });
});

describe('what must not pass', () => {
  it('is believed behind an event that passed before, and one that passed after', async () => {
    const { drive, filters } = await broker((filter) => filter === OPEN_FILTER);
    expect((await judged(of('FALSE', false), drive)).judgement).toEqual({ status: 'pass' });
    expect(filters).toEqual([OPEN_FILTER, 'FALSE', OPEN_FILTER]);
  });

  it('fails where everything passes', async () => {
    const { drive } = await broker(() => true);
    expect((await judged(of('FALSE', false), drive)).judgement).toMatchObject({
      status: 'fail',
      expected: 'the event does not pass',
      actual: 'the event passes',
    });
  });

  it('says nothing where nothing passes at all', async () => {
    const { drive } = await broker(() => false);
    const { evidence, judgement } = await judged(of('FALSE', false), drive);
    expect(evidence).toMatchObject({ fence: 'lost', arrived: [] });
    expect(judgement).toMatchObject({ status: 'inconclusive', message: expect.stringContaining('nothing passes') });
  });

  it('says nothing where it passes when the filter is gone: it may have been looked at then', async () => {
    const held: (() => void)[] = [];
    const { drive } = await broker(async (filter, { text }) => {
      if (filter === OPEN_FILTER && text.includes('subject')) return true;
      if (filter === OPEN_FILTER) {
        for (const go of held.splice(0)) go();
        return true;
      }
      await new Promise<void>((resolve) => held.push(resolve));
      return true;
    });
    const { evidence, judgement } = await judged(of('FALSE', false), drive);
    expect(evidence.fence).toBe('late');
    expect(judgement).toMatchObject({ status: 'inconclusive', message: expect.stringContaining('no longer in force') });
  });
});

describe('what must pass', () => {
  it('fails where it is held back, and the path is open', async () => {
    const { drive } = await broker((filter) => filter === OPEN_FILTER);
    expect((await judged(of('1 = 1', true), drive)).judgement).toMatchObject({
      status: 'fail',
      actual: 'the event does not pass',
    });
  });

  it('says nothing where nothing passes at all', async () => {
    const { drive } = await broker(() => false);
    expect((await judged(of('1 = 1', true), drive)).judgement).toMatchObject({ status: 'inconclusive' });
  });
});

describe('a filter that is not set', () => {
  it('because the broker refuses the expression lets nothing pass', async () => {
    const refusing = await broker(() => true, { kind: 'rejected', reason: 'no such operator' });
    expect((await judged(of('1 = 1', true), refusing.drive)).judgement).toMatchObject({
      status: 'fail',
      actual: 'the filter is refused: no such operator',
    });
    expect((await judged(of('id', false), refusing.drive)).judgement).toEqual({ status: 'pass' });
    expect((await judged(of('id'), refusing.drive)).judgement).toMatchObject({ status: 'observed' });
  });

  it('for any other reason says nothing', async () => {
    const { drive } = await broker(() => true, { kind: 'unset', reason: 'connection refused' });
    for (const passes of [true, false]) {
      expect((await judged(of('1 = 1', passes), drive)).judgement).toMatchObject({
        status: 'inconclusive',
        message: expect.stringContaining('connection refused'),
      });
    }
  });
});

it('a broker that breaks down over the event has said nothing of its filter', async () => {
  const sink = await openSink();
  const server = await startHttp((request, response) => {
    if (request.text.includes('subject')) response.destroy();
    else response.writeHead(202).end();
  });
  const setFilter: SetFilter = async () => ({ reply: { kind: 'set' }, ms: 0 });
  const drive = driveOf(server.url, suite, { observation: 'sink', sink, setFilter, timeoutMs: 500 });
  expect((await judged(of('1 = 1', true), drive)).judgement).toMatchObject({ status: 'inconclusive' });
});

it('what is open is recorded', async () => {
  const { drive } = await broker(() => true);
  expect((await judged(of('1 = 1'), drive)).judgement).toMatchObject({
    status: 'observed',
    actual: 'the event passes',
  });
});

it('without a way to set one there is no answer, and that is no fault of the target', async () => {
  const { drive } = await broker(() => true);
  const { setFilter: _, ...without } = drive;
  await expect(exchangeCase(of('TRUE', true), without)).rejects.toThrowError(/no filter can be set/);
});

describe('what is in force', () => {
  it('is set once, and again after another one, or after one that failed', async () => {
    const asked: string[] = [];
    const set = rememberingFilter(async (expression) => {
      asked.push(expression);
      return { reply: expression === 'bad' ? { kind: 'rejected', reason: 'bad' } : { kind: 'set' }, ms: 1 };
    });
    const options = { timeoutMs: 1 };
    for (const expression of ['a', 'a', 'b', 'a', 'a', 'bad', 'a', 'bad', 'bad'])
      expect((await set(expression, options)).reply.kind).toBe(expression === 'bad' ? 'rejected' : 'set');
    expect(asked).toEqual(['a', 'b', 'a', 'bad', 'a', 'bad', 'bad']);
  });
});
