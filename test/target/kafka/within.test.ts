import { describe, expect, test } from 'vitest';
import { limitOf, overrunOf, pause, within } from '../../../src/target/kafka/within.js';

const never = new Promise<never>(() => undefined);
const why = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', overrunOf);

describe('within', () => {
  test('gives what the work gives, also what it throws', async () => {
    expect(await within(Promise.resolve(7), limitOf(60_000))).toBe(7);
    const failing = within(Promise.reject(new Error('its own')), limitOf(60_000));
    await expect(failing).rejects.toThrow('its own');
    expect(await why(within(Promise.reject(new Error('its own')), limitOf(60_000)))).toBeUndefined();
  });

  test('ends at its deadline, also one that is over', async () => {
    expect(await why(within(never, limitOf(5)))).toBe('late');
    expect(await why(within(never, limitOf(-5)))).toBe('late');
  });

  test('ends with each of its signals, also one that is aborted already', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const waiting = why(within(never, limitOf(60_000, one.signal, undefined, other.signal)));
    other.abort();
    expect(await waiting).toBe('aborted');
    expect(await why(within(never, limitOf(60_000, AbortSignal.abort())))).toBe('aborted');
  });
});

describe('pause', () => {
  test('is over after its time, at the deadline or with the signal', async () => {
    const started = performance.now();
    await pause(5, limitOf(60_000));
    await pause(60_000, limitOf(5));
    await pause(60_000, limitOf(60_000, AbortSignal.abort()));
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
