// The judgement of messages that a producer sent on its own account. Nothing is probed and nothing is asked.
import type { Binding } from '../binding/types.js';
import type { SpecVersion } from '../event/types.js';
import type { SinkMessage } from '../target/types.js';
import { casesOfTasks } from './cases-for.js';
import { claimsOf } from './claims.js';
import type { Evidence } from './evidence.js';
import { judgeAll } from './judge.js';
import type { Result, RunResult } from './run.js';
import { type Filter, select } from './select.js';
import type { Suite } from './suite.js';

export interface CaptureJudging {
  readonly suite: Suite;
  readonly spec: SpecVersion;
  readonly filter: Filter;
  /** Of the listener. */
  readonly bindings: readonly Binding[];
  readonly messages: readonly SinkMessage[];
  readonly notes: readonly string[];
  /** Why the capture ended before it was to end. */
  readonly stopped?: string;
}

/** Judges what was captured. Throws a usage error for a filter that matches nothing. */
export function judgeCapture({ suite, spec, filter, bindings, messages, notes, stopped }: CaptureJudging): RunResult {
  const { cases } = select(casesOfTasks(suite.cases, ['capture'], bindings), filter);
  const evidence = new Map(cases.map(({ id }) => [id, captureEvidence(messages)]));
  const judgements = judgeAll(cases, evidence, spec);
  const results = cases.flatMap((item): readonly Result[] => {
    const judgement = judgements.get(item.id);
    return judgement === undefined ? [] : [{ item, judgement }];
  });
  return {
    probed: { observation: 'capture', claims: claimsOf([]), notes, outcomes: new Map() },
    tasks: ['capture'],
    bindings,
    spec,
    results,
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** The evidence of each case: all that came. An evidence is judged once, so every case has one of its own. */
export const captureEvidence = (messages: readonly SinkMessage[]): Evidence => ({
  token: '',
  observation: 'capture',
  requests: [],
  replies: [],
  arrived: messages,
  ms: 0,
});
