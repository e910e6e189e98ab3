// Why one of two reports has no such case: only what the suite or the user took away says nothing of the target.
import { bindingOfCarrier, CARRIERS } from '../../engine/carriers.js';
import type { CaseReport, Report } from '../types.js';
import type { Absence } from './types.js';

/** `present` is the report that has the case, `lacking` the one that has not. */
export function absenceOf({ id }: CaseReport, present: Report, lacking: Report): Absence {
  if (!isOver(id, lacking) || !hasTasksOf(present, lacking)) return 'target';
  if (lacking.selection !== undefined && !isSameSelection(present, lacking)) return 'selection';
  return present.suite.digest === lacking.suite.digest ? 'target' : 'suite';
}

export const isSameSelection = ({ selection: a }: Report, { selection: b }: Report): boolean =>
  listed(a?.only) === listed(b?.only) && listed(a?.skip) === listed(b?.skip);

const listed = (globs: readonly string[] = []): string => JSON.stringify([...new Set(globs)].sort());

const hasTasksOf = (present: Report, lacking: Report): boolean =>
  present.target.tasks.every((task) => lacking.target.tasks.includes(task));

// A case that travels in no message goes over no binding.
function isOver(id: string, { target: { bindings = ['http'] } }: Report): boolean {
  const way = id.slice(id.lastIndexOf('@') + 1);
  const carrier = CARRIERS.find((one) => one === way);
  return carrier === undefined || bindings.includes(bindingOfCarrier(carrier));
}
