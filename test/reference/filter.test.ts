import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../src/event/types.js';
import { fault } from '../../src/reference/fault.js';
import { filterProblem, passes } from '../../src/reference/filter.js';

const EVENT: CloudEvent = { attributes: new Map([['type', 'order']]) };

describe('a filter', () => {
  it('lets everything pass where there is none', () => {
    expect(passes(EVENT, undefined, [])).toBe(true);
  });

  it.each([
    ["type = 'order'", true],
    ["type = 'other'", false],
    ['true', true],
    ["'true'", false],
    ['1', false],
    ['type', false],
    ['true OR missing', true],
    ['missing OR true', false],
    ['missing', false],
    ['NOT (missing = 1)', false],
    ['1 +', false],
  ])('%s: %s', (expression, expected) => {
    expect(passes(EVENT, expression, [])).toBe(expected);
  });

  it('is no text that does not parse', () => {
    expect(filterProblem('TRUE')).toBeUndefined();
    expect(filterProblem('missing')).toBeUndefined();
    expect(filterProblem('1 +')).toMatch(/expected an operand/);
    expect(filterProblem('')).toMatch(/./);
  });
});

describe('a fault of a broker', () => {
  it('decides anew, with what the engine answered', () => {
    const open = fault('a.b/c', '', { passes: ({ errors }, isPassed) => isPassed || errors.includes('math') });
    expect(passes(EVENT, '1 / 0', [open])).toBe(true);
    expect(passes(EVENT, 'missing', [open])).toBe(false);
    expect(passes(EVENT, 'true', [open])).toBe(true);
  });

  it('is asked for nothing where there is no filter', () => {
    const shut = fault('a.b/c', '', { passes: () => false });
    expect(passes(EVENT, undefined, [shut])).toBe(true);
    expect(passes(EVENT, 'true', [shut])).toBe(false);
  });

  it('comes on top of the faults of its engine', () => {
    const always = fault('a.b/c', '', { engine: { answer: () => ({ value: true, errors: [] }) } });
    expect(passes(EVENT, 'false', [always])).toBe(true);
  });
});
