// Judges the cases of engines against the reference in this process: the same questions and judging as in a run, without
// an adapter between, so that every fault can be tried on every case.
import type { Case } from '../../../src/engine/case.js';
import { casesFor, casesOfTasks } from '../../../src/engine/cases-for.js';
import { claimsOf } from '../../../src/engine/claims.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import { judgeAll } from '../../../src/engine/judge.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import { tokenOf } from '../../../src/engine/random.js';
import { claimsIn } from '../../../src/reference/adapter/answer.js';
import { evaluateWith } from '../../../src/reference/engine.js';
import type { Fault } from '../../../src/reference/fault.js';
import type { Question, Reply } from '../../../src/target/types.js';

/** One case and the judgement it got. */
export interface Graded {
  readonly item: Case;
  readonly judgement: Judgement;
}

/** The cases of an engine that says how it goes on after errors, as the reference does. */
export const engineCases = (cases: readonly Case[]): readonly Case[] =>
  casesFor(casesOfTasks(cases, ['evaluate'], ['http']), claimsOf(claimsIn('operator')), 'adapter');

/** What every case gets when the reference has these faults. */
export function gradeEngine(faults: readonly Fault[], cases: readonly Case[]): readonly Graded[] {
  const evidence = new Map(cases.map((item) => [item.id, evidenceOf(item, faults)]));
  const judgements = judgeAll(cases, evidence, '1.0.2');
  return cases.map((item) => ({ item, judgement: judgements.get(item.id) ?? { status: 'not-run' } }));
}

// The questions of a case are the same for every fault.
const prepared = new WeakMap<Case, { readonly token: string; readonly questions: readonly Question[] }>();

function evidenceOf(item: Case, faults: readonly Fault[]): Evidence {
  const token = tokenOf('in-memory', item.id);
  const asked = prepared.get(item) ?? { token, questions: item.questions?.(token) ?? [] };
  prepared.set(item, asked);
  const { questions } = asked;
  const replies = questions.map((question) => replyTo(question, faults));
  return { token, observation: 'adapter', requests: [], questions, replies, arrived: [], ms: 0 };
}

const replyTo = (question: Question, faults: readonly Fault[]): Reply => ({
  kind: 'value',
  ...evaluateWith(question, faults),
});
