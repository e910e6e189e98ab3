import { sectionLink } from '../../../suites/links.js';
import { loadRegistry, type Registry, resolveId } from '../../../suites/registry.js';
import type { ErrorMode } from '../../cesql/types.js';
import { toWire } from '../../event/wire.js';
import { textOf } from '../../generate/expression/spell.js';
import { REFERENCE } from '../interop/types.js';
import { type Answer, ourAnswers } from './answer.js';
import type { Group } from './groups.js';
import { type Cause, type CesqlInterop, INTEROP_CESQL_SCHEMA, type ShownAnswer } from './types.js';

/** A group, and what every engine that was asked makes of its example. */
export interface AnsweredGroup extends Group {
  readonly answers: ReadonlyMap<string, Answer>;
}

export interface CesqlInteropInput extends Omit<CesqlInterop, 'schema' | 'causes'> {
  readonly groups: readonly AnsweredGroup[];
}

/** The result of a run. Pure. */
export function buildCesqlInterop({ groups, ...rest }: CesqlInteropInput): CesqlInterop {
  const modes = new Set(rest.subjects.map(({ mode }) => mode));
  return { schema: INTEROP_CESQL_SCHEMA, ...rest, causes: groups.map((group) => causeOf(group, modes)) };
}

function causeOf(group: AnsweredGroup, modes: ReadonlySet<ErrorMode>, registry: Registry = loadRegistry()): Cause {
  const { judged, difference, subjects, example, answers } = group;
  const requirement = registry.requirements.get(resolveId(judged.requirement, registry) ?? '');
  if (requirement === undefined) throw new Error(`there is no requirement ${judged.requirement}`);
  const text = textOf(example.posed);
  const ours = ourAnswers(text, example.posed.event);
  return {
    verdict: judged.verdict,
    construct: judged.construct,
    how: difference.how,
    what: judged.broadly ?? difference.what,
    subjects,
    requirement: {
      id: requirement.id,
      rule: requirement.rule,
      link: sectionLink(requirement, '1.0.2', registry),
    },
    positions: judged.positions.flatMap((id) => {
      const position = registry.positions.get(id);
      return position === undefined ? [] : [{ id, problem: position.problem }];
    }),
    example: {
      expression: text,
      event: toWire(example.posed.event),
      answers: [
        ...[...modes].sort().map((mode): ShownAnswer => ({ id: REFERENCE, mode, ...ours[mode] })),
        ...[...answers].flatMap(([id, answer]) => shown(id, answer)),
      ],
      from: textOf(example.from),
    },
  };
}

function shown(id: string, answer: Answer): readonly ShownAnswer[] {
  switch (answer.kind) {
    case 'evaluated': {
      const { value, errors } = answer;
      return [{ id, ...(value !== undefined && { value }), errors }];
    }
    case 'thrown':
    case 'refused':
      return [{ id, failure: answer.reason }];
    case 'failed':
      return [{ id, failure: answer.message }];
    case 'not-asked':
      return [];
  }
}
