// What no case can say alone: a refusal needs its accepted twin, a failure needs its precondition, and a bare 2xx
// needs a target that has shown that it can tell one event from another.
import type { Carrier, Case, Prerequisite } from './case.js';
import type { Judgement } from './judgement.js';
import type { Observed } from './observed.js';
import { isOwnEvent } from './own-event.js';

/** A case with what was observed of it and what its own judge said. */
export interface Local {
  readonly item: Case;
  readonly observed: Observed;
  readonly judgement: Judgement;
}

/** Judgements after the relations between cases, in the order of `locals`. */
export function relate(locals: readonly Local[]): readonly Judgement[] {
  const byId = new Map(locals.map((local) => [local.item.id, local]));
  const discerning = new Set(locals.filter((local) => shows(local, byId)).map(({ item }) => item.carrier));
  return locals.map((local) => related(local, byId, discerning));
}

function related(local: Local, byId: ReadonlyMap<string, Local>, discerning: ReadonlySet<Carrier>): Judgement {
  const { item, judgement } = local;
  if (judgement.status === 'fail' || judgement.status === 'timeout') {
    const unmet = item.requires.find((prerequisite) => !isMet(prerequisite, byId.get(prerequisite.id)));
    return unmet === undefined
      ? judgement
      : blocked(judgement, `it rests on ${unmet.id}, which was not ${unmet.outcome} either`);
  }
  if (judgement.status !== 'pass') return judgement;
  if (item.twin !== undefined && !holds(byId.get(item.twin))) {
    return blocked(judgement, `its twin ${item.twin}, the same without the defect, was not accepted`);
  }
  if (judgement.bare === true && !discerning.has(item.carrier)) {
    return {
      ...judgement,
      status: 'inconclusive',
      message: `accepted, as was everything else over ${item.carrier}: a target that refuses nothing has shown nothing`,
    };
  }
  return judgement;
}

function blocked(judgement: Judgement, message: string): Judgement {
  const { cause: _, ...rest } = judgement;
  return { ...rest, status: 'blocked', message };
}

const isMet = ({ outcome }: Prerequisite, local: Local | undefined): boolean =>
  holds(local) && (outcome === 'accepted' || local?.judgement.status === 'pass');

/** Accepted, and (where events are visible) come out. */
function holds(local: Local | undefined): boolean {
  if (local === undefined || local.observed.reactions.length === 0) return false;
  return (
    local.observed.reactions.every(({ kind }) => kind === 'accepted') &&
    (local.observed.observation === 'status' || hasEvent(local))
  );
}

const hasEvent = ({ observed }: Local): boolean =>
  observed.outputs.some(
    ({ decoded, copied }) =>
      !copied && decoded.kind === 'decoded' && decoded.value.events.some((event) => isOwnEvent(event, observed)),
  );

/** Whether the case shows a target that can tell: it refused an invalid event, or a valid one passed on evidence. */
function shows({ item, observed, judgement }: Local, byId: ReadonlyMap<string, Local>): boolean {
  // A target that refuses the twin as well does not refuse the defect.
  if (item.twin !== undefined && !holds(byId.get(item.twin))) return false;
  if (judgement.status === 'pass' && judgement.bare !== true && item.requirement.code === 'pos') return true;
  const isInvalid = item.requirement.code === 'rej' || item.requirement.code === 'soft';
  return isInvalid && observed.reactions.some(({ kind }) => kind === 'refused');
}
