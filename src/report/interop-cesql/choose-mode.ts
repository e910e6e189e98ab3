import type { ErrorMode } from '../../cesql/types.js';
import { ERROR_MODES } from '../../engine/error-mode.js';
import type { Answer, OursByMode } from './answer.js';
import { compare } from './compare.js';
import type { Engine } from './types.js';

/** The default of our engine comes first, so that it wins where modes agree alike. */
const ORDER: readonly ErrorMode[] = ['operator', 'complete', 'fail-fast'];

/** The mode that ours is compared in: the declared one, else the one that agrees on most expressions. */
export function chooseMode(
  answers: readonly Answer[],
  ours: readonly OursByMode[],
  declared: ErrorMode | undefined,
): Pick<Engine, 'mode' | 'isDeclared' | 'agreement'> {
  const agreement: Record<ErrorMode, number> = { complete: 0, 'fail-fast': 0, operator: 0 };
  for (const [index, answer] of answers.entries()) {
    const own = ours[index];
    if (own === undefined || answer.kind === 'not-asked') continue;
    for (const mode of ERROR_MODES) if (compare(answer, own[mode]) === undefined) agreement[mode] += 1;
  }
  const best = ORDER.reduce((most, mode) => (agreement[mode] > agreement[most] ? mode : most));
  return { mode: declared ?? best, isDeclared: declared !== undefined, agreement };
}
