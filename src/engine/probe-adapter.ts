// Before a run over an adapter: each message form is asked for once, and once about an event, claimed or not, so that
// claims can be held against what happens.

import { CARRIERS, type Carrier } from './carriers.js';
import type { Case } from './case.js';
import type { Claims } from './claims.js';
import { exchangeCase } from './exchange-case.js';
import { observe } from './observe.js';
import type { Observed } from './observed.js';
import type { ProbedNow, ProbeOptions } from './probe.js';
import { reactionWords } from './reaction-words.js';
import { bearing } from './relate.js';
import type { Suite } from './suite.js';

type AdapterProbing = Omit<ProbeOptions, 'bindings'> & { readonly claims: Claims };

interface Question {
  readonly claim: string;
  readonly isClaimed: boolean;
  readonly item: Case;
}

type Answered = Question & { readonly observed: Observed | undefined };

/** Probes an adapter that has said what it claims. */
export async function probeAdapter(options: AdapterProbing): Promise<ProbedNow> {
  const questions = questionsOf(options);
  const answers = await Promise.all(questions.map(({ item }) => ask(item, options)));
  const asked = questions.map((question, index): Answered => ({ ...question, observed: answers[index] }));
  const fence =
    asked.find(({ isClaimed, item, observed }) => isClaimed && holds(item, observed)) ??
    asked.find(({ isClaimed }) => isClaimed) ??
    asked[0];
  if (fence === undefined) throw new Error('there is no message form to ask for');
  return {
    observation: 'adapter',
    claims: options.claims,
    notes: asked.flatMap(noteOf),
    outcomes: new Map(asked.map((answered) => [answered.claim, outcomeOf(answered)])),
    fence: fence.item,
  };
}

const questionsOf = ({ suite, claims }: AdapterProbing): readonly Question[] => {
  const of = (carrier: Carrier, task: 'decode' | 'encode', claimed: ReadonlySet<Carrier>): Question => ({
    claim: `${task}:${carrier}`,
    isClaimed: claimed.has(carrier),
    item: suite.baseline(carrier, task),
  });
  return [
    ...CARRIERS.map((carrier) => of(carrier, 'decode', claims.decodes)),
    ...CARRIERS.map((carrier) => of(carrier, 'encode', claims.encodes)),
    ...aboutAnEvent(suite).map((item) => ({ claim: 'validate', isClaimed: claims.validates, item })),
    ...aboutAnExpression(suite).map((item) => ({ claim: 'evaluate:cesql', isClaimed: claims.evaluates, item })),
  ];
};

// The first invalid event of the suite, beside its valid twin.
function aboutAnEvent({ cases }: Suite): readonly Case[] {
  for (const { whenValidating } of cases) {
    const item = whenValidating?.('event');
    if (item?.validity !== undefined) return [item];
  }
  return [];
}

// The expression that all others rest on.
function aboutAnExpression({ cases }: Suite): readonly Case[] {
  const ground = cases.find(({ task }) => task === 'evaluate')?.ground;
  return cases.filter(({ id }) => id === ground);
}

async function ask(item: Case, options: Omit<AdapterProbing, 'claims'>): Promise<Observed> {
  const seed = `${options.seed} probe`;
  return observe(await exchangeCase(item, { ...options, seed, fence: item, observation: 'adapter' }));
}

function noteOf(answered: Answered): readonly string[] {
  const { claim, isClaimed, item, observed } = answered;
  const isUnsupported = observed?.reactions.some(({ kind }) => kind === 'undecided') === true;
  if (isClaimed && isUnsupported) return [`${claim} is claimed, and the adapter answers unsupported`];
  if (isClaimed || !holds(item, observed)) return [];
  return [`${claim} is not claimed, though ${doesWhat(item)}`];
}

function doesWhat({ validity, questions }: Case): string {
  if (questions !== undefined) return 'a plain expression has its value';
  return validity === undefined ? 'a plain event goes through' : 'a valid event is told from an invalid one';
}

function outcomeOf({ item, observed }: Answered): string {
  const reaction = observed?.reactions[0];
  if (reaction === undefined) return 'not answered';
  if (reaction.kind === 'broken') return reaction.failure.message;
  if (reaction.kind === 'undecided') return 'answered with unsupported';
  const isSilent = reaction.kind === 'accepted' && !holds(item, observed);
  return `${reactionWords(reaction)}${isSilent ? `, but ${butWhat(item)}` : ''}`;
}

function butWhat({ validity, questions }: Case): string {
  if (questions !== undefined) return 'the value is another';
  return validity === undefined ? 'the event did not come out' : 'an invalid event is not told from it';
}

/** Whether what was asked went through: an event, or the difference between a valid one and an invalid one. */
function holds({ validity, questions, judge }: Case, observed: Observed | undefined): boolean {
  if (observed === undefined) return false;
  if (questions !== undefined) return judge(observed).status === 'pass';
  if (validity === undefined) return bearing(observed).holds;
  const [valid, invalid] = observed.reactions;
  return valid?.kind === 'accepted' && invalid?.kind === 'refused';
}
