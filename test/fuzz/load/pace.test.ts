import { describe, expect, test } from 'vitest';
import { type Paced, type PaceOptions, pace, plannedOf } from '../../../src/fuzz/load/pace.js';
import { manualClock } from './helpers/clock.js';

const paced = async (
  more: Partial<PaceOptions> = {},
): Promise<{ readonly plans: readonly number[]; readonly end: Paced }> => {
  const plans: number[] = [];
  const end = await pace({
    ratePerS: 10,
    durationMs: 1000,
    signal: new AbortController().signal,
    clock: manualClock(),
    hasRoom: () => true,
    send: (_, plannedAt) => plans.push(plannedAt),
    onTurn: () => undefined,
    ...more,
  });
  return { plans, end };
};

test('each is sent at its time', async () => {
  const clock = manualClock();
  clock.advance(5000);
  const sent: number[] = [];
  const { end } = await paced({
    clock,
    send(index, plannedAt) {
      expect(clock.now()).toBe(plannedAt);
      sent.push(index, plannedAt);
    },
  });
  expect(sent).toEqual(Array.from({ length: 10 }, (_, index) => [index, 5000 + index * 100]).flat());
  expect(end).toEqual({ elapsedMs: 1000, sent: 10, late: 0, heldBack: false });
});

test('what became due while the machine stood still is sent at once, late, and with the times that were planned', async () => {
  const clock = manualClock();
  const { plans, end } = await paced({
    clock,
    onTurn: ({ sent }) => {
      if (sent === 3) clock.advance(450);
    },
  });
  expect(plans).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  // Those of 300, 400, 500 and 600 are sent at 650.
  expect(end).toMatchObject({ sent: 10, late: 4 });
});

test('the answers have their turn between bursts', async () => {
  const turns: number[] = [];
  const clock = manualClock();
  await paced({
    clock,
    ratePerS: 1000,
    onTurn({ sent }) {
      if (turns.push(sent) === 1) clock.advance(500);
    },
  });
  expect(Math.max(...turns.map((sent, index) => sent - (turns[index - 1] ?? 0)))).toBe(64);
});

describe('without room', () => {
  test('nothing is sent, and the time ends all the same', async () => {
    let room = 2;
    const { plans, end } = await paced({ hasRoom: () => room-- > 0 });
    expect(plans).toEqual([0, 100]);
    expect(end).toMatchObject({ sent: 2, heldBack: true });
    expect(end.elapsedMs).toBeGreaterThanOrEqual(1000);
  });

  test('the rest follows when there is some again', async () => {
    const clock = manualClock();
    const { plans, end } = await paced({ clock, hasRoom: () => clock.now() >= 505 });
    expect(plans).toHaveLength(10);
    expect(end).toMatchObject({ sent: 10, late: 5, heldBack: true });
  });
});

test('the signal ends it', async () => {
  const controller = new AbortController();
  const { end } = await paced({
    signal: controller.signal,
    send(index) {
      if (index === 4) controller.abort();
    },
  });
  expect(end).toMatchObject({ sent: 5 });
  expect(end.elapsedMs).toBeLessThan(1000);
});

test.each([
  [500, 30_000, 15_000],
  [0.1, 1000, 1],
  [3, 500, 2],
])('%d a second for %d ms are %d events', (ratePerS, durationMs, events) => {
  expect(plannedOf(ratePerS, durationMs)).toBe(events);
});
