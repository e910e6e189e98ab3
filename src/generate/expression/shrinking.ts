// An arbitrary that shrinks by a function of ours: fast-check would shrink each part by itself, and never drop to a child.
import fc from 'fast-check';

/** The values of an arbitrary, which shrink to what `smaller` gives, the best first. `smaller` has to come to an end. */
export function shrinking<T>(values: fc.Arbitrary<T>, smaller: (value: T) => Iterable<T>): fc.Arbitrary<T> {
  return new Shrinking(values, smaller);
}

// Extending this class is how fast-check is told of another way to shrink.
class Shrinking<T> extends fc.Arbitrary<T> {
  readonly #values: fc.Arbitrary<T>;
  readonly #smaller: (value: T) => Iterable<T>;

  constructor(values: fc.Arbitrary<T>, smaller: (value: T) => Iterable<T>) {
    super();
    this.#values = values;
    this.#smaller = smaller;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<T> {
    return new fc.Value(this.#values.generate(random, biasFactor).value, undefined);
  }

  // What an arbitrary of ours made of it is all that is ever shrunk.
  override canShrinkWithoutContext(_value: unknown): _value is T {
    return true;
  }

  override shrink(value: T): fc.Stream<fc.Value<T>> {
    const smaller = this.#smaller;
    return fc.stream(
      (function* () {
        for (const one of smaller(value)) yield new fc.Value(one, undefined);
      })(),
    );
  }
}
