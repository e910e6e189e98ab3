// Vectors for brokers become cases: one for each of their carriers. The very message that is published has to come out.
import type { Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { carriersNamed } from '../vector/carriers.js';
import type { BaseEvent } from '../vector/event.js';
import { requestsOf } from '../vector/request.js';
import { substitute } from '../vector/substitute.js';
import type { RelayVector } from '../vector/types.js';
import { judgeRelay } from './judge.js';

/** Subscribers of both versions of MQTT get each message. */
const SUBSCRIBERS = { kafka: 1, mqtt: 2 } as const;

/** The cases of one vector. */
export function relayCasesOf(vector: RelayVector, requirement: Requirement, base: BaseEvent): readonly Case[] {
  return carriersNamed(vector.carriers).map(
    (carrier): Case => ({
      id: `${vector.requirement}/${vector.variant}@${carrier}`,
      requirement,
      level: vector.level ?? requirement.level,
      carrier,
      task: 'relay',
      title: vector.title,
      ...(vector.why === undefined ? {} : { why: vector.why }),
      ...(requirement.level === 'info' ? {} : { expected: 'what was published, byte by byte' }),
      needs: 'event',
      requires: [],
      events: SUBSCRIBERS[carrier.startsWith('kafka') ? 'kafka' : 'mqtt'],
      stimulus: (token) => requestsOf(substitute(vector, token), substitute(base, token), carrier),
      judge: (observed) => judgeRelay(vector, observed),
    }),
  );
}
