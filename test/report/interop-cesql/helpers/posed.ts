// Expressions written as texts, about an event with some attributes.
import { parse } from '../../../../src/cesql/parse.js';
import type { CesqlErrorKind } from '../../../../src/cesql/types.js';
import type { AttributeValue, CloudEvent, JsonValue } from '../../../../src/event/types.js';
import type { Posed } from '../../../../src/generate/expression/posed.js';
import { type Answer, ourAnswers } from '../../../../src/report/interop-cesql/answer.js';
import { compare, type How } from '../../../../src/report/interop-cesql/compare.js';
import { inspect, type Part } from '../../../../src/report/interop-cesql/inspect.js';
import { type Judged, judge } from '../../../../src/report/interop-cesql/judge.js';

export const event: CloudEvent = {
  attributes: new Map<string, AttributeValue>([
    ['specversion', '1.0'],
    ['id', '1'],
    ['source', '/a'],
    ['type', 'a'],
    ['subject', 'ab'],
    ['flag', true],
    ['number', 7],
    ['text', 'ab'],
  ]),
};

export function posed(text: string, spelling = 0): Posed {
  const parsed = parse(text);
  if (parsed.kind === 'problem') throw new Error(`${text}: ${parsed.error.message}`);
  return { expression: parsed.expression, event, spelling };
}

export const partOf = (text: string): Part => inspect(posed(text).expression, event);

export const gave = (value: JsonValue | undefined, ...errors: readonly (CesqlErrorKind | 'parse')[]): Answer => ({
  kind: 'evaluated',
  ...(value !== undefined && { value }),
  errors,
});

/** What is made of an answer that is not ours in operator mode. */
export function judged(text: string, theirs: Answer): Judged & { readonly how: How; readonly what: string } {
  const ours = ourAnswers(text, event);
  const difference = compare(theirs, ours.operator);
  if (difference === undefined) throw new Error(`${text}: no difference`);
  return { ...judge(posed(text), difference, theirs, ours), ...difference };
}
