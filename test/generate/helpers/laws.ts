// What every generator owes: its values are legal, a seed repeats them, and a failure shrinks to a small value.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sample } from '../../../src/generate/sample.js';

export interface Laws<T> {
  /** Whether a value is what the grammar of the generator promises. */
  readonly isLegal: (value: T) => boolean;
  /** Kinds of values that have to be among some hundreds. */
  readonly kinds: Readonly<Record<string, (value: T) => boolean>>;
  /** Whether a value is as small as shrinking should make it. */
  readonly isSmall: (value: T) => boolean;
}

/** Draws that a kind has to be among; one in fifty is missed once in half a million test runs. */
const DRAWS = 700;

/** The tests of a generator. */
export function obeysTheLaws<T>(arbitrary: fc.Arbitrary<T>, { isLegal, kinds, isSmall }: Laws<T>): void {
  it('gives legal values alone', () => {
    fc.assert(fc.property(arbitrary, isLegal), { numRuns: 500 });
  });

  it.each(Object.keys(kinds))('gives %s', (kind) => {
    expect(sample(arbitrary, `kinds of ${kind}`, DRAWS).some((value) => kinds[kind]?.(value) === true)).toBe(true);
  });

  it('gives the same values for a seed, and others for another', () => {
    const drawn = (seed: string) => fc.stringify(sample(arbitrary, seed, 30));
    expect(drawn('one')).toBe(drawn('one'));
    expect(drawn('one')).not.toBe(drawn('two'));
  });

  it('shrinks to a small value, which is legal too', () => {
    const seen: T[] = [];
    const failure = fc.check(
      fc.property(arbitrary, (value) => {
        seen.push(value);
        return false;
      }),
      { seed: 7 },
    );
    expect(failure.failed).toBe(true);
    const [smallest] = failure.counterexample ?? [];
    expect(smallest !== undefined && isSmall(smallest), fc.stringify(smallest)).toBe(true);
    expect(seen.filter((value) => !isLegal(value))).toEqual([]);
  });
}
