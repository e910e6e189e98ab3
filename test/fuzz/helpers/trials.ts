// Trials as a test writes them, and what symptoms are made of: their questions, answered as the test says.
import type { Carrier } from '../../../src/engine/carriers.js';
import { formOf } from '../../../src/engine/carriers.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import { observe } from '../../../src/engine/observe.js';
import type { Observed } from '../../../src/engine/observed.js';
import { tokenOf } from '../../../src/engine/random.js';
import type { AttributeValue, CloudEvent, EventData } from '../../../src/event/types.js';
import type { Obligations } from '../../../src/fuzz/shot.js';
import { NOTHING_DUE, shotsOf } from '../../../src/fuzz/shots-of.js';
import type { Symptom } from '../../../src/fuzz/symptom.js';
import { type Answered, symptomsOf } from '../../../src/fuzz/symptoms-of.js';
import type { EventsTrial, Trial, ViolationTrial } from '../../../src/fuzz/trial.js';
import type { Damage } from '../../../src/generate/violation/types.js';
import { PLAIN, type Spelling, type Writing } from '../../../src/generate/writing/types.js';
import type { Reply, Stimulus } from '../../../src/target/types.js';

/** The smallest event there is, with more attributes, and with data. */
export const event = (more: Readonly<Record<string, AttributeValue>> = {}, data?: EventData): CloudEvent => ({
  attributes: new Map<string, AttributeValue>(
    Object.entries({ specversion: '1.0', id: '', source: '/', type: 'a', ...more }),
  ),
  ...(data && { data }),
});

export const writing = (carrier: Carrier, spelling: Partial<Spelling> = {}): Writing => ({
  form: formOf(carrier),
  spelling: { ...PLAIN, ...spelling },
});

/** Events over some forms, the plainest one in structured mode by default. */
export const events = (
  given: CloudEvent | readonly CloudEvent[] = event(),
  ...writings: readonly (Carrier | Writing)[]
): EventsTrial => ({
  kind: 'events',
  events: 'attributes' in given ? [given] : given,
  writings: (writings.length > 0 ? writings : (['http-structured'] as const)).map((one) =>
    typeof one === 'string' ? writing(one) : one,
  ),
});

export const violation = (
  requirement: string,
  damage: Damage,
  carrier: Carrier = 'http-structured',
  broken: CloudEvent = event(),
): ViolationTrial => ({ kind: 'violation', violation: { requirement, form: formOf(carrier), event: broken, damage } });

/** What becomes of a message, which is the one of so many of the trial. */
export type ReplyOf = (request: Stimulus, index: number) => Reply;

export interface Asking {
  readonly obligations?: Obligations;
  readonly observation?: Observed['observation'];
}

export const SEED = 'test';

/** The questions of a trial with what came back for each. */
export function answeredBy(
  trial: Trial,
  reply: ReplyOf,
  { obligations = NOTHING_DUE, observation = 'reply' }: Asking = {},
): readonly Answered[] {
  return shotsOf(trial, 'try', obligations).map((shot, index) => {
    const token = tokenOf(SEED, shot.exchanged.id);
    const requests = shot.exchanged.stimulus(token);
    const told = shot.exchanged.told?.(token);
    const replies = (requests.length > 0 ? requests : NO_REQUEST).map((request) => reply(request, index));
    const evidence: Evidence = {
      token,
      observation,
      requests,
      ...(told && { told }),
      replies,
      arrived: [],
      ms: 1,
    };
    return { shot, observed: observe(evidence) };
  });
}

const NO_REQUEST: readonly Stimulus[] = [{ method: 'POST', via: 'client', headers: [], body: new Uint8Array() }];

/** What is wrong with answers to a trial; these tokens belong to other events. */
export const symptoms = (
  trial: Trial,
  reply: ReplyOf,
  { issued = [], ...asking }: Asking & { readonly issued?: readonly string[] } = {},
): readonly Symptom[] => symptomsOf(answeredBy(trial, reply, asking), (token) => issued.includes(token));

/** A symptom of no particular kind. */
export const symptom = (more: Partial<Symptom> = {}): Symptom => ({
  class: 'altered',
  way: 'http-structured',
  names: ['subject'],
  title: 'Subject has another value',
  message: 'subject has another value',
  detail: 'changed',
  ...more,
});
