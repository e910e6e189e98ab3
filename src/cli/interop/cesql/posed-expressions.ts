import type { Posed } from '../../../generate/expression/posed.js';

/** So many expressions with their events. The same seed gives the same. fast-check is loaded here. */
export async function posedExpressions(seed: string, count: number): Promise<readonly Posed[]> {
  const [{ expressions }, { sample }] = await Promise.all([
    import('../../../generate/expression/expressions.js'),
    import('../../../generate/sample.js'),
  ]);
  return sample(expressions(), seed, count);
}
