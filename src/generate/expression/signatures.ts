// The functions that every engine has (sections 3.5.1 and 3.5.2), as a generator of calls sees them.
import { BUILT_INS } from '../../cesql/functions/built-ins.js';
import type { CesqlType } from '../../cesql/types.js';

/** A call that has its definition: as many arguments as there are types. */
export interface Signature {
  readonly name: string;
  readonly arguments: readonly CesqlType[];
  readonly result: CesqlType;
}

/** Further arguments of a variadic function. */
const MORE = [0, 1, 2, 3];

/** One for each definition, and some for each variadic one. */
export const SIGNATURES: readonly Signature[] = [...BUILT_INS.values()].flat().flatMap((definition) => {
  const { name, parameters, variadic, result } = definition;
  const typeOf = (parameter: string): CesqlType => (parameter === 'any' ? 'string' : (parameter as CesqlType));
  const counts = variadic === undefined ? [0] : MORE;
  return counts.map((more) => ({
    name,
    arguments: [...parameters, ...Array.from({ length: more }, () => variadic ?? 'any')].map(typeOf),
    result,
  }));
});

/** Names of no function, one of them longer than another's name, and one with all that a name may have. */
export const UNKNOWN_NAMES: readonly string[] = ['NOSUCH', 'LENGTHS', 'No_Such_'];
