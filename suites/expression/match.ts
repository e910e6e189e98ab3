// Whether an answer of an engine is the outcome that is expected, and if not, how it differs.
import type { ErrorMode } from '../../src/engine/error-mode.js';
import type { Answer } from '../../src/engine/observed.js';
import type { JsonValue } from '../../src/event/types.js';
import type { EvaluationVector, Outcome } from './types.js';

/** What is wrong with an answer. `kind` groups: one defect of an engine shows in many expressions. */
export interface Mismatch {
  readonly kind: 'refused' | 'taken' | 'no value' | 'type' | 'value' | 'error' | 'no error';
  readonly message: string;
}

/** The outcomes that are right: of an engine without a declared error mode, those of each mode. */
export function outcomesOf(expect: NonNullable<EvaluationVector['expect']>, mode?: ErrorMode): readonly Outcome[] {
  return ('oneOf' in expect ? expect.oneOf : [expect]).flatMap((outcome): readonly Outcome[] => {
    if (!('values' in outcome)) return [outcome];
    const { values, errors } = outcome;
    const right = mode === undefined ? [...new Set(Object.values(values))] : [values[mode]];
    return right.map((value) => ({ value, errors }));
  });
}

/** How an answer differs from the nearest of the outcomes; undefined where it is one of them. */
export function mismatch(answer: Answer, outcomes: readonly Outcome[]): Mismatch | undefined {
  const mismatches = outcomes.map((outcome) => mismatchOf(answer, outcome));
  return mismatches.includes(undefined) ? undefined : mismatches[0];
}

function mismatchOf(answer: Answer, outcome: Outcome): Mismatch | undefined {
  const { errors } = answer;
  if ('parseError' in outcome) {
    return errors.includes('parse')
      ? undefined
      : {
          kind: 'taken',
          message: `what is no expression is evaluated${errors.length > 0 ? ', with other errors' : ''}`,
        };
  }
  if ('error' in outcome) return errors.length > 0 ? undefined : { kind: 'taken', message: 'there is no error' };
  if (errors.includes('parse')) return { kind: 'refused', message: 'a valid expression is refused with a parse error' };
  const forbidden = 'not' in outcome ? errors.filter((kind) => outcome.not?.includes(kind)) : [];
  return (
    valueMismatch(answer.value, outcome) ?? errorMismatch(errors, outcome.errors ?? []) ?? excessOf(forbidden, outcome)
  );
}

function excessOf(forbidden: readonly string[], { errors = [] }: { readonly errors?: readonly string[] }) {
  if (forbidden.length === 0) return undefined;
  const message = `an error of the kind ${forbidden.join(', ')} is reported beside ${errors.join(' or ')}`;
  return { kind: 'error', message } as const;
}

function valueMismatch(
  value: JsonValue | undefined,
  outcome: Exclude<Outcome, { parseError: true } | { error: 'any' }>,
) {
  if (value === undefined || value === null) return { kind: 'no value', message: 'there is no value' } as const;
  const wanted = 'type' in outcome ? outcome.type : 'value' in outcome ? typeOf(outcome.value) : undefined;
  const type = typeOf(value);
  if (type !== wanted)
    return { kind: 'type', message: `the value is ${article(type)}, not ${article(wanted)}` } as const;
  return 'value' in outcome && value !== outcome.value
    ? ({ kind: 'value', message: 'the value is another' } as const)
    : undefined;
}

function errorMismatch(reported: readonly string[], expected: readonly string[]): Mismatch | undefined {
  if (expected.length === 0) {
    return reported.length === 0
      ? undefined
      : { kind: 'error', message: `an error is reported where there is none: ${reported.join(', ')}` };
  }
  if (expected.some((kind) => reported.includes(kind))) return undefined;
  const wanted = expected.join(' or ');
  return reported.length === 0
    ? { kind: 'no error', message: `no error is reported; expected ${wanted}` }
    : { kind: 'error', message: `the error is of the kind ${reported.join(', ')}; expected ${wanted}` };
}

/** The type of a value in the language; of what is none of its values, in words. */
export function typeOf(value: JsonValue | undefined): string {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return typeof value;
    case 'number':
      return Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** 31 ? 'integer' : 'number beyond 32 bits';
    default:
      return 'value of no type of the language';
  }
}

const article = (type: string | undefined): string => `${type === 'integer' ? 'an' : 'a'} ${type}`;
