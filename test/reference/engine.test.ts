import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../src/event/types.js';
import { evaluateWith } from '../../src/reference/engine.js';
import { type Fault, fault } from '../../src/reference/fault.js';

const EVENT: CloudEvent = {
  attributes: new Map<string, string | number>([
    ['id', 'one'],
    ['myext', 5],
  ]),
};

const ask = (expression: string, ...faults: readonly Fault[]) => evaluateWith({ expression, event: EVENT }, faults);

describe('the reference as an engine', () => {
  it('answers with a value and the kinds of the errors', () => {
    expect(ask('myext + 1')).toEqual({ value: 6, errors: [] });
    expect(ask('missing + 1 / 0')).toEqual({ value: 0, errors: ['missingAttribute', 'math'] });
  });

  it('answers with no value to what is no expression', () => {
    expect(ask('1 +')).toEqual({ errors: ['parse'] });
  });

  it('has the functions that every engine is judged with', () => {
    expect(ask("CONFORM_F('a')")).toEqual({ value: 'one:a', errors: [] });
  });

  it.each([
    ['operator', 0],
    ['complete', 1],
    ['fail-fast', 0],
  ] as const)('goes on after an error as %s mode does', (mode, value) => {
    expect(evaluateWith({ expression: '1 + 1 / 0', event: EVENT }, [], mode)).toEqual({ value, errors: ['math'] });
  });
});

describe('a fault of the engine', () => {
  it('alters what the parser asks', () => {
    const loose = fault('a.b/c', '', {
      engine: { syntax: (syntax) => ({ ...syntax, binary: { ...syntax.binary, '*': syntax.binary['+'] } }) },
    });
    expect(ask('1 + 2 * 3')).toMatchObject({ value: 7 });
    expect(ask('1 + 2 * 3', loose)).toMatchObject({ value: 9 });
  });

  it('alters what was parsed', () => {
    const one = fault('a.b/c', '', { engine: { tree: ({ span }) => ({ kind: 'literal', value: 1, span }) } });
    expect(ask("'a' = 'b'", one)).toEqual({ value: 1, errors: [] });
    expect(ask('(', one)).toEqual({ errors: ['parse'] });
  });

  it('alters what the evaluator asks', () => {
    const none = fault('a.b/c', '', { engine: { semantics: (all) => ({ ...all, attribute: () => undefined }) } });
    expect(ask('id', none)).toEqual({ value: false, errors: ['missingAttribute'] });
  });

  it('alters the functions of the user', () => {
    const none = fault('a.b/c', '', { engine: { functions: () => new Map() } });
    expect(ask("CONFORM_F('a')", none)).toEqual({ value: false, errors: ['missingFunction'] });
  });

  it('alters the answer, also to what is no expression', () => {
    const word = fault('a.b/c', '', {
      engine: { answer: ({ errors }, { expression }) => ({ value: expression, errors }) },
    });
    expect(ask('1', word)).toEqual({ value: '1', errors: [] });
    expect(ask('1 +', word)).toEqual({ value: '1 +', errors: ['parse'] });
  });

  it('stands beside others, which see what it did', () => {
    const [add, double] = [
      fault('a.b/c', '', { engine: { answer: (answer) => ({ ...answer, value: Number(answer.value) + 1 }) } }),
      fault('a.b/d', '', { engine: { answer: (answer) => ({ ...answer, value: Number(answer.value) * 2 }) } }),
    ];
    expect(ask('1', add, double)).toMatchObject({ value: 4 });
    expect(ask('1', double, add)).toMatchObject({ value: 3 });
  });

  it('that has another role changes nothing', () => {
    const other = fault('a.b/c', '', { passes: () => true });
    expect(ask('missing', other)).toEqual(ask('missing'));
  });
});
