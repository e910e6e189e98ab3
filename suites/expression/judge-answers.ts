// Judges what an engine answered to a vector.
import type { ErrorMode } from '../../src/engine/error-mode.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Answer, Observed } from '../../src/engine/observed.js';
import type { JsonValue } from '../../src/event/types.js';
import { substitute } from '../vector/substitute.js';
import { type Mismatch, mismatch, outcomesOf } from './match.js';
import { noAnswer } from './no-answer.js';
import type { EvaluationVector, Outcome } from './types.js';

/** The judgement of all answers to one vector. `mode`: how the engine goes on after an error, where it has said so. */
export function judgeAnswers(vector: EvaluationVector, mode: ErrorMode | undefined, observed: Observed): Judgement {
  const { answers, token } = observed;
  const silent = noAnswer(observed, refusalIsRight(vector));
  if (silent !== undefined) return silent;
  const [first] = answers;
  if (first === undefined) return { status: 'inconclusive', message: 'there was no answer' };
  const other = answers.find((answer) => !isSame(answer, first));
  if (vector.times !== undefined && other !== undefined) return unequal(vector, first, other);
  if (vector.expect === undefined) return { status: 'observed', message: words(first), actual: shown(first) };
  const outcomes = outcomesOf(substitute(vector.expect, token), mode);
  const found = mismatch(first, outcomes);
  return found === undefined ? { status: 'pass' } : failed(vector, found, outcomes, first);
}

function failed(
  { requirement, title }: EvaluationVector,
  { kind, message }: Mismatch,
  outcomes: readonly Outcome[],
  answer: Answer,
): Judgement {
  return {
    status: 'fail',
    expected:
      outcomes.length === 1 ? (outcomes[0] as unknown as JsonValue) : { oneOf: outcomes as unknown as JsonValue },
    actual: shown(answer),
    message,
    cause: {
      key: `cesql ${requirement} ${kind}`,
      title: `${message.charAt(0).toUpperCase()}${message.slice(1)}: ${title}`,
    },
  };
}

function unequal({ requirement, title }: EvaluationVector, first: Answer, other: Answer): Judgement {
  const message = 'the same question has another answer the next time';
  return {
    status: 'fail',
    expected: shown(first),
    actual: shown(other),
    message,
    cause: {
      key: `cesql ${requirement} unequal`,
      title: `The same question has another answer the next time: ${title}`,
    },
  };
}

const refusalIsRight = ({ expect }: EvaluationVector): boolean =>
  expect === undefined || 'parseError' in expect || 'error' in expect;

// Errors are a set: nothing says in which order they are told.
const isSame = (a: Answer, b: Answer): boolean =>
  JSON.stringify(a.value) === JSON.stringify(b.value) && setOf(a) === setOf(b);

const setOf = ({ errors }: Answer): string => [...new Set(errors)].toSorted().join(' ');

/** An answer as the report shows it. */
export const shown = ({ value, errors }: Answer): JsonValue => ({
  ...(value === undefined ? {} : { value }),
  ...(errors.length === 0 ? {} : { errors }),
});

function words({ value, errors }: Answer): string {
  const given = value === undefined ? 'no value' : JSON.stringify(value).slice(0, 60);
  return errors.length === 0 ? given : `${given}; errors: ${errors.join(', ')}`;
}
