// What is printed reads as the same tree, and so means the same.
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/cesql/evaluate.js';
import { parse } from '../../../src/cesql/parse.js';
import { print } from '../../../src/cesql/print.js';
import type { Expression } from '../../../src/cesql/types.js';
import { childrenOf, withChildren } from '../../../src/generate/expression/nodes.js';
import { textOf } from '../../../src/generate/expression/spell.js';
import { evaluated, holdsFor, MODES } from './helpers/posed.js';

const DEEP = { depth: 5 } as const;

/** The tree with spans that say nothing. */
const bare = (node: Expression): Expression => {
  const children = childrenOf(node).map(bare);
  return { ...withChildren(node, children), span: { start: 0, end: 0 } };
};

function read(text: string): Expression {
  const parsed = parse(text);
  if (parsed.kind === 'problem') throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.expression;
}

test('a printed tree reads as an equal one, spans aside', () => {
  holdsFor(({ expression }) => {
    expect(bare(read(print(expression)))).toEqual(bare(expression));
  }, DEEP);
});

test('printing what was read prints the same', () => {
  holdsFor(({ expression }) => {
    const text = print(expression);
    expect(print(read(text))).toBe(text);
  }, DEEP);
});

test.each(MODES)('in the mode %s, what is read evaluates as the tree does, in any spelling', (mode) => {
  holdsFor((posed) => {
    const { expression, event } = posed;
    const came = evaluated(expression, event, mode);
    for (const text of [print(expression), textOf(posed)]) {
      const { value, errors } = evaluate(text, event, { mode });
      expect({ value, errors: errors.map(({ kind }) => kind) }).toEqual(came);
    }
  }, DEEP);
});

test('every node has the span of its own text, which reads as the node alone', () => {
  const visit = (node: Expression, text: string): void => {
    // An operand keeps its text without the parentheses around it, so its part reads as it is.
    expect(bare(read(text.slice(node.span.start, node.span.end)))).toEqual(bare(node));
    for (const child of childrenOf(node)) visit(child, text);
  };
  holdsFor((posed) => {
    const text = textOf(posed);
    visit(read(text), text);
  });
});

test('errors stand where something stands in the text', () => {
  holdsFor((posed) => {
    const text = textOf(posed);
    for (const { position } of evaluate(text, posed.event, { mode: 'complete' }).errors)
      expect(position !== undefined && position >= 0 && position < text.length).toBe(true);
  }, DEEP);
});
