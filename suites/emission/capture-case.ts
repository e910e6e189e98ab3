// The cases over captured messages: a rule and a mode each, and a rule about the whole each. None sends anything.
import { BINDINGS, type Message } from '../../src/binding/types.js';
import { type Carrier, carriersOf, formOf } from '../../src/engine/carriers.js';
import type { Case } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { type CapturedCase, capturedCases, carriersAbout, isAbout } from './captured-cases.js';
import { EMISSION_RULES, STREAM_RULES } from './rules/index.js';

/** Every case over captured messages. `requirementOf` throws for a rule that no requirement stands behind. */
export function captureCases(requirementOf: (id: string) => Requirement): readonly Case[] {
  return [
    ...EMISSION_RULES.flatMap((rule) =>
      carriersAbout(rule).map((carrier) =>
        captureCase(requirementOf(rule.requirement), carrier, `in ${formOf(carrier).mode} mode`, carrier),
      ),
    ),
    ...STREAM_RULES.flatMap((rule) =>
      BINDINGS.filter((binding) => isAbout(rule, binding)).flatMap((binding) =>
        carriersOf([binding])
          .slice(0, 1)
          .map((carrier) => captureCase(requirementOf(rule.requirement), binding, 'of all messages together', carrier)),
      ),
    ),
  ];
}

function captureCase(requirement: Requirement, suffix: string, what: string, carrier: Carrier): Case {
  const id = `${requirement.id}/captured@${suffix}`;
  return {
    id,
    requirement,
    level: requirement.level,
    carrier,
    task: 'capture',
    title: `messages that were captured, ${what}`,
    ...(requirement.level === 'info' ? {} : { expected: { emitted: requirement.rule } }),
    needs: 'message',
    requires: [],
    events: 0,
    stimulus: () => [],
    judge: ({ arrived }) => judged(arrived ?? [], id),
  };
}

/** All cases rest on the same messages, which are read once. */
const known = new WeakMap<readonly Message[], ReadonlyMap<string, CapturedCase>>();

function judged(messages: readonly Message[], id: string): Judgement {
  const cases = known.get(messages) ?? new Map(capturedCases(messages).cases.map((one) => [one.id, one]));
  known.set(messages, cases);
  const found = cases.get(id);
  if (found === undefined) return { status: 'not-applicable', message: 'no captured event is in this mode' };
  const { judgement, message } = found;
  // Nobody was asked for an occasion: what was not emitted breaks no rule, and keeps none.
  if (judgement.status === 'inconclusive') return { ...judgement, status: 'not-applicable' };
  return message === undefined ? judgement : { ...judgement, captured: message };
}
