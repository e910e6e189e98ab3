import { describe, expect, it } from 'vitest';
import { BUILT_INS } from '../../../src/cesql/functions/built-ins.js';
import { dispatch } from '../../../src/cesql/functions/table.js';
import { hasLiteral } from '../../../src/cesql/quote.js';
import { OPTIONAL, REQUIRED } from '../../../src/generate/expression/attributes.js';
import { eventWith } from '../../../src/generate/expression/event.js';
import { anyText, literals } from '../../../src/generate/expression/literal.js';
import { childrenOf, nodesOf, withChildren } from '../../../src/generate/expression/nodes.js';
import { pattern } from '../../../src/generate/expression/pattern.js';
import { SIGNATURES, UNKNOWN_NAMES } from '../../../src/generate/expression/signatures.js';
import { trees } from '../../../src/generate/expression/tree.js';
import { sample } from '../../../src/generate/sample.js';

const sources = [...REQUIRED, ...OPTIONAL];
const drawn = (isWellTyped: boolean) => sample(trees({ isWellTyped, depth: 3, sources }), 'trees', 2000);
const calls = (isWellTyped: boolean) =>
  drawn(isWellTyped).flatMap((tree) => [...nodesOf(tree)].flatMap((node) => (node.kind === 'call' ? [node] : [])));
const isDefined = (name: string, arity: number): boolean => dispatch([BUILT_INS], name, arity) !== undefined;

describe('trees', () => {
  it('have every kind of node and every operator', () => {
    const labels = new Set(
      drawn(false).flatMap((tree) =>
        [...nodesOf(tree)].map((node) => ('operator' in node ? `${node.kind} ${node.operator}` : node.kind)),
      ),
    );
    const operators = ['=', '!=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'AND', 'OR', 'XOR'];
    const expected = ['literal', 'attribute', 'exists', 'like', 'in', 'call', 'unary NOT', 'unary -'];
    expect([...labels].sort()).toEqual([...expected, ...operators.map((one) => `binary ${one}`)].sort());
  });

  it('call every definition, and where types may be wrong also what has none', () => {
    const names = new Set(calls(true).map(({ name, arguments: { length } }) => `${name} ${length}`));
    expect([...names].sort()).toEqual(
      [...new Set(SIGNATURES.map(({ name, arguments: { length } }) => `${name} ${length}`))].sort(),
    );
    expect(calls(true).every(({ name, arguments: { length } }) => isDefined(name, length))).toBe(true);
    const undefinedOnes = calls(false).filter(({ name, arguments: { length } }) => !isDefined(name, length));
    expect(undefinedOnes.some(({ name }) => UNKNOWN_NAMES.includes(name))).toBe(true);
    expect(undefinedOnes.some(({ name }) => BUILT_INS.has(name))).toBe(true);
  });

  it('are put together from their parts', () => {
    for (const tree of drawn(false).slice(0, 300)) expect(withChildren(tree, childrenOf(tree))).toEqual(tree);
  });
});

describe('signatures', () => {
  it('are those of the table of functions, none forgotten', () => {
    expect(new Set(SIGNATURES.map(({ name }) => name))).toEqual(new Set(BUILT_INS.keys()));
    expect(SIGNATURES.every(({ name, arguments: { length } }) => isDefined(name, length))).toBe(true);
    expect(UNKNOWN_NAMES.some((name) => BUILT_INS.has(name.toUpperCase()))).toBe(false);
  });
});

describe('leaves', () => {
  it('can be written', () => {
    for (const text of [...sample(anyText, 'texts', 500), ...sample(pattern, 'patterns', 500)])
      expect(hasLiteral(text)).toBe(true);
    expect(sample(literals.integer, 'integers', 500).every(({ value }) => value === (Number(value) | 0))).toBe(true);
    expect(sample(literals.boolean, 'booleans', 20).map(({ value }) => typeof value)).toContain('boolean');
  });

  it('speak about events that have what is required, and each of the others at times', () => {
    const events = sample(eventWith(sources), 'events', 300);
    for (const { name, isRequired } of sources) {
      const having = events.filter(({ attributes }) => attributes.has(name)).length;
      if (isRequired === true) expect(having).toBe(300);
      else expect(having > 0 && having < 300).toBe(true);
    }
  });
});
