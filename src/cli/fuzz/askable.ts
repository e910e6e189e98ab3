// Whether a target can be asked about a finding at all: it may have been found on one that takes, or shows, more.
import type { Carrier } from '../../engine/carriers.js';
import { carrierOf } from '../../engine/carriers.js';
import type { FindingClass } from '../../report/fuzz/types.js';
import type { ReadFinding } from './finding-file.js';
import type { Driven } from './open-driven.js';

/** What shows in the event alone that came out, and in no status. */
const IN_EVENTS: ReadonlySet<FindingClass> = new Set(['altered', 'lost', 'leaked', 'let-through']);

/** Why the target cannot be asked about this finding; undefined where it can. */
export function notAskable(
  { trial, file }: Pick<ReadFinding, 'trial' | 'file'>,
  { abilities, probed }: Pick<Driven, 'abilities' | 'probed'>,
): string | undefined {
  if (IN_EVENTS.has(file.finding.class) && probed.observation === 'status')
    return 'what the target makes of an event is not visible';
  const { decodes, encodes, evaluates } = abilities;
  switch (trial.kind) {
    case 'events':
      return missing(decodes, 'takes', ...trial.writings.map(({ form }) => carrierOf(form)));
    case 'violation':
      return missing(decodes, 'takes', carrierOf(trial.violation.form));
    case 'mutation':
      return missing(decodes, 'takes', carrierOf(trial.writing.form));
    case 'encode':
      return missing(encodes, 'writes', carrierOf(trial.form));
    case 'expression':
      return evaluates ? undefined : 'the target evaluates no expressions';
  }
}

function missing(
  able: readonly Carrier[],
  does: string,
  ...asked: readonly (Carrier | undefined)[]
): string | undefined {
  const one = asked.find((carrier) => carrier !== undefined && !able.includes(carrier));
  return one === undefined ? undefined : `the target ${does} no ${one}`;
}
