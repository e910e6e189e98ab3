// How expressions shrink: to something else that is smaller, and as easy to read as it gets. Every step gives a tree of
// fewer nodes, or one of as many with smaller literals, so shrinking ends.
import { hasLiteral } from '../../cesql/quote.js';
import type { CesqlValue, Expression } from '../../cesql/types.js';
import { MIN_INTEGER } from '../../event/integer.js';
import { childrenOf, literal, nodesOf, withChildren } from './nodes.js';

/** The smallest literal of each type. */
const LEAST: readonly CesqlValue[] = [false, 0, ''];

/** Smaller expressions, those that save most first: literals, parts, fewer operands, then smaller operands. */
export function* smaller(expression: Expression): Generator<Expression> {
  if (expression.kind === 'literal') {
    for (const value of smallerValues(expression.value)) yield literal(value);
    return;
  }
  for (const value of LEAST) yield literal(value);
  yield* childrenOf(expression);
  for (const child of childrenOf(expression)) yield* [...nodesOf(child)].slice(1);
  yield* fewer(expression);
  yield* plainer(expression);
  yield* within(expression);
}

function* fewer(expression: Expression): Generator<Expression> {
  if (expression.kind === 'in' && expression.set.length > 1)
    for (const set of withoutOne(expression.set)) yield { ...expression, set };
  if (expression.kind === 'call')
    for (const list of withoutOne(expression.arguments)) yield { ...expression, arguments: list };
}

const withoutOne = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.map((_, index) => list.toSpliced(index, 1));

function* plainer(expression: Expression): Generator<Expression> {
  if ((expression.kind === 'like' || expression.kind === 'in') && expression.negated)
    yield { ...expression, negated: false };
  if (expression.kind === 'binary' && expression.operator === '<>') yield { ...expression, operator: '!=' };
  if (expression.kind === 'like')
    for (const pattern of smallerTexts(expression.pattern)) yield { ...expression, pattern };
}

function* within(expression: Expression): Generator<Expression> {
  const children = childrenOf(expression);
  for (const [index, child] of children.entries())
    for (const one of smaller(child)) yield withChildren(expression, children.with(index, one));
}

/** Smaller values. A String that reads as a value of another type may become that value: the cast is gone. */
export function* smallerValues(value: CesqlValue): Generator<CesqlValue> {
  switch (typeof value) {
    case 'boolean':
      if (value) yield false;
      return;
    case 'number':
      yield* smallerIntegers(value);
      return;
    case 'string':
      if (/^(?:0|-?[1-9][0-9]{0,8})$/.test(value)) yield Number(value);
      if (value === 'true' || value === 'false') yield value === 'true';
      yield* smallerTexts(value);
  }
}

/** Readable ones, without the sign, and then ever less of the way to zero, so that few steps lead anywhere. */
function* smallerIntegers(value: number): Generator<number> {
  const seen = new Set([value]);
  const candidates = [0, 1, 2, ...(value < 0 && value > MIN_INTEGER ? [-value] : [])];
  for (let step = Math.trunc(value / 2); step !== 0; step = Math.trunc(step / 2)) candidates.push(value - step);
  if (value !== 0) candidates.push(value - Math.sign(value));
  for (const one of candidates) {
    const isSmaller = Math.abs(one) < Math.abs(value) || (one > 0 && one === -value);
    if (isSmaller && !seen.has(one)) yield one;
    seen.add(one);
  }
}

/** Shorter strings, then those with plainer characters. */
function* smallerTexts(text: string): Generator<string> {
  if (text === '') return;
  const characters = [...text];
  const half = Math.ceil(characters.length / 2);
  const shorter = [[], characters.slice(half), characters.slice(0, half), ...withoutOne(characters)];
  const plain = characters.flatMap((character, index) => (character > 'a' ? [characters.with(index, 'a')] : []));
  const seen = new Set([text]);
  for (const one of [...shorter, ...plain]) {
    const candidate = one.join('');
    if (!seen.has(candidate) && hasLiteral(candidate)) yield candidate;
    seen.add(candidate);
  }
}
