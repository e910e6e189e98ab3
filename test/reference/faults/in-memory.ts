// Judges the suite's own cases against the reference receiver in this process: the same stimuli, decoding and judging
// as in a run, without sockets, so that every fault can be tried on every case.
import type { HttpMessage } from '../../../src/binding/types.js';
import type { Case } from '../../../src/engine/case.js';
import { casesOfTasks } from '../../../src/engine/cases-for.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import { judgeAll } from '../../../src/engine/judge.js';
import type { Judgement, Status } from '../../../src/engine/judgement.js';
import { tokenOf } from '../../../src/engine/random.js';
import type { SpecVersion } from '../../../src/event/types.js';
import type { Fault } from '../../../src/reference/fault.js';
import { receiveWith } from '../../../src/reference/receive-with.js';
import { answer } from '../../../src/reference/receiver.js';
import type { HttpRequest, Reply, Stimulus } from '../../../src/target/types.js';

/** One case and the status it got. */
export interface Graded {
  readonly item: Case;
  readonly judgement: Judgement;
}

/** The cases of a receiver over HTTP: all that this reference can be asked. */
export const receiverCases = (cases: readonly Case[]): readonly Case[] => casesOfTasks(cases, ['decode'], ['http']);

/** What every case gets when the reference has these faults. Pass cases of all documents: they rest on each other. */
export function gradeWith(
  faults: readonly Fault[],
  cases: readonly Case[],
  spec: SpecVersion = '1.0.2',
): readonly Graded[] {
  const evidence = new Map(cases.map((item) => [item.id, evidenceOf(item, faults)]));
  const judgements = judgeAll(cases, evidence, spec);
  return cases.map((item) => ({ item, judgement: judgements.get(item.id) ?? { status: 'not-run' } }));
}

/** Ids of the requirements that have cases with one of these statuses, sorted. */
export function requirementsWith(graded: readonly Graded[], ...statuses: readonly Status[]): readonly string[] {
  const found = graded.filter(({ judgement }) => statuses.includes(judgement.status));
  return [...new Set(found.map(({ item }) => item.requirement.id))].sort();
}

/** The version of the specification under which a fault of this requirement can fail: main, for what only main has. */
export function specOf(fault: Fault, cases: readonly Case[]): SpecVersion {
  return cases.find(({ requirement }) => requirement.id === fault.requirement)?.requirement.since === 'main'
    ? 'main'
    : '1.0.2';
}

/**
 * What a fault does: the worst status of a case of its own requirement, and every other requirement with a failure or
 * a warning, each in the version of the specification that the fault's requirement is scored in.
 */
export function reachOf(
  fault: Fault,
  cases: readonly Case[],
): { readonly own: Status | undefined; readonly also: readonly string[] } {
  const graded = gradeWith([fault], cases, specOf(fault, cases));
  const own = graded.filter(({ item }) => item.requirement.id === fault.requirement);
  return {
    own: (['fail', 'warn'] as const).find((status) => own.some(({ judgement }) => judgement.status === status)),
    also: requirementsWith(graded, 'fail', 'warn').filter((id) => id !== fault.requirement),
  };
}

// The requests of a case are the same for every fault, and encoding them takes longer than judging.
const prepared = new WeakMap<Case, { readonly token: string; readonly requests: readonly HttpRequest[] }>();

const isHttp = (stimulus: Stimulus): stimulus is HttpRequest => stimulus.binding === undefined;

function evidenceOf(item: Case, faults: readonly Fault[]): Evidence {
  const token = tokenOf('in-memory', item.id);
  const stimulus = prepared.get(item) ?? { token, requests: item.stimulus(token).filter(isHttp) };
  prepared.set(item, stimulus);
  const replies = stimulus.requests.map((request) => reply(request, faults));
  return { ...stimulus, observation: 'reply', replies, arrived: [], ms: 0 };
}

function reply(request: HttpRequest, faults: readonly Fault[]): Reply {
  const { status, headers, body } = answer(receiveWith(delivered(request), faults));
  return { kind: 'response', response: { status, reason: '', headers, body, truncated: false } };
}

// As a server sees it: white space around values is gone, and a body without framing never was.
function delivered({ headers, body, framing }: HttpRequest): HttpMessage {
  return {
    headers: headers.map(([name, value]) => [name, value.replace(/^[ \t]+|[ \t]+$/g, '')]),
    body: framing === 'none' ? new Uint8Array() : body,
  };
}
