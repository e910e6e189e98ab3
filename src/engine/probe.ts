// Before a run: which message forms are accepted, and how much of the target can be seen.

import type { Binding } from '../binding/types.js';
import { canonical } from '../event/canonical.js';
import type { CloudEvent } from '../event/types.js';
import type { Sink, Target, TransportFailure } from '../target/types.js';
import { CARRIERS, type Carrier, carriersOf, formOf } from './carriers.js';
import type { Case } from './case.js';
import { type Claims, NO_CLAIMS } from './claims.js';
import { ConformError, EXIT, usageError } from './error.js';
import type { Evidence } from './evidence.js';
import { exchangeCase } from './exchange-case.js';
import { observe } from './observe.js';
import type { Observation, Observed } from './observed.js';
import { reactionWords } from './reaction-words.js';
import type { Suite } from './suite.js';

export interface Probed {
  readonly observation: Observation;
  readonly claims: Claims;
  /** What was found, in words a person can act on. */
  readonly notes: readonly string[];
  /** What the baselines gave, by carrier; of an adapter, by claim. */
  readonly outcomes: ReadonlyMap<string, string>;
}

/** What only the run itself needs of the probes: a baseline that came through, for health checks and fences. */
export interface ProbedNow extends Probed {
  readonly fence: Case;
}

export interface ProbeOptions {
  readonly suite: Suite;
  readonly target: Target;
  readonly sink?: Sink;
  /** Over which it is asked. */
  readonly bindings: readonly Binding[];
  readonly observe: Observation | 'auto';
  readonly claims?: Claims;
  readonly seed: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Asks one plain event over each carrier. Throws, exit code 3, when nothing answers at all. */
export async function probe(options: ProbeOptions): Promise<ProbedNow> {
  if (options.observe === 'sink' && options.sink === undefined) {
    throw usageError('observe.sink', 'failed to observe by sink: there is none', 'start a listener first');
  }
  const order = probeOrder(options.bindings);
  const [first = 'http-structured'] = order;
  // All at once: a target that answers none of them is asked to wait for one deadline, not for three.
  const probes = await Promise.all(order.map((carrier) => ask(carrier, options)));
  const seen = new Map(probes.map((evidence, index) => [order[index] ?? first, observe(evidence)]));
  const failure = probes.flatMap((evidence) => failureOf(evidence) ?? [])[0];
  if (failure !== undefined && !options.signal.aborted && !answers(seen)) throw silent(failure, options);
  if (!options.bindings.includes('http') && !options.signal.aborted && isMute(seen)) throw mute(options);
  const found = observation(seen, options);
  return {
    ...found,
    claims: claimed(options.claims, seen, found.observation),
    outcomes: new Map([...seen].map(([carrier, observed]) => [carrier, outcome(observed, found.observation)])),
    fence: options.suite.baseline(fenceOf(seen) ?? first),
  };
}

/** The structured forms first: everybody has to read them. */
export const probeOrder = (bindings: readonly Binding[]): readonly Carrier[] => {
  const carriers = carriersOf(bindings);
  const isStructured = (carrier: Carrier): boolean => formOf(carrier).mode === 'structured';
  return [...carriers.filter(isStructured), ...carriers.filter((carrier) => !isStructured(carrier))];
};

function ask(carrier: Carrier, options: ProbeOptions): Promise<Evidence> {
  const item = options.suite.baseline(carrier);
  const observation = options.sink !== undefined && options.observe !== 'reply' ? 'sink' : 'reply';
  return exchangeCase(item, { ...options, seed: `${options.seed} probe`, fence: item, observation });
}

const failureOf = ({ replies }: Evidence): TransportFailure | undefined =>
  replies.flatMap((reply) => (reply.kind === 'failure' ? [reply.failure] : []))[0];

const answers = (seen: ReadonlyMap<Carrier, Observed>): boolean =>
  [...seen.values()].some(({ reactions }) => reactions.some(({ kind }) => kind !== 'broken'));

function silent({ code, message }: TransportFailure, options: ProbeOptions): ConformError {
  return new ConformError({
    code: `target.${code}`,
    message: `failed to reach ${options.target.name}: ${message}`,
    hint: HINTS[code] ?? 'start the target, and give the URL that takes events as --target',
    exit: EXIT.inconclusive,
  });
}

// A broker takes everything: where nothing at all comes back, nobody reads.
const isMute = (seen: ReadonlyMap<Carrier, Observed>): boolean =>
  [...seen.values()].every(({ outputs }) => outputs.length === 0);

const mute = ({ target, sink }: ProbeOptions): ConformError =>
  new ConformError({
    code: 'target.silent',
    message: `failed to see anything of who reads from ${target.name}: no plain event came out of ${sink?.url.pathname.slice(1) || 'the reply topic'}`,
    hint: 'start the target, let it publish each event that it reads to the topic named by ?reply=, and raise --timeout where it is slow',
    exit: EXIT.inconclusive,
  });

const HINTS: Readonly<Partial<Record<string, string>>> = {
  timeout: 'the target takes connections but did not answer in time: raise --timeout, or look at what it waits for',
  tls: 'give the certificate authority with --ca FILE, or --insecure for a test machine; an http:// port does not speak TLS',
  'not-http': 'the port speaks another protocol: give the URL of the HTTP endpoint that takes events',
};

// A carrier whose event came out; else one that was accepted; else one that was answered at all.
function fenceOf(seen: ReadonlyMap<Carrier, Observed>): Carrier | undefined {
  const all = [...seen];
  const found =
    all.find(([, observed]) => hasOwnEvent(observed)) ??
    all.find(([, observed]) => isAccepted(observed)) ??
    all.find(([, { reactions }]) => reactions.every(({ kind }) => kind !== 'broken'));
  return found?.[0];
}

const isAccepted = ({ reactions }: Observed): boolean => reactions.every(({ kind }) => kind === 'accepted');

// Claims to validate or to filter say nothing of message forms: those are probed.
function claimed(given: Claims | undefined, seen: ReadonlyMap<Carrier, Observed>, observation: Observation): Claims {
  if (given !== undefined && given.decodes.size > 0) return given;
  const found = claimsFrom(seen, observation);
  return given === undefined ? found : { ...found, validates: given.validates, filters: given.filters };
}

// The structured form is claimed by default because every implementation must support the JSON format (core, Overview).
// Batch mode is optional: who answers 2xx and then passes no event on has not said that it takes batches.
function claimsFrom(seen: ReadonlyMap<Carrier, Observed>, observation: Observation): Claims {
  const taken = CARRIERS.filter((carrier) => {
    const observed = seen.get(carrier);
    if (observed === undefined || !isAccepted(observed)) return false;
    // A broker takes everything; what its reader takes shows by what comes out.
    const isOptional = carrier === 'http-batch' || formOf(carrier).binding !== 'http';
    return !isOptional || observation === 'status' || hasOwnEvent(observed);
  });
  const basic = CARRIERS.filter((carrier) => seen.has(carrier) && formOf(carrier).mode === 'structured');
  return { ...NO_CLAIMS, decodes: new Set<Carrier>([...basic, ...taken]), declared: false };
}

function observation(
  seen: ReadonlyMap<Carrier, Observed>,
  options: ProbeOptions,
): Pick<Probed, 'observation' | 'notes'> {
  const all = [...seen.values()];
  const shows = all.filter(hasOwnEvent).length > 0;
  const found: Observation = options.sink === undefined ? (shows ? 'reply' : 'status') : shows ? 'sink' : 'status';
  if (options.observe === 'sink' && shows && !options.bindings.includes('http')) {
    return { observation: 'sink', notes: ['the event comes out of the reply topic: what the target read is visible'] };
  }
  if (options.observe !== 'auto') {
    const isMissing = options.observe !== 'status' && !shows;
    return {
      observation: options.observe,
      notes: isMissing ? [`asked to observe by ${options.observe}, but no probe came back as an event`] : [],
    };
  }
  return { observation: found, notes: [describe(found, all, options)] };
}

function describe(found: Observation, all: readonly Observed[], options: ProbeOptions): string {
  if (found === 'reply') return 'the reply carries the event: what the target decoded is visible';
  if (found === 'sink') return 'the event arrives at the sink: what the target passes on is visible';
  if (options.sink !== undefined) return 'no event arrived at the sink: only the status is visible';
  if (all.some(({ outputs }) => outputs.some(({ copied }) => copied)))
    return 'the reply is a copy of the request, which shows nothing: only the status is visible';
  if (all.some(({ outputs }) => outputs.some(({ decoded }) => decoded.kind === 'decoded')))
    return 'the reply carries another event than the one sent: only the status is visible';
  return 'the reply carries no event: only the status is visible';
}

const hasOwnEvent = ({ token, outputs }: Observed): boolean =>
  outputs.some(
    ({ decoded, copied }) =>
      !copied && decoded.kind === 'decoded' && decoded.value.events.some((event) => isProbe(event, token)),
  );

// An answer may be an event of its own with a borrowed id; id and source together tell one event from another (core).
const isProbe = ({ attributes }: CloudEvent, token: string): boolean =>
  attributes.get('id') === token && canonical(attributes.get('source') ?? '').includes(token);

function outcome(observed: Observed, observation: Observation): string {
  const reaction = observed.reactions[0];
  if (reaction === undefined) return 'not probed';
  if (reaction.kind === 'broken') return reaction.failure.message;
  const isSilent = reaction.kind === 'accepted' && observation !== 'status' && !hasOwnEvent(observed);
  return `${reactionWords(reaction)}${isSilent ? ', but the event did not come out' : ''}`;
}
