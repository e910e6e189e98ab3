// The functions that every engine has (sections 3.5.1 and 3.5.2), and INT, BOOL and STRING, which section 3.7 and an
// example only name (position A64): they give back the argument that was cast for them.
import { MAX_INTEGER, MIN_INTEGER } from '../../event/integer.js';
import { failure } from '../problem.js';
import type { CesqlType, CesqlValue } from '../types.js';
import { lengthOf } from './characters.js';
import { left, right, substring } from './substring.js';
import { toTable } from './table.js';
import { trim } from './trim.js';
import type { FunctionDefinition, FunctionResult, FunctionTable, ParameterType } from './types.js';

// The evaluator casts every argument to the type of its parameter, and gives as many as there are parameters.
const text = (value: CesqlValue | undefined): string => value as string;
const integer = (value: CesqlValue | undefined): number => value as number;

function define(
  name: string,
  parameters: readonly ParameterType[],
  result: CesqlType,
  call: (x: CesqlValue | undefined, y: CesqlValue | undefined, z: CesqlValue | undefined) => FunctionResult,
): FunctionDefinition {
  return { name, parameters, result, call: (values) => call(values[0], values[1], values[2]) };
}

export const BUILT_INS: FunctionTable = toTable([
  define('LENGTH', ['string'], 'integer', (x) => lengthOf(text(x))),
  { name: 'CONCAT', parameters: [], variadic: 'string', result: 'string', call: (values) => values.join('') },
  {
    name: 'CONCAT_WS',
    parameters: ['string'],
    variadic: 'string',
    result: 'string',
    call: ([delimiter, ...values]) => values.join(text(delimiter)),
  },
  define('LOWER', ['string'], 'string', (x) => text(x).toLowerCase()),
  define('UPPER', ['string'], 'string', (x) => text(x).toUpperCase()),
  define('TRIM', ['string'], 'string', (x) => trim(text(x))),
  define('LEFT', ['string', 'integer'], 'string', (x, y) => left(text(x), integer(y))),
  define('RIGHT', ['string', 'integer'], 'string', (x, y) => right(text(x), integer(y))),
  define('SUBSTRING', ['string', 'integer'], 'string', (x, position) => substring(text(x), integer(position))),
  define('SUBSTRING', ['string', 'integer', 'integer'], 'string', (x, position, length) =>
    substring(text(x), integer(position), integer(length)),
  ),
  define('ABS', ['integer'], 'integer', (x) => absolute(integer(x))),
  define('INT', ['integer'], 'integer', (x) => integer(x)),
  define('BOOL', ['boolean'], 'boolean', (x) => x === true),
  define('STRING', ['string'], 'string', (x) => text(x)),
]);

function absolute(x: number): FunctionResult {
  if (x === MIN_INTEGER) return failure(MAX_INTEGER, 'math', `the absolute value of ${x} is beyond 32 bits`);
  return Math.abs(x);
}
