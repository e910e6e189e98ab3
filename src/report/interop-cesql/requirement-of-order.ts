// Whether a difference is one of precedence (section 3.6): a reading of the same text with other precedence gives what the
// engine gave.
import { compile } from '../../cesql/compile.js';
import { DEFAULT_SYNTAX } from '../../cesql/default-syntax.js';
import { parse } from '../../cesql/parse.js';
import { print } from '../../cesql/print.js';
import type { Syntax } from '../../cesql/syntax.js';
import { ERROR_MODES } from '../../engine/error-mode.js';
import type { CloudEvent } from '../../event/types.js';
import type { Answer } from './answer.js';
import { compare } from './compare.js';

/** Levels with room between them, for readings that put something there. */
const ROOM = 10;

const roomy = <K extends string>(levels: Readonly<Record<K, number>>): Readonly<Record<K, number>> =>
  Object.fromEntries(Object.entries<number>(levels).map(([operator, level]) => [operator, level * ROOM])) as Record<
    K,
    number
  >;

const ROOMY: Syntax = {
  ...DEFAULT_SYNTAX,
  unary: roomy(DEFAULT_SYNTAX.unary),
  binary: roomy(DEFAULT_SYNTAX.binary),
  like: DEFAULT_SYNTAX.like * ROOM,
  in: DEFAULT_SYNTAX.in * ROOM,
};

const { binary, unary, like, in: isIn } = ROOMY;

/** Half the way between two levels. */
const HALF = ROOM / 2;

const rightFrom = (operator: keyof typeof binary): Partial<Syntax> => ({
  isRightAssociative: (level) => level === binary[operator],
});

const loose = (operators: readonly (keyof typeof binary)[], level: number): Partial<Syntax> => ({
  binary: { ...binary, ...Object.fromEntries(operators.map((operator) => [operator, level])) },
});

/** Other readings, each with the requirement that rules it out. Levels are those of the syntax, or between two of them. */
const READINGS: readonly (readonly [id: string, other: Partial<Syntax>])[] = [
  ['cesql.prec.left-logic', rightFrom('AND')],
  ['cesql.prec.left-logic', loose(['AND'], binary.AND + HALF)],
  ['cesql.prec.left-logic', loose(['OR', 'XOR'], binary.AND + HALF)],
  ['cesql.prec.left-cmp', rightFrom('=')],
  ['cesql.prec.left-cmp', loose(['<', '<=', '>', '>='], binary['='] + HALF)],
  ['cesql.prec.left-math', rightFrom('+')],
  ['cesql.prec.left-math', rightFrom('*')],
  ['cesql.prec.math', loose(['+', '-'], binary['*'])],
  ['cesql.prec.math', loose(['+', '-'], binary['*'] + HALF)],
  ['cesql.prec.math', loose(['*', '/', '%'], binary['+'])],
  ['cesql.prec.cmp', loose(['=', '!=', '<>', '<', '<=', '>', '>='], binary.AND)],
  ['cesql.prec.not-eq', { unary: { ...unary, NOT: binary['='] - HALF } }],
  ['cesql.prec.unary-like', { unary: { ...unary, NOT: isIn - HALF } }],
  ['cesql.prec.unary-like', { unary: { ...unary, '-': isIn - HALF } }],
  ['cesql.prec.in-math', { in: binary['+'] - HALF, like: binary['+'] - HALF }],
  ['cesql.prec.in-math', { in: like + HALF }],
];

/** The requirement of precedence that a text read as the engine seems to have read it breaks; undefined if none. */
export function requirementOfOrder(text: string, event: CloudEvent, theirs: Answer): string | undefined {
  const own = read(text, {});
  if (own === undefined) return undefined;
  return READINGS.find(([, other]) => {
    const tree = read(text, other);
    if (tree === undefined || print(tree) === print(own)) return false;
    return ERROR_MODES.some((mode) => {
      const { value, errors } = compile(tree, { mode })(event);
      return compare(theirs, { value, errors: errors.map(({ kind }) => kind) }) === undefined;
    });
  })?.[0];
}

function read(text: string, other: Partial<Syntax>): Parameters<typeof compile>[0] | undefined {
  const parsed = parse(text, {}, { ...ROOMY, ...other });
  return parsed.kind === 'parsed' ? parsed.expression : undefined;
}
