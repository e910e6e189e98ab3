// From cases up: what follows for each requirement and each profile.
import type { SpecVersion } from '../event/types.js';
import { formOf } from './carriers.js';
import { type Case, isCarrier, levelOf } from './case.js';
import type { Claims } from './claims.js';
import { inSpec } from './in-spec.js';
import type { Status } from './judgement.js';
import { reaction } from './observe.js';
import type { Requirement } from './requirement.js';
import type { Result } from './run.js';
import type { Profile } from './suite.js';
import { type Verdict, verdictOf } from './verdict.js';

/**
 * `verified`: at least one case of the requirement's own level passed, and every one that applies. Variants that the
 * text backs less strongly warn by themselves. Anything unseen is `open`, with the reason.
 */
export interface RequirementOutcome {
  readonly requirement: Requirement;
  readonly outcome: 'verified' | 'failed' | 'warned' | 'observed' | 'open' | 'not-applicable';
  readonly cases: number;
  readonly reason?: string;
}

export interface ProfileOutcome {
  readonly profile: Profile;
  readonly verdict: Verdict;
  readonly results: readonly Result[];
  /** MUST requirements of the scored specification. */
  readonly requirements: { readonly applicable: number; readonly verified: number; readonly failed: number };
}

/** The outcome of each requirement that has results, in their order. */
export function requirementOutcomes(results: readonly Result[], spec: SpecVersion): readonly RequirementOutcome[] {
  return [...byRequirement(results)].map(([requirement, group]) => {
    const own = group.filter(({ item }) => levelOf(item, spec) === requirement.level);
    const decisive = own.length > 0 ? own : group;
    const outcome = outcomeOf(new Set(decisive.map(({ judgement }) => judgement.status)));
    const open = decisive.find(({ judgement }) => OPEN.has(judgement.status) || judgement.status === 'not-applicable');
    const reason = outcome === 'open' || outcome === 'not-applicable' ? open?.judgement.message : undefined;
    return { requirement, outcome, cases: group.length, ...(reason === undefined ? {} : { reason }) };
  });
}

function byRequirement(results: readonly Result[]): ReadonlyMap<Requirement, readonly Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const group = groups.get(result.item.requirement.id);
    if (group === undefined) groups.set(result.item.requirement.id, [result]);
    else group.push(result);
  }
  return new Map([...groups.values()].flatMap((group) => keyed(group)));
}

// A target that claims to validate is asked more of some cases of a requirement than of others.
function keyed(group: readonly Result[]): readonly (readonly [Requirement, readonly Result[]])[] {
  const strictest = group.find(({ item }) => item.validation === true) ?? group[0];
  return strictest === undefined ? [] : [[strictest.item.requirement, group]];
}

const OPEN: ReadonlySet<Status> = new Set(['blocked', 'inconclusive', 'not-run', 'harness-error']);

/** What follows for a requirement from the statuses of its decisive cases. */
export function outcomeOf(statuses: ReadonlySet<Status>): RequirementOutcome['outcome'] {
  if (statuses.has('fail') || statuses.has('timeout')) return 'failed';
  if ([...OPEN].some((status) => statuses.has(status))) return 'open';
  if (statuses.has('warn')) return 'warned';
  if (statuses.has('pass')) return 'verified';
  return statuses.has('observed') ? 'observed' : 'not-applicable';
}

/** What follows for a profile. A valid event that was not accepted counts against every profile. */
export function profileOutcome(
  profile: Profile,
  results: readonly Result[],
  { spec, claims }: { readonly spec: SpecVersion; readonly claims: Pick<Claims, 'validates'> },
): ProfileOutcome {
  const own = results.filter(({ item }) => profile.tasks.includes(item.task) && isOver(item, profile));
  const members = own.filter((result) => profile.includes(result.item, claims) || isRefusal(result));
  const must = requirementOutcomes(members, spec).filter(
    ({ requirement, outcome }) =>
      requirement.level === 'must' && inSpec(requirement, spec) && outcome !== 'not-applicable',
  );
  return {
    profile,
    verdict: verdictOfResults(members, spec),
    results: members,
    requirements: {
      applicable: must.length,
      verified: must.filter(({ outcome }) => outcome === 'verified').length,
      failed: must.filter(({ outcome }) => outcome === 'failed').length,
    },
  };
}

// Expressions travel in no message.
const isOver = ({ carrier }: Case, { bindings }: Profile): boolean =>
  bindings === undefined || !isCarrier(carrier) || bindings.includes(formOf(carrier).binding);

// What a target made of an event that it accepted is no matter of acceptance.
function isRefusal({ item, judgement, evidence }: Result): boolean {
  if (item.validation === true) return false;
  if (judgement.status === 'timeout') return true;
  return judgement.status === 'fail' && evidence?.replies.some((reply) => reaction(reply).kind !== 'accepted') === true;
}

/** The verdict over any set of results. */
export const verdictOfResults = (results: readonly Result[], spec: SpecVersion): Verdict =>
  verdictOf(
    results.map(({ item, judgement }) => ({
      level: levelOf(item, spec),
      scored: inSpec(item.requirement, spec),
      status: judgement.status,
    })),
  );

/** The verdict of a run: over everything that is in one of the selected profiles. */
export function runVerdict(profiles: readonly ProfileOutcome[], spec: SpecVersion): Verdict {
  return verdictOfResults([...new Set(profiles.flatMap(({ results }) => results))], spec);
}
