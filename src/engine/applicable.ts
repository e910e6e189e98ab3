import type { Case } from './case.js';
import { missingClaim } from './claims.js';
import type { Probed } from './probe.js';

/** Why a case does not apply to a target; undefined for one that does. */
export function whyNotApplicable(
  item: Case,
  { claims, observation, outcomes }: Pick<Probed, 'claims' | 'observation' | 'outcomes'>,
): string | undefined {
  const claim = missingClaim(item, claims);
  if (claim !== undefined) {
    const probe = outcomes.get(claim) ?? outcomes.get(item.carrier) ?? 'not answered';
    return `${observation === 'adapter' ? claim : item.carrier} is not claimed; a probe was ${probe}`;
  }
  if (observation !== 'adapter') return undefined;
  if (item.task === 'forward' && claims.encodes.size === 0) return 'nothing is claimed that could pass an event on';
  if (item.validation === true && item.validity === undefined)
    return 'what is invalid is in the message, or would be filled in: there is no invalid event to be asked about';
  return item.transport === true ? 'it is about bytes on a connection, which an adapter does not see' : undefined;
}
