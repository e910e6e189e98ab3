import type { Case } from './case.js';
import { canPassOn, missingClaim } from './claims.js';
import type { Probed } from './probe.js';

/** Why a case does not apply to a target; undefined for one that does. */
export function whyNotApplicable(
  item: Case,
  { claims, observation, outcomes }: Pick<Probed, 'claims' | 'observation' | 'outcomes'>,
): string | undefined {
  // Who is asked about an event is asked about no message form.
  const claim = item.validity === undefined ? missingClaim(item, claims) : undefined;
  if (claim !== undefined) {
    // Nothing is asked of a filter that nobody can set.
    if (item.task === 'filter') return `${claim} is not claimed`;
    const probe = outcomes.get(claim) ?? outcomes.get(item.carrier) ?? 'not answered';
    return `${observation === 'adapter' ? claim : item.carrier} is not claimed; a probe was ${probe}`;
  }
  if (observation !== 'adapter') return undefined;
  if (item.task === 'forward' && !canPassOn(claims)) return 'nothing is claimed that could pass one event on';
  if (item.validation === true && item.validity === undefined)
    return 'an event is asked about once; what is invalid in a message alone, or would be filled in, makes no invalid event';
  return item.transport === true ? 'it is about bytes on a connection, which an adapter does not see' : undefined;
}
