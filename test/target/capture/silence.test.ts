import { describe, expect, test } from 'vitest';
import { createSilence } from '../../../src/target/capture/silence.js';

/** A silence over something that a test makes busy, and how often it was told. */
function watched(ms: number) {
  const state = { isBusy: false, told: 0 };
  let tell: () => void = () => undefined;
  const silence = createSilence(
    ms,
    () => state.isBusy,
    () => {
      state.told += 1;
      tell();
    },
  );
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { state, silence, told };
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const timer = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('silence', () => {
  test('is told once, after its time', async () => {
    const { state, silence, told } = watched(20);
    const started = performance.now();
    silence.start();
    await told;
    expect(performance.now() - started).toBeGreaterThan(18);
    silence.look();
    await turns(5);
    expect(state.told).toBe(1);
  });

  test('begins anew with each start', async () => {
    const { state, silence, told } = watched(40);
    silence.start();
    for (let time = 0; time < 8; time += 1) {
      await timer(10);
      expect(state.told).toBe(0);
      silence.start();
    }
    await told;
  });

  test('is not told while something is under way, but when it is looked at afterwards', async () => {
    const { state, silence, told } = watched(1);
    state.isBusy = true;
    silence.start();
    await timer(20);
    await turns(5);
    silence.look();
    expect(state.told).toBe(0);
    state.isBusy = false;
    silence.look();
    await told;
    expect(state.told).toBe(1);
  });

  test('is not told by a look before its time', () => {
    const { state, silence } = watched(10_000);
    silence.look();
    silence.start();
    silence.look();
    silence.stop();
    expect(state.told).toBe(0);
  });

  test('is not told after a stop, at whatever point', async () => {
    for (const turn of [0, 1, 2]) {
      const { state, silence } = watched(0);
      silence.start();
      await turns(turn);
      if (state.told > 0) continue;
      silence.stop();
      await timer(5);
      await turns(5);
      expect(state.told).toBe(0);
    }
  });
});
