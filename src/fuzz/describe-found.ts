// From a defect that was found to what a report says of it.

import type { Form } from '../binding/encode-message.js';
import { formOf } from '../engine/carriers.js';
import { isCarrier } from '../engine/case.js';
import type { Level, Requirement } from '../engine/requirement.js';
import { toWire } from '../event/wire.js';
import { TRAITS } from '../generate/traits/traits.js';
import { toEvidenceReport } from '../report/evidence.js';
import type { Redact } from '../report/evidence-message.js';
import { type FuzzFinding, isRobustness } from '../report/fuzz/types.js';
import type { Found } from './found.js';
import { marked } from './marked.js';
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
  const isOfRule = kind !== 'flaky' && !isRobustness(symptom.class);
  const requirement = isOfRule ? requirements.get(requirementOf(found) ?? '') : undefined;
  return {
    id: found.id,
    class: symptom.class,
    title: symptom.title,
    ...(requirement === undefined ? {} : { requirement: requirement.id, level: levelOf(symptom.class, requirement) }),
    ways: found.ways,
    ...(symptom.expected === undefined ? {} : { expected: symptom.expected }),
    ...(symptom.actual === undefined ? {} : { actual: symptom.actual }),
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

/** The rule that a finding is about: its own, or the first trait of what differs, the most specific first. */
function requirementOf({ symptom, trial }: Found): string | undefined {
  if (symptom.requirement !== undefined) return symptom.requirement;
  if (trial.kind !== 'events' || !isCarrier(symptom.way)) return undefined;
  const form = formOf(symptom.way);
  const spelling = trial.writings.find((writing) => isSame(writing.form, form))?.spelling;
  for (const { requirement, forms, has } of TRAITS) {
    if (!forms.some((one) => isSame(one, form))) continue;
    for (const event of trial.events.map((one) => marked(one, ANY_TOKEN))) {
      const all = [...event.attributes.keys(), ...(event.data === undefined ? [] : ['data'])];
      const named = symptom.names.filter((name) => all.includes(name));
      const concerned = named.length > 0 ? named : all;
      if (concerned.some((name) => has(event, form, name, spelling))) return requirement;
    }
  }
  return undefined;
}

const isSame = (one: Form, other: Form): boolean => one.binding === other.binding && one.mode === other.mode;

/** Bytes that all messages of a trial have, without the lines that a transport adds. */
export function sizeOf(trial: Trial): number {
  return shotsOf(trial, 'size', NOTHING_DUE).reduce((sum, { exchanged }) => {
    const requests = exchanged.stimulus(ANY_TOKEN);
    const told = exchanged.told?.(ANY_TOKEN).events ?? [];
    const asked = exchanged.questions?.(ANY_TOKEN) ?? [];
    return (
      sum +
      requests.reduce((all, { headers, body }) => all + body.length + lengthOf(headers), 0) +
      told.reduce((all, event) => all + JSON.stringify(toWire(event)).length, 0) +
      asked.reduce((all, { expression, event }) => all + expression.length + JSON.stringify(toWire(event)).length, 0)
    );
  }, 0);
}

const lengthOf = (headers: readonly (readonly [string, string])[]): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
