// From a defect that was found to what a report says of it.

import type { Level, Requirement } from '../engine/requirement.js';
import { toWire } from '../event/wire.js';
import { abridge } from '../report/abridge.js';
import { toEvidenceReport } from '../report/evidence.js';
import type { Redact } from '../report/evidence-message.js';
import type { FuzzFinding } from '../report/fuzz/types.js';
import type { Found } from './found.js';
import { headerLength } from './header-length.js';
import { brokenRule } from './rule-of.js';
import { ANY_TOKEN, NOTHING_DUE, shotsOf } from './shots-of.js';
import type { Trial } from './trial.js';
import { toTrialJson } from './trial-json.js';

export interface Describing {
  readonly redact: Redact;
  readonly requirements: ReadonlyMap<string, Requirement>;
}

/** A finding as a report holds it. A rule is named only where what breaks it comes again. */
export function describeFound(found: Found, { redact, requirements }: Describing): FuzzFinding {
  const { symptom, kind, trial, evidence } = found;
  const rule = brokenRule(found);
  const requirement = requirements.get(rule?.requirement ?? '');
  return {
    id: found.id,
    class: symptom.class,
    title: symptom.title,
    ...(requirement === undefined
      ? {}
      : { requirement: requirement.id, level: rule?.level ?? levelOf(symptom.class, requirement) }),
    ways: found.ways,
    ...(symptom.expected === undefined ? {} : { expected: abridge(symptom.expected) }),
    ...(symptom.actual === undefined ? {} : { actual: abridge(symptom.actual) }),
    message: symptom.message,
    count: found.count,
    again: found.again,
    ...(kind === 'flaky' ? { flaky: true as const } : {}),
    ...(found.beside === undefined ? {} : { beside: found.beside }),
    path: found.path,
    bytes: { met: sizeOf(found.met), smallest: sizeOf(trial) },
    after: found.after,
    trial: toTrialJson(trial),
    evidence: evidence.map((one) => toEvidenceReport(one, redact)),
  };
}

/** Of who claims to validate, a refusal is demanded. */
const levelOf = (kind: FuzzFinding['class'], { level }: Requirement): Level =>
  kind === 'let-through' ? 'must' : level;

/** Bytes that all messages of a trial have, without the lines that a transport adds. */
export function sizeOf(trial: Trial): number {
  return shotsOf(trial, 'size', NOTHING_DUE).reduce((sum, { exchanged }) => {
    const requests = exchanged.stimulus(ANY_TOKEN);
    const told = exchanged.told?.(ANY_TOKEN).events ?? [];
    const asked = exchanged.questions?.(ANY_TOKEN) ?? [];
    return (
      sum +
      requests.reduce((all, { headers, body }) => all + body.length + headerLength(headers), 0) +
      told.reduce((all, event) => all + JSON.stringify(toWire(event)).length, 0) +
      asked.reduce((all, { expression, event }) => all + expression.length + JSON.stringify(toWire(event)).length, 0)
    );
  }, 0);
}
