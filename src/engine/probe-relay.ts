// Before a run over a broker itself: whether a message that is published comes out again.
import { carriersOf } from './carriers.js';
import { allClaims } from './claims.js';
import { ConformError, EXIT } from './error.js';
import type { ProbedNow, ProbeOptions } from './probe.js';
import { passFence } from './sink-path.js';

/** Publishes a plain event in each form. Throws, exit code 3, where none of them comes out. */
export async function probeRelay(options: ProbeOptions): Promise<ProbedNow> {
  const { sink, suite, target, bindings } = options;
  if (sink === undefined) throw new Error('a broker is seen by a subscription, and there is none');
  const outcomes = new Map<string, string>();
  let fence = suite.baseline(carriersOf(bindings)[0] ?? 'kafka-structured');
  for (const carrier of carriersOf(bindings)) {
    const item = suite.baseline(carrier);
    const latency = await passFence(`${carrier} probe`, sink, { ...options, observation: 'sink', fence: item });
    outcomes.set(carrier, latency === undefined ? 'not handed on' : 'handed on');
    if (latency !== undefined) fence = item;
  }
  if (![...outcomes.values()].includes('handed on') && !options.signal.aborted) {
    throw new ConformError({
      code: 'target.silent',
      message: `failed to see anything through ${target.name}: what was published did not come out of its own topic`,
      hint: 'look at the rights of this user on the topic, and raise --timeout where the broker is slow',
      exit: EXIT.inconclusive,
    });
  }
  const claims = bindings.map(allClaims);
  return {
    observation: 'sink',
    claims: {
      ...allClaims(bindings[0] ?? 'kafka'),
      decodes: new Set(claims.flatMap(({ decodes }) => [...decodes])),
    },
    notes: ['what is published is read from the same topic: what the broker itself does to it is visible'],
    outcomes,
    fence,
  };
}
