// The loop against real servers: what it finds, what it does not, and how it ends.
import { describe, expect, it, onTestFinished } from 'vitest';
import { carriersOf } from '../../src/engine/carriers.js';
import type { CloudEvent } from '../../src/event/types.js';
import { aimsOf } from '../../src/fuzz/aims.js';
import { draw, seedNumber } from '../../src/fuzz/draw.js';
import type { Found } from '../../src/fuzz/found.js';
import type { FuzzProgress } from '../../src/fuzz/fuzz.js';
import type { EventsTrial, Trial } from '../../src/fuzz/trial.js';
import { PLAIN } from '../../src/generate/writing/types.js';
import { faultNamed } from '../../src/reference/faults/index.js';
import { serveReference } from '../../src/reference/serve.js';
import { type FuzzUrlOptions, fuzzReference, fuzzUrl } from './helpers/fuzz-reference.js';
import { event, events } from './helpers/trials.js';

/** The first defect that is found, within so many messages. */
async function firstFound(fault: string, runs = 4000): Promise<Found> {
  const end = new AbortController();
  const { findings } = await fuzzReference({
    faults: [fault],
    runs,
    signal: end.signal,
    onFinding: () => end.abort(),
  });
  const [found] = findings;
  if (found === undefined) expect.fail(`nothing was found of ${fault}`);
  return found;
}

/** Refuses, and alters: two faults that are met soon. */
const [ORDER, CAPITALS] = ['json.env.syntax/specversion-first', 'http.bin.case/capitals'] as const;

/** The first defects that are found of the two. */
async function foundOf(count: number, options: FuzzUrlOptions): Promise<readonly Found[]> {
  const end = new AbortController();
  const found: Found[] = [];
  await fuzzReference({
    faults: [ORDER, CAPITALS],
    runs: 2000,
    signal: end.signal,
    ...options,
    onFinding: (one) => {
      if (found.push(one) === count) end.abort();
    },
  });
  return found;
}

const aims = aimsOf({ decodes: carriersOf(['http']), encodes: [], evaluates: false });

const eventsIn = (trial: Trial): EventsTrial => (trial.kind === 'events' ? trial : expect.fail(trial.kind));

describe('a faultless target', () => {
  it('has no findings, and every cell is reached', async () => {
    const { findings, totals, more, fixed, stopped } = await fuzzReference({ runs: 800 });
    expect(findings.map(({ symptom }) => symptom)).toEqual([]);
    expect({ more, fixed, stopped }).toEqual({ more: 0, fixed: [], stopped: undefined });
    expect(totals.messages).toBeGreaterThanOrEqual(800);
    expect(totals.cells().reached).toBe(totals.cells().total);
    expect(totals.unanswered).toBe(0);
    expect([...totals.kinds.values()].reduce((sum, count) => sum + count, 0)).toBe(totals.trials);
  });

  it('that claims to validate has none either', async () => {
    const { findings } = await fuzzReference({ validates: true, seed: 'validates' });
    expect(findings.map(({ symptom }) => symptom)).toEqual([]);
  });
});

describe('a fault is found, and shrunk to what it takes', () => {
  it.each<readonly [string, Found['symptom']['class'], CloudEvent]>([
    ['core.type.time/two-digit-year', 'altered', event({ time: '0001-01-01T00:00:00Z' })],
    ['core.type.time/leap-second', 'refused', event({ time: '2016-12-31T23:59:60Z' })],
    ['core.ext.empty-string/unset', 'altered', event({ a: '' })],
    ['json.read.b64/one-over', 'altered', event({}, { kind: 'binary', bytes: Uint8Array.of(0) })],
  ])('%s', async (fault, kind, smallest) => {
    const found = await firstFound(fault);
    expect(found).toMatchObject({ kind: 'reliable', again: { hits: 3, of: 3 }, symptom: { class: kind } });
    const trial = eventsIn(found.trial);
    expect(trial.events).toEqual([smallest]);
    expect(trial.writings.map((one) => one.spelling)).toEqual([PLAIN]);
    expect(found.evidence.length).toBeGreaterThan(0);
  });

  it('capitals that a target does not understand are left, and one extension', async () => {
    const { trial, symptom } = await firstFound('http.bin.case/capitals');
    expect(symptom).toMatchObject({ class: 'altered', way: 'http-binary' });
    const { events: all, writings } = eventsIn(trial);
    expect(all.map(({ attributes }) => [...attributes.keys()])).toEqual([[...event({ a: '' }).attributes.keys()]]);
    expect(writings.map(({ spelling }) => spelling)).toEqual([{ ...PLAIN, names: 'upper' }]);
  });

  it('an order that a target does not understand is left as the only thing', async () => {
    const found = await firstFound(ORDER);
    expect(found).toMatchObject({ kind: 'reliable', symptom: { class: 'refused', way: 'http-structured' } });
    const { events: all, writings } = eventsIn(found.trial);
    expect(all).toEqual([event()]);
    expect(writings).toHaveLength(1);
    expect({ ...writings[0]?.spelling, order: 0 }).toEqual(PLAIN);
    expect(writings[0]?.spelling.order).not.toBe(0);
  });

  it('a memory of earlier events needs the same message twice', async () => {
    const found = await firstFound('core.id.dedupe/data-lost');
    expect(found).toMatchObject({ kind: 'reliable', symptom: { class: 'unrepeatable' }, trial: { again: true } });
    const [one] = eventsIn(found.trial).events;
    expect([...(one?.attributes.keys() ?? [])]).toEqual(['specversion', 'id', 'source', 'type']);
    expect(one?.data).toBeDefined();
  });

  it('a race needs others beside it, and no more than a plain event', async () => {
    const found = await firstFound('http.bin.attrs/shared');
    expect(found).toMatchObject({ kind: 'beside', beside: 1 });
    expect(found.again.hits).toBeGreaterThan(1);
    expect(eventsIn(found.trial).events).toEqual([event()]);
  });

  it('once, however often it is met', async () => {
    const { findings } = await fuzzReference({ faults: [CAPITALS], carriers: ['http-binary'], runs: 120 });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.count).toBeGreaterThan(1);
  });

  it('and another one as another, with a path that leads to it', async () => {
    const found = await foundOf(2, { shard: { index: 2, of: 5 } });
    expect(new Set(found.map(({ symptom }) => symptom.class))).toEqual(new Set(['refused', 'altered']));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    // Of the second of five shards, counted from none.
    expect(found.map(({ path }) => path.index % 5)).toEqual([2, 2]);
    for (const { path, met } of found) {
      const aim = aims.find(({ name }) => name === path.aim);
      expect(aim && draw(aim.arbitrary, seedNumber(path.seed), path.index).trial).toEqual(met);
    }
  });
});

describe('a run', () => {
  it('is the same for the same seed where one trial is under way at a time', async () => {
    const sent = async (seed: string): Promise<readonly unknown[]> => {
      const { totals } = await fuzzReference({ seed, concurrency: 1, runs: 150 });
      return [totals.messages, totals.trials, totals.accepted, totals.refused, [...totals.kinds], totals.perCell];
    };
    const first = await sent('one');
    expect(await sent('one')).toEqual(first);
    expect(await sent('two')).not.toEqual(first);
  });

  it('tells its progress, and that it shrinks', async () => {
    const told: FuzzProgress[] = [];
    const { totals, findings } = await fuzzReference({
      faults: [ORDER],
      carriers: ['http-structured'],
      runs: 60,
      onProgress: (progress) => told.push(progress),
    });
    expect(told.some(({ isShrinking }) => isShrinking)).toBe(true);
    expect(told.at(-1)).toMatchObject({ findings: findings.length, messages: totals.messages, cells: totals.cells() });
    expect(told.every(({ messages }, at) => messages >= (told[at - 1]?.messages ?? 0))).toBe(true);
  });

  it('that is interrupted gives what it has, and says so', async () => {
    const end = new AbortController();
    const { totals, stopped, findings } = await fuzzReference({
      runs: 100_000,
      signal: end.signal,
      onProgress: ({ messages }) => {
        if (messages > 50) end.abort(new Error('it was interrupted'));
      },
    });
    expect(stopped).toBe('it was interrupted');
    expect(totals.messages).toBeGreaterThan(50);
    expect(totals.messages).toBeLessThan(1000);
    expect(findings).toEqual([]);
  });

  it('that is interrupted before it began sends nothing', async () => {
    const { totals, stopped } = await fuzzReference({ signal: AbortSignal.abort(new Error('too soon')) });
    expect([totals.messages, stopped]).toEqual([0, 'too soon']);
  });

  it('sends no more messages a second than it may', async () => {
    const { totals, durationMs } = await fuzzReference({ concurrency: 1, runs: 60, ratePerS: 200 });
    // The last trial may have several messages, and the first begins at once.
    const most = 10;
    expect((durationMs / 1000) * 200).toBeGreaterThanOrEqual(totals.messages - most);
  });

  it('that finds nobody there any more ends, says so, and blames no rule', async () => {
    const served = await serveReference();
    onTestFinished(() => served.close());
    let isClosed = false;
    // A clock that is a hundred times as fast, so that nobody waits for half a minute.
    const started = performance.now();
    const now = (): number => started + (performance.now() - started) * 100;
    const { findings, stopped, totals } = await fuzzUrl(served.url, {
      runs: 100_000,
      now,
      onProgress: ({ messages }) => {
        if (messages < 60 || isClosed) return;
        isClosed = true;
        void served.close();
      },
    });
    expect(stopped).toMatch(/^the target is gone, and did not come back: /);
    expect(findings.map(({ symptom }) => symptom.requirement)).toEqual([undefined]);
    expect(findings).toMatchObject([{ kind: 'flaky', again: { hits: 0, of: 0 } }]);
    expect(totals.messages).toBeLessThan(10_000);
  });
});

describe('saved findings', () => {
  const LEAP: Trial = events(event({ time: '2016-12-31T23:59:60Z' }));
  const PLAINEST: Trial = events();

  it('are tried first: what no longer fails is told as fixed, what still does is found', async () => {
    const found: Found[] = [];
    const { fixed, findings } = await fuzzReference({
      faults: ['core.type.time/leap-second'],
      saved: [
        { id: 'one', trial: LEAP },
        { id: 'two', trial: PLAINEST },
      ],
      runs: 1,
      onFinding: (one) => found.push(one),
    });
    expect(fixed).toEqual(['two']);
    expect(findings).toEqual(found);
    expect(found).toMatchObject([{ path: { aim: 'saved one' }, kind: 'reliable', after: 0 }]);
  });

  it('are fixed where nothing is wrong any more', async () => {
    const { fixed, findings } = await fuzzReference({ saved: [{ id: 'one', trial: LEAP }], runs: 1 });
    expect([fixed, findings]).toEqual([['one'], []]);
  });

  it('are not fixed where nobody lets them in', async () => {
    const served = await serveReference({
      mishap: (response) => {
        if (!isShut) return false;
        response.writeHead(429).end();
        return true;
      },
    });
    let isShut = false;
    onTestFinished(() => served.close());
    const { fixed, findings } = await fuzzUrl(served.url, {
      saved: [{ id: 'one', trial: LEAP }],
      runs: 1,
      // Asked for when the run begins, after the target was probed.
      now: () => {
        isShut = true;
        return performance.now();
      },
    });
    expect([fixed, findings]).toEqual([[], []]);
  });

  it('that failed beside others are tried beside as many', async () => {
    const served = await serveReference({ faults: [faultNamed('http.bin.attrs/shared')] });
    onTestFinished(() => served.close());
    const saved = { id: 'race', trial: PLAINEST };
    const alone = await fuzzUrl(served.url, { saved: [saved], runs: 1, concurrency: 1 });
    const beside = await fuzzUrl(served.url, { saved: [{ ...saved, beside: 1 }], runs: 1, concurrency: 1 });
    expect([alone.fixed, beside.fixed]).toEqual([['race'], []]);
  });
});
