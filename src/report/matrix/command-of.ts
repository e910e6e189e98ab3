import { quoteArgument } from '../text/rerun.js';
import type { Report } from '../types.js';

/** How the name of the reference lists its faults. */
const FAULTS = /^reference with (.+)$/;

/**
 * The command that judges the target of a report again. A report does not say how everything was started; where it does
 * not, a word in capitals stands for it.
 */
export function commandOf({ target, suite }: Pick<Report, 'target' | 'suite'>): string {
  const spec = suite.specVersion === '1.0.2' ? [] : ['--spec', suite.specVersion];
  return ['ce-conform', ...targetOf(target), ...spec].map(quoteArgument).join(' ');
}

function targetOf({ kind, name, url }: Report['target']): readonly string[] {
  if (url !== undefined) return ['--target', url];
  if (kind === 'adapter') return ['--adapter', '--', 'PROGRAM'];
  if (kind !== 'reference') return ['--target', 'TARGET'];
  const faults = FAULTS.exec(name)?.[1]?.split(', ') ?? [];
  return [
    '--target',
    faults.length === 0 ? 'reference:' : `reference:?${faults.map((one) => `fault=${one}`).join('&')}`,
  ];
}
