// What no case can say alone: a refusal needs its accepted twin, a failure needs its precondition, and a bare 2xx
// needs a target that has shown that it can tell one event from another.
import type { Case, Prerequisite } from './case.js';
import type { Judgement } from './judgement.js';
import type { Observed } from './observed.js';
import { isAboutTold, isOwnEvent } from './own-event.js';

/** What its own judge said of a case, and as much of what was observed as matters to others. */
export interface Local {
  readonly item: Case;
  readonly judgement: Judgement;
  /** Accepted and, where events are visible, come out. */
  readonly holds: boolean;
  readonly refused: boolean;
}

/** What others may rest on. The rest of an observation is let go: it is large, and a run has many. */
export function bearing(observed: Observed): Pick<Local, 'holds' | 'refused'> {
  const { reactions, observation } = observed;
  return {
    holds:
      reactions.length > 0 &&
      reactions.every(({ kind }) => kind === 'accepted') &&
      (observation === 'status' || observed.answers.length > 0 || comesOut(observed)),
    refused: reactions.some(({ kind }) => kind === 'refused'),
  };
}

const comesOut = (observed: Observed): boolean =>
  observed.told === undefined ? hasEvent(observed) : hasMessage(observed);

// Of a message that was asked for, its own rules say whether it can be read.
const hasMessage = (observed: Observed): boolean =>
  observed.outputs.some(({ message }) => message !== undefined && isAboutTold(message, observed));

const hasEvent = (observed: Observed): boolean =>
  observed.outputs.some(
    ({ decoded, copied }) =>
      (!copied || observed.filtered === true) &&
      decoded.kind === 'decoded' &&
      decoded.value.events.some((event) => isOwnEvent(event, observed)),
  );

/** Judgements after the relations between cases, in the order of `locals`. */
export function relate(locals: readonly Local[]): readonly Judgement[] {
  const byId = new Map(locals.map((local) => [local.item.id, local]));
  const discerning = new Set(locals.filter((local) => shows(local, byId)).map(({ item }) => pathOf(item)));
  return locals.map((local) => related(local, byId, discerning));
}

// Who tells events apart in one form may not in another, and who writes or validates them well may read anything.
const pathOf = ({ task, carrier, validity }: Case): string =>
  `${validity === undefined ? task : 'validate'} ${carrier}`;

function related(local: Local, byId: ReadonlyMap<string, Local>, discerning: ReadonlySet<string>): Judgement {
  const { item, judgement } = local;
  if (judgement.status === 'fail' || judgement.status === 'timeout') {
    const unmet = item.requires.find((prerequisite) => !isMet(prerequisite, byId.get(prerequisite.id)));
    return unmet === undefined
      ? judgement
      : blocked(judgement, `it rests on ${unmet.id}, which was not ${unmet.outcome} either`);
  }
  if (judgement.status !== 'pass') return judgement;
  const unsafe = groundsOf(item, byId).find((id) => byId.get(id)?.judgement.status !== 'pass');
  if (unsafe !== undefined) {
    return {
      ...judgement,
      status: 'inconclusive',
      message: `${unsafe} did not pass: who answers that one wrong may answer this one right by chance`,
    };
  }
  if (item.twin !== undefined && byId.get(item.twin)?.holds !== true) {
    return blocked(judgement, `its twin ${item.twin}, the same without the defect, was not accepted`);
  }
  if (judgement.bare === true && !discerning.has(pathOf(item))) {
    return {
      ...judgement,
      status: 'inconclusive',
      message: `accepted, as was everything else over ${item.carrier}: a target that refuses nothing has shown nothing`,
    };
  }
  return judgement;
}

/** The ground of a case, and the ground of that; two may be the ground of each other. */
function groundsOf({ id, ground }: Case, byId: ReadonlyMap<string, Local>): readonly string[] {
  const grounds: string[] = [];
  for (let next = ground; next !== undefined && next !== id && !grounds.includes(next); ) {
    grounds.push(next);
    next = byId.get(next)?.item.ground;
  }
  return grounds;
}

function blocked(judgement: Judgement, message: string): Judgement {
  const { cause: _, ...rest } = judgement;
  return { ...rest, status: 'blocked', message };
}

const isMet = ({ outcome, ifRun }: Prerequisite, local: Local | undefined): boolean =>
  (ifRun === true && local === undefined) ||
  (local?.holds === true && (outcome === 'accepted' || local.judgement.status === 'pass'));

/** Whether the case shows a target that can tell: it refused an invalid event, or a valid one passed on evidence. */
function shows({ item, refused, judgement }: Local, byId: ReadonlyMap<string, Local>): boolean {
  // A target that refuses the twin as well does not refuse the defect.
  if (item.twin !== undefined && byId.get(item.twin)?.holds !== true) return false;
  if (judgement.status === 'pass' && judgement.bare !== true && item.requirement.code === 'pos') return true;
  const isInvalid = item.requirement.code === 'rej' || item.requirement.code === 'soft';
  return isInvalid && refused;
}
