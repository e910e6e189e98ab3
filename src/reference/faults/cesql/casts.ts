// What goes wrong with casts (section 3.7): what the conversions of other languages take and give.
import { failure } from '../../../cesql/problem.js';
import type { CesqlType, Expression } from '../../../cesql/types.js';
import { type Fault, fault } from '../../fault.js';
import { onBinary, onCast, onSemantics, onTree } from './change.js';

const fromText = (change: (text: string) => string): Pick<Fault, 'engine'> =>
  onCast((cast) => ({ integer: (value) => cast.integer(typeof value === 'string' ? change(value) : value) }));

const truthOfText = (change: (text: string) => string): Pick<Fault, 'engine'> =>
  onCast((cast) => ({ boolean: (value) => cast.boolean(typeof value === 'string' ? change(value) : value) }));

/** Compares both operands as another type than that of the right one. */
const onEquality = (common: (left: CesqlType, right: CesqlType) => CesqlType): Pick<Fault, 'engine'> =>
  onBinary(['=', '!=', '<>'], (definition) => ({
    ...definition,
    operands: (left, right) => [common(left, right), common(left, right)],
  }));

/** A sum that begins with an attribute, as a call that joins. */
const joined = (node: Expression): Expression =>
  node.kind === 'binary' && node.operator === '+' && node.left.kind === 'attribute'
    ? { kind: 'call', name: 'CONCAT', arguments: [node.left, node.right], span: node.span }
    : node;

export const CAST_FAULTS: readonly Fault[] = [
  fault(
    'cesql.cast.all/boolean-to-string',
    'casts no Boolean to String before LIKE',
    onSemantics(({ like }) => ({
      like: {
        ...like,
        operand: (type) => (type === 'boolean' ? type : 'string'),
        matcher: (pattern) => {
          const match = like.matcher(pattern);
          return (value) => (typeof value === 'boolean' ? failure(false, 'cast', 'no String') : match(value));
        },
      },
    })),
  ),
  fault(
    'cesql.cast.int-str/grouped',
    'puts commas between the thousands',
    onCast(() => ({ string: (value) => (typeof value === 'number' ? value.toLocaleString('en-US') : String(value)) })),
  ),
  fault(
    'cesql.cast.int-bool/low-bits',
    'looks at the lowest 16 bits of an Integer',
    onCast((cast) => ({ boolean: (value) => cast.boolean(typeof value === 'number' ? value & 0xffff : value) })),
  ),
  fault(
    'cesql.cast.str-int/long',
    'takes a String of more than ten digits for an Integer beyond 32 bits, zeros in front of it or not',
    fromText((text) => (/^[+-]?\d{11,}$/.test(text) ? '' : text)),
  ),
  fault(
    'cesql.cast.str-int/octal',
    'reads a String that begins with a zero as octal',
    fromText((text) => (/^0[0-7]+$/.test(text) ? String(Number.parseInt(text, 8)) : text)),
  ),
  fault(
    'cesql.cast.str-int-bad/trimmed',
    'trims a String before it reads an Integer',
    fromText((text) => text.trim()),
  ),
  fault(
    'cesql.cast.str-int-bad/prefix',
    'reads the Integer that a String begins with, as parseInt does',
    fromText((text) => /^[+-]?\d+(?=[a-zA-Z_,-])/.exec(text)?.[0] ?? text),
  ),
  fault(
    'cesql.cast.str-int-bad/wrapped',
    'wraps the Integer of a String that is beyond 32 bits',
    fromText((text) =>
      /^[+-]?\d+$/.test(text) ? String(Number(BigInt.asIntN(32, BigInt(text.replace('+', ''))))) : text,
    ),
  ),
  fault(
    'cesql.cast.str-bool/mixed',
    'knows true, True and TRUE, and no other case',
    truthOfText((text) => (/^([a-z]+|[A-Z][a-z]+|[A-Z]+)$/.test(text) ? text : '')),
  ),
  fault(
    'cesql.cast.str-bool-bad/letters',
    'takes t and f for Booleans, as some languages do',
    truthOfText((text) => (/^t$/i.test(text) ? 'true' : /^f$/i.test(text) ? 'false' : text)),
  ),
  fault(
    'cesql.cast.str-bool-bad/trimmed',
    'trims a String before it reads a Boolean',
    truthOfText((text) => text.trim()),
  ),
  fault(
    'cesql.cast.bool-int/union',
    'adds two Booleans to a Boolean, and casts that',
    onBinary(['+'], (definition, { cast }) => ({
      ...definition,
      operands: (left, right) => (left === 'boolean' && right === 'boolean' ? [left, right] : ['integer', 'integer']),
      apply: (x, y) => (typeof x === 'boolean' ? cast.integer(x || y === true) : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.cast.bool-str/title',
    'writes False with a capital, as Python does',
    onCast((cast) => ({ string: (value) => (value === false ? 'False' : cast.string(value)) })),
  ),
  fault(
    'cesql.cast.right/left-string',
    'compares an Integer with a String on its left as Strings',
    onEquality((left, right) => (left === 'string' && right === 'integer' ? left : right)),
  ),
  fault(
    'cesql.cast.right/integers',
    'compares a Boolean with an Integer on its left as Integers',
    onEquality((left, right) => (left === 'integer' && right === 'boolean' ? left : right)),
  ),
  fault(
    'cesql.cast.chain/outside-in',
    'joins where a String is asked for from outside, instead of adding first',
    onTree((node) => {
      if (node.kind === 'call') return { ...node, arguments: node.arguments.map(joined) };
      return node.kind === 'like' ? { ...node, operand: joined(node.operand) } : node;
    }),
  ),
];
