import type { CesqlType } from '../../cesql/types.js';
import type { Part } from './inspect.js';

/** The type of what a part gives. */
export function typeOf({ value }: Part): CesqlType {
  return typeof value === 'number' ? 'integer' : typeof value === 'string' ? 'string' : 'boolean';
}

/** The requirement of the cast that takes an operand to a type; undefined where it has it. */
export function castTo(type: CesqlType, operand: Part): string | undefined {
  const from = typeOf(operand);
  if (from === type) return undefined;
  const text = String(operand.value);
  switch (`${from} ${type}`) {
    case 'integer boolean':
      return 'cesql.cast.int-bool';
    case 'string boolean':
      return /^(?:true|false)$/i.test(text) ? 'cesql.cast.str-bool' : 'cesql.cast.str-bool-bad';
    case 'boolean integer':
      return 'cesql.cast.bool-int';
    case 'string integer':
      return /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) <= 2 ** 31 && Number(text) !== 2 ** 31
        ? 'cesql.cast.str-int'
        : 'cesql.cast.str-int-bad';
    case 'boolean string':
      return 'cesql.cast.bool-str';
    default:
      return 'cesql.cast.int-str';
  }
}
