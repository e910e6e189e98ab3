// Vectors for producers become cases: one for each carrier.
import type { Form } from '../../src/binding/encode-message.js';
import type { ContentMode } from '../../src/binding/types.js';
import { type Carrier, formOf } from '../../src/engine/carriers.js';
import type { Case } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import { isAboutTold } from '../../src/engine/own-event.js';
import { reactionWords } from '../../src/engine/reaction-words.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { KeyChoice, Told } from '../../src/target/types.js';
import { carriersNamed } from '../vector/carriers.js';
import { broken } from '../vector/causes.js';
import { type BaseEvent, bytesOf, patchedEvent } from '../vector/event.js';
import { prerequisite } from '../vector/prerequisites.js';
import { substitute } from '../vector/substitute.js';
import type { EncodeVector } from '../vector/types.js';
import { judgeEmitted } from './judge.js';
import { readEmitted } from './read-emitted.js';
import type { EmissionRule } from './types.js';

/** An ordinary event. Every other event that is asked for rests on its coming out. */
const ORDINARY = 'core.attr.required/ordinary';

/** The case that every other case of a producer over this carrier rests on. */
export const emittedBaselineOf = (carrier: Carrier): string => `${ORDINARY}@${carrier}`;

/** The cases of one vector, one for each of its carriers. */
export function emissionCasesOf(
  vector: EncodeVector,
  requirement: Requirement,
  rule: EmissionRule,
  base: BaseEvent,
): readonly Case[] {
  const name = `${vector.requirement}/${vector.variant}`;
  return carriersNamed(vector.carriers).map((carrier): Case => {
    const { mode } = askedForm(vector, carrier);
    const level = vector.level ?? requirement.level;
    const item: Case = {
      id: `${name}@${carrier}`,
      requirement,
      level,
      ...(vector.levelOnMain === undefined ? {} : { levelOnMain: vector.levelOnMain }),
      carrier,
      task: 'encode',
      title: vector.title,
      ...(vector.why === undefined ? {} : { why: vector.why }),
      ...(requirement.level === 'info' ? {} : { expected: { emitted: requirement.rule } }),
      needs: 'message',
      // Who writes no ordinary event has shown nothing by what else is refused, or comes out by chance.
      ...(name === ORDINARY ? {} : { twin: `${vector.twin ?? ORDINARY}@${carrier}` }),
      requires: [...(vector.requires?.length === 0 ? [] : [ORDINARY]), ...(vector.requires ?? [])]
        .filter((text) => text !== name)
        .flatMap((text) => prerequisite(text, carrier)),
      events: vector.batch?.length ?? 1,
      ...(vector.key === undefined ? {} : { key: 'given' in vector.key ? ('given' as const) : ('mapper' as const) }),
      stimulus: () => [],
      told: (token) => told(vector, base, carrier, token),
      judge: (observed) => judgeAsked(vector, rule, mode, observed),
    };
    // No reaction to an invalid event is prescribed: what is made of it is recorded, unless the target claims more.
    return vector.invalid === true ? { ...item, level: 'info', whenValidating: () => item } : item;
  });
}

const askedForm = ({ asked }: EncodeVector, carrier: Carrier): Form => ({
  ...formOf(carrier),
  ...(asked === undefined ? {} : { mode: asked }),
});

/** What a producer is told over one carrier, with this token in it. */
export function told(vector: EncodeVector, base: BaseEvent, carrier: Carrier, token: string): Told {
  const { event, batch } = substitute({ event: vector.event ?? {}, batch: vector.batch }, token);
  const start = substitute(base, token);
  const key = vector.key === undefined ? undefined : keyOf(substitute(vector.key, token));
  return {
    ...askedForm(vector, carrier),
    events: (batch ?? [event]).map((patch) => patchedEvent(start, patch)),
    ...(key && { key }),
  };
}

const keyOf = (key: NonNullable<EncodeVector['key']>): KeyChoice =>
  'given' in key ? { kind: 'given', key: bytesOf(key.given) } : { kind: 'mapper', attribute: key.mapper };

function judgeAsked(vector: EncodeVector, rule: EmissionRule, mode: ContentMode, observed: Observed): Judgement {
  const [reaction] = observed.reactions;
  const message = observed.outputs[0]?.message;
  switch (reaction?.kind) {
    case undefined:
      return { status: 'inconclusive', message: 'there was no answer' };
    case 'broken':
      // Whoever breaks down over an invalid event has emitted nothing that breaks a rule.
      return broken(reaction.failure, vector.invalid === true ? {} : { expect: { accepted: true } });
    case 'undecided':
      return { status: 'inconclusive', message: reaction.reason };
    case 'refused': {
      const refused = `${reactionWords(reaction)}: ${reaction.text}`;
      if (vector.invalid === true) return { status: 'pass', expected: 'refused, or repaired', actual: refused };
      // No rule says that every event can be emitted; what would come out is not seen, so it is not green either.
      return vector.mayRefuse === true
        ? { status: 'not-applicable', message: `${refused}; the text lets a producer refuse this event` }
        : { status: 'inconclusive', message: `the producer does not write this event, though it is valid: ${refused}` };
    }
    case 'accepted':
      if (message === undefined) return { status: 'inconclusive', message: 'no message came out' };
      if (!isAboutTold(message, observed))
        return { status: 'inconclusive', message: 'what came out holds nothing of the event that was asked for' };
      return judgeEmitted(
        rule,
        readEmitted(message, mode),
        observed.told?.events ?? [],
        vector.title,
        observed.told?.key,
      );
  }
}
