// The command line of a run, as far as its report tells it: for those who read a report and did not start the run.
import type { Rerun } from './text/rerun.js';
import type { Report } from './types.js';

/** How the name of the reference lists its faults. */
const FAULTS = /^reference with (.+)$/;

/** A report does not say how everything was started; where it does not, a word in capitals stands for it. */
export function rerunOf({ target, suite }: Pick<Report, 'target' | 'suite'>): Rerun {
  const spec = suite.specVersion === '1.0.2' ? [] : ['--spec', suite.specVersion];
  const { target: url = '', flags = [], tail = [] } = startOf(target);
  const isFilter = target.tasks.includes('filter') && target.kind !== 'adapter';
  return { target: url, flags: [...flags, ...spec], tail: isFilter ? ['--apply', '--', 'COMMAND'] : tail };
}

function startOf({ kind, name, url, observation, bindings = ['http'] }: Report['target']): Partial<Rerun> {
  const hasListener = observation === 'sink' && bindings.includes('http');
  if (url !== undefined) return { target: url, ...(hasListener ? { flags: ['--sink-port', 'PORT'] } : {}) };
  switch (kind) {
    case 'adapter':
      return { tail: ['--adapter', '--', 'PROGRAM'] };
    case 'producer':
      return { flags: ['--listen', 'ADDRESS'], tail: ['--', 'PROGRAM'] };
    case 'reference':
      return { target: referenceOf(name) };
    default:
      return { target: 'TARGET' };
  }
}

function referenceOf(name: string): string {
  const faults = FAULTS.exec(name)?.[1]?.split(', ') ?? [];
  return faults.length === 0 ? 'reference:' : `reference:?${faults.map((one) => `fault=${one}`).join('&')}`;
}
