// Before a run over an adapter: each message form is asked for once, claimed or not, so that claims can be held against
// what happens.

import { CARRIERS, type Carrier, type Case } from './case.js';
import type { Claims } from './claims.js';
import { exchangeCase } from './exchange-case.js';
import { observe } from './observe.js';
import type { Observed } from './observed.js';
import type { ProbedNow, ProbeOptions } from './probe.js';
import { reactionWords } from './reaction-words.js';
import { bearing } from './relate.js';

interface Question {
  readonly claim: string;
  readonly isClaimed: boolean;
  readonly item: Case;
}

/** Probes an adapter that has said what it claims. */
export async function probeAdapter(options: ProbeOptions & { readonly claims: Claims }): Promise<ProbedNow> {
  const questions = questionsOf(options);
  const answers = await Promise.all(questions.map(({ item }) => ask(item, options)));
  const asked = questions.map((question, index) => ({ ...question, observed: answers[index] }));
  const fence =
    asked.find(({ isClaimed, observed }) => isClaimed && observed !== undefined && bearing(observed).holds) ??
    asked.find(({ isClaimed }) => isClaimed) ??
    asked[0];
  if (fence === undefined) throw new Error('there is no message form to ask for');
  return {
    observation: 'adapter',
    claims: options.claims,
    notes: asked.flatMap(({ claim, isClaimed, observed }) => note(claim, isClaimed, observed)),
    outcomes: new Map(asked.map(({ claim, observed }) => [claim, outcome(observed)])),
    fence: fence.item,
  };
}

const questionsOf = ({ suite, claims }: ProbeOptions & { readonly claims: Claims }): readonly Question[] => {
  const of = (carrier: Carrier, task: 'decode' | 'encode', claimed: ReadonlySet<Carrier>): Question => ({
    claim: `${task}:${carrier}`,
    isClaimed: claimed.has(carrier),
    item: suite.baseline(carrier, task),
  });
  return [
    ...CARRIERS.map((carrier) => of(carrier, 'decode', claims.decodes)),
    ...CARRIERS.map((carrier) => of(carrier, 'encode', claims.encodes)),
  ];
};

async function ask(item: Case, options: ProbeOptions): Promise<Observed> {
  const seed = `${options.seed} probe`;
  return observe(await exchangeCase(item, { ...options, seed, fence: item, observation: 'adapter' }));
}

function note(claim: string, isClaimed: boolean, observed: Observed | undefined): readonly string[] {
  if (observed === undefined) return [];
  const reaction = observed.reactions[0];
  const isUnsupported = reaction?.kind === 'undecided';
  if (isClaimed && isUnsupported) return [`${claim} is claimed, and the adapter answers unsupported`];
  if (!isClaimed && bearing(observed).holds) return [`${claim} is not claimed, though a plain event goes through`];
  return [];
}

function outcome(observed: Observed | undefined): string {
  const reaction = observed?.reactions[0];
  if (observed === undefined || reaction === undefined) return 'not answered';
  if (reaction.kind === 'broken') return reaction.failure.message;
  if (reaction.kind === 'undecided') return 'answered with unsupported';
  const isSilent = reaction.kind === 'accepted' && !bearing(observed).holds;
  return `${reactionWords(reaction)}${isSilent ? ', but the event did not come out' : ''}`;
}
