// Numbers without a bias: what is drawn from a table has no edges that one should lead to.
import fc from 'fast-check';

/** A number from 0 to `most`, all alike. */
export const evenly = (most: number): fc.Arbitrary<number> => new Evenly(most);

/** Draws and shrinks as `fc.noBias(fc.nat(most))` does; it is drawn for every character of every text. */
class Evenly extends fc.Arbitrary<number> {
  readonly #nat: fc.Arbitrary<number>;

  constructor(private readonly most: number) {
    super();
    this.#nat = fc.nat(most);
  }

  override generate(random: fc.Random): fc.Value<number> {
    return new fc.Value(random.nextInt(0, this.most), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is number {
    return this.#nat.canShrinkWithoutContext(value);
  }

  override shrink(value: number, context: unknown): fc.Stream<fc.Value<number>> {
    return this.#nat.shrink(value, context);
  }
}

/** Numbers from 0 to `most`, as many as the lengths allow. */
export const manyEvenly = (most: number, lengths: Lengths): fc.Arbitrary<readonly number[]> =>
  new ManyEvenly(most, lengths);

/** The least is below the most. */
export interface Lengths {
  readonly minLength: number;
  readonly maxLength: number;
}

/** Draws and shrinks as an `fc.array` of `evenly(most)` does, which keeps books for each item. */
class ManyEvenly extends fc.Arbitrary<readonly number[]> {
  readonly #array: fc.Arbitrary<readonly number[]>;

  constructor(
    private readonly most: number,
    private readonly lengths: Lengths,
  ) {
    super();
    this.#array = fc.array(evenly(most), lengths);
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<readonly number[]> {
    const { minLength, maxLength } = this.lengths;
    const isShort = bias !== undefined && random.nextInt(1, bias) === 1 && random.nextInt(1, bias) === 1;
    const length = random.nextInt(minLength, isShort ? shortOf(this.lengths) : maxLength);
    const numbers: number[] = [];
    for (let at = 0; at < length; at++) numbers.push(random.nextInt(0, this.most));
    return new fc.Value(numbers, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly number[] {
    return this.#array.canShrinkWithoutContext(value);
  }

  override shrink(value: readonly number[], context: unknown): fc.Stream<fc.Value<readonly number[]>> {
    return this.#array.shrink(value, context);
  }
}

/** The longest of those that a bias leads to. */
const shortOf = ({ minLength, maxLength }: Lengths): number => minLength + Math.floor(Math.log2(maxLength - minLength));
