// What an engine made of an expression, beside what ours makes of it.
import type { ErrorMode } from '../cesql/types.js';
import { ERROR_MODES } from '../engine/error-mode.js';
import type { Judgement } from '../engine/judgement.js';
import type { Observed } from '../engine/observed.js';
import type { Posed } from '../generate/expression/posed.js';
import { textOf } from '../generate/expression/spell.js';
import { type Answer, type OursByMode, ourAnswers } from '../report/interop-cesql/answer.js';
import { compare, type Difference } from '../report/interop-cesql/compare.js';
import { judge } from '../report/interop-cesql/judge.js';

/**
 * The judgement of an answer. Where the engine has not said how it goes on after an error, it may be ours in any of the
 * modes. What the text leaves open is no failure.
 */
export function judgeExpression(posed: Posed, mode: ErrorMode | undefined, observed: Observed): Judgement {
  const answer = answerOf(observed);
  if (answer === undefined) return { status: 'inconclusive', message: 'it gives no value' };
  const ours = ourAnswers(textOf(posed), posed.event);
  const difference = differenceIn(mode === undefined ? ERROR_MODES : [mode], answer, ours);
  if (difference === undefined) return { status: 'pass' };
  const { verdict, requirement, construct } = judge(posed, difference, answer, ours);
  if (verdict === 'open') return { status: 'observed', message: difference.what };
  const [expected, actual] = [{ ...ours[mode ?? 'operator'] }, shown(answer)];
  return {
    status: 'fail',
    expected,
    actual,
    message: `${construct}: ${difference.what}`,
    cause: { key: `${requirement} ${difference.what}`, title: `${construct}: ${difference.what}` },
  };
}

/** The difference of an answer that is ours in none of the modes. */
function differenceIn(modes: readonly ErrorMode[], answer: Answer, ours: OursByMode): Difference | undefined {
  const found = modes.map((mode) => compare(answer, ours[mode]));
  return found.includes(undefined) ? undefined : found[0];
}

// Failures to answer are no matter of the text, and are told by themselves.
function answerOf({ reactions, answers }: Observed): Answer | undefined {
  const [answer] = answers;
  if (answer !== undefined)
    return { kind: 'evaluated', ...(answer.value !== undefined && { value: answer.value }), errors: answer.errors };
  const [reaction] = reactions;
  return reaction?.kind === 'refused' ? { kind: 'refused', reason: reaction.text } : undefined;
}

const shown = (answer: Answer): { readonly [member: string]: string | readonly string[] } | string =>
  answer.kind === 'evaluated'
    ? { ...(answer.value !== undefined && { value: JSON.stringify(answer.value) }), errors: answer.errors }
    : answer.kind;
