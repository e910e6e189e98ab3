// Syntax trees (section 2), by the type that they have and the depth that is left.
//
//   expression = literal / attribute / EXISTS attribute
//              / ( "NOT" / "-" ) expression
//              / expression ( "=" / "!=" / "<>" / "<" / "<=" / ">" / ">=" / "+" / "-" / "*" / "/" / "%"
//                             / "AND" / "OR" / "XOR" ) expression
//              / expression [ "NOT" ] "LIKE" pattern
//              / expression [ "NOT" ] "IN" "(" expression *( "," expression ) ")"
//              / function "(" [ expression *( "," expression ) ] ")"
import fc from 'fast-check';
import type { BinaryOperator, CesqlType, Expression } from '../../cesql/types.js';
import { MISSING_NAME } from './attributes.js';
import { literals } from './literal.js';
import { attribute, binary, call, exists, isIn, like, unary } from './nodes.js';
import { pattern } from './pattern.js';
import { SIGNATURES, type Signature, UNKNOWN_NAMES } from './signatures.js';
import type { AttributeSource } from './types.js';

type Tree = fc.Arbitrary<Expression>;

export interface TreeOptions {
  readonly isWellTyped: boolean;
  readonly depth: number;
  readonly sources: readonly AttributeSource[];
}

const TYPES: readonly CesqlType[] = ['boolean', 'integer', 'string'];

const EQUALITY: readonly BinaryOperator[] = ['=', '!=', '<>'];
const ORDER: readonly BinaryOperator[] = ['<', '<=', '>', '>='];
const ARITHMETIC: readonly BinaryOperator[] = ['+', '-', '*', '/', '%'];
const LOGIC: readonly BinaryOperator[] = ['AND', 'OR', 'XOR'];

/** Elements of a set, and arguments of a call that may have too many of them, at most. */
const MOST = 4;

/** Trees of any type. */
export function trees({ isWellTyped, depth: deepest, sources }: TreeOptions): Tree {
  const made = new Map<string, Tree>();

  // Arbitraries are made once for each type and depth: there would be millions of them else.
  const ofType = (type: CesqlType, depth: number): Tree => {
    const key = `${type} ${depth}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const tree = depth === 0 ? leaf(type) : fc.oneof(...weighted(type, depth));
    made.set(key, tree);
    return tree;
  };

  /** An operand where this type is taken: where types may be wrong, any other at times. */
  const operand = (type: CesqlType, depth: number): Tree => {
    const fitting = ofType(type, depth - 1);
    if (isWellTyped) return fitting;
    return fc.oneof({ arbitrary: fitting, weight: 4 }, { arbitrary: anyType(depth - 1), weight: 1 });
  };

  const anyType = (depth: number): Tree => fc.oneof(...TYPES.map((type) => ofType(type, depth)));

  const leaf = (type: CesqlType): Tree => {
    const names = sources.filter((one) => one.type === type).map(({ name }) => name);
    const named = fc.constantFrom(...names, MISSING_NAME).map(attribute);
    return fc.oneof({ arbitrary: literals[type], weight: 3 }, { arbitrary: named, weight: names.length > 0 ? 2 : 1 });
  };

  function weighted(type: CesqlType, depth: number): readonly { readonly arbitrary: Tree; readonly weight: number }[] {
    const common = [
      { arbitrary: leaf(type), weight: 3 },
      {
        arbitrary: calls(
          SIGNATURES.filter(({ result }) => result === type),
          depth,
        ),
        weight: type === 'boolean' ? 1 : 4,
      },
    ];
    switch (type) {
      case 'string':
        return common;
      case 'integer':
        return [
          ...common,
          { arbitrary: operand('integer', depth).map((one) => unary('-', one)), weight: 1 },
          { arbitrary: pair(ARITHMETIC, 'integer', depth), weight: 5 },
        ];
      case 'boolean':
        return [
          ...common,
          { arbitrary: operand('boolean', depth).map((one) => unary('NOT', one)), weight: 2 },
          { arbitrary: pair(LOGIC, 'boolean', depth), weight: 4 },
          { arbitrary: pair(ORDER, 'integer', depth), weight: 2 },
          { arbitrary: fc.oneof(...TYPES.map((one) => pair(EQUALITY, one, depth))), weight: 4 },
          { arbitrary: likes(depth), weight: 3 },
          { arbitrary: fc.oneof(...TYPES.map((one) => sets(one, depth))), weight: 3 },
          { arbitrary: fc.constantFrom(...sources.map(({ name }) => name), MISSING_NAME).map(exists), weight: 1 },
        ];
    }
  }

  const pair = (operators: readonly BinaryOperator[], type: CesqlType, depth: number): Tree =>
    fc
      .tuple(fc.constantFrom(...operators), operand(type, depth), operand(type, depth))
      .map(([operator, left, right]) => binary(operator, left, right));

  const likes = (depth: number): Tree =>
    fc.tuple(operand('string', depth), pattern, fc.boolean()).map(([one, some, negated]) => like(one, some, negated));

  const sets = (type: CesqlType, depth: number): Tree =>
    fc
      .tuple(operand(type, depth), fc.array(operand(type, depth), { minLength: 1, maxLength: MOST }), fc.boolean())
      .map(([one, set, negated]) => isIn(one, set, negated));

  function calls(signatures: readonly Signature[], depth: number): Tree {
    const defined = fc.oneof(
      ...signatures.map(({ name, arguments: types }) =>
        fc.tuple(...types.map((type) => operand(type, depth))).map((list) => call(name, ...list)),
      ),
    );
    if (isWellTyped) return defined;
    const names = fc.constantFrom(...new Set([...signatures.map(({ name }) => name), ...UNKNOWN_NAMES]));
    const anyArity = fc
      .tuple(names, fc.array(anyType(depth - 1), { maxLength: MOST }))
      .map(([name, list]) => call(name, ...list));
    return fc.oneof({ arbitrary: defined, weight: 7 }, { arbitrary: anyArity, weight: 1 });
  }

  return anyType(deepest);
}
