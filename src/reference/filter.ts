// The reference as a broker: which events an expression lets pass (CESQL 1.0.0, 1.2).
import { parse } from '../cesql/parse.js';
import type { CloudEvent } from '../event/types.js';
import { evaluateWith } from './engine.js';
import type { Fault } from './fault.js';

/** Why a text is no filter, as one sentence; undefined for one that is. */
export function filterProblem(expression: string): string | undefined {
  const parsed = parse(expression);
  return parsed.kind === 'problem' ? parsed.error.message : undefined;
}

/** Only the Boolean true without an error lets an event pass; without a filter everything does. */
export function passes(event: CloudEvent, filter: string | undefined, faults: readonly Fault[]): boolean {
  if (filter === undefined) return true;
  const answer = evaluateWith({ expression: filter, event }, faults);
  const isPassed = answer.value === true && answer.errors.length === 0;
  return faults.reduce((current, { passes: change }) => change?.(answer, current) ?? current, isPassed);
}
