// What every way to shrink owes: it ends whichever steps are taken, and it gets to the smallest.
import { expect } from 'vitest';

export type Smaller<T> = (value: T) => Iterable<T>;

/** The value that is reached when the first smaller one that still holds is taken, again and again; and the attempts it took. */
export function descend<T>(
  start: T,
  smaller: Smaller<T>,
  holds: (value: T) => boolean,
  most = 5000,
): { readonly smallest: T; readonly attempts: number } {
  let [current, attempts] = [start, 0];
  const next = (): T | undefined => {
    for (const one of smaller(current)) {
      attempts += 1;
      if (attempts > most) expect.fail(`it takes more than ${most} attempts`);
      if (holds(one)) return one;
    }
    return undefined;
  };
  for (let one = next(); one !== undefined; one = next()) current = one;
  return { smallest: current, attempts };
}

/** Fails the test where some steps lead back to where they began. Every value that can be reached is tried, and how many are told. */
export function endsAlways<T>(start: T, smaller: Smaller<T>, keyOf: (value: T) => string): number {
  const state = new Map<string, 'open' | 'done'>();
  const stack: { readonly key: string; readonly rest: Iterator<T> }[] = [];
  const enter = (value: T): void => {
    const key = keyOf(value);
    if (state.get(key) === 'open') expect.fail(`it comes back to ${key}`);
    if (state.has(key)) return;
    state.set(key, 'open');
    stack.push({ key, rest: smaller(value)[Symbol.iterator]() });
  };
  enter(start);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { done, value } = top.rest.next();
    if (done !== true) enter(value);
    else {
      state.set(top.key, 'done');
      stack.pop();
    }
  }
  return state.size;
}

/** So many of them, and no more is made. */
export function firstOf<T>(all: Generator<T>, count: number): readonly T[] {
  return Array.from({ length: count }, () => all.next()).flatMap(({ done, value }) => (done === true ? [] : [value]));
}
