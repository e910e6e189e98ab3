// What an expression is expected to come to, as sentences.
import type { Outcome } from '../../../suites/expression/types.js';

/** What a case about the value of an expression expects. */
export type ExpectedOutcome = Outcome | { readonly oneOf: readonly Outcome[] };

const TYPES = { boolean: 'a Boolean', integer: 'an Integer', string: 'a String' } as const;

/** Whether an expectation is about the value of an expression, and not about an event. */
export const isOutcome = (expectation: object): expectation is ExpectedOutcome =>
  ['value', 'values', 'type', 'parseError', 'error', 'oneOf'].some((member) => Object.hasOwn(expectation, member));

/** The outcomes that are right, a line each. */
export function outcomeWords(expected: ExpectedOutcome): readonly string[] {
  if (!('oneOf' in expected)) return wordsOf(expected);
  return expected.oneOf.flatMap(wordsOf).map((line, index) => (index === 0 ? line : `or ${line}`));
}

function wordsOf(outcome: Outcome): readonly string[] {
  if ('parseError' in outcome) return ['a parse error'];
  if ('error' in outcome) return ['an error of any kind'];
  if ('type' in outcome) return [`${TYPES[outcome.type]}, ${errorWords(outcome.errors)}`];
  if ('value' in outcome) {
    const not = outcome.not === undefined ? '' : `, and none of kind ${outcome.not.join(' or ')}`;
    return [`the value ${JSON.stringify(outcome.value)}, ${errorWords(outcome.errors)}${not}`];
  }
  return Object.entries(outcome.values).map(
    ([mode, value]) => `in ${mode} mode the value ${JSON.stringify(value)}, ${errorWords(outcome.errors)}`,
  );
}

const errorWords = (kinds: readonly string[] | undefined): string =>
  kinds === undefined ? 'without an error' : `with an error of kind ${kinds.join(' or ')}`;
