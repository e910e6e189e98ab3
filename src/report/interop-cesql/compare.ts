// In which way an answer is not ours. What comes first weighs most: where there is no answer, nothing else can be said.
import type { JsonValue } from '../../event/types.js';
import type { Answer, Ours } from './answer.js';

export type How =
  | 'dies' // the program ended
  | 'hangs' // no answer in time
  | 'protocol' // its answer breaks the protocol
  | 'throws' // it threw beside its own errors
  | 'refuses' // it does not take the question
  | 'parse' // a parse error where ours has none
  | 'no-error' // no error where ours has some
  | 'error' // errors where ours has none
  | 'other-error' // errors of other kinds alone
  | 'errors' // some of the same kinds
  | 'type' // a value of another type
  | 'value'; // another value

export interface Difference {
  readonly how: How;
  /** In our words, the same for all that differ alike: `no cast error`. */
  readonly what: string;
}

/** How an answer differs from ours, or undefined where it does not, or was not asked for. */
export function compare(theirs: Answer, ours: Ours): Difference | undefined {
  switch (theirs.kind) {
    case 'not-asked':
      return undefined;
    case 'failed':
      return FAILURES[theirs.code];
    case 'thrown':
      return { how: 'throws', what: 'something thrown beside the errors of the engine' };
    case 'refused':
      return { how: 'refuses', what: 'no evaluation' };
    case 'evaluated':
      return compareErrors(kindsOf(theirs.errors), kindsOf(ours.errors)) ?? compareValues(theirs.value, ours.value);
  }
}

const FAILURES: Readonly<Record<Extract<Answer, { kind: 'failed' }>['code'], Difference>> = {
  closed: { how: 'dies', what: 'the program ends' },
  timeout: { how: 'hangs', what: 'no answer in time' },
  protocol: { how: 'protocol', what: 'an answer that breaks the adapter protocol' },
};

/** Kinds of errors, each once, in a fixed order. */
export const kindsOf = (errors: readonly string[]): readonly string[] => [...new Set(errors)].sort();

function compareErrors(theirs: readonly string[], ours: readonly string[]): Difference | undefined {
  const words = (kinds: readonly string[]): string => `${kinds.join(' and ')} error`;
  if (theirs.join() === ours.join()) return undefined;
  if (theirs.includes('parse')) return { how: 'parse', what: 'a parse error' };
  if (theirs.length === 0) return { how: 'no-error', what: `no ${words(ours)}` };
  if (ours.length === 0) return { how: 'error', what: `a ${words(theirs)} where nothing fails` };
  if (theirs.some((kind) => ours.includes(kind))) return { how: 'errors', what: 'more or fewer errors' };
  return { how: 'other-error', what: `a ${words(theirs)} instead of a ${words(ours)}` };
}

function compareValues(theirs: JsonValue | undefined, ours: JsonValue): Difference | undefined {
  const [seen, expected] = [typeName(theirs), typeName(ours)];
  if (seen !== expected) return { how: 'type', what: `${seen} instead of ${expected}` };
  return theirs === ours ? undefined : { how: 'value', what: 'another value' };
}

/** The type of a value, in words. */
export function typeName(value: JsonValue | undefined): string {
  switch (typeof value) {
    case 'boolean':
      return 'a Boolean';
    case 'number':
      return 'an Integer';
    case 'string':
      return 'a String';
    case 'undefined':
      return 'no value';
    default:
      return value === null ? 'null' : 'a value of no type';
  }
}
