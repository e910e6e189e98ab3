// Times on the command line have their unit, so that nobody has to remember which one it is.
import { usageError } from '../engine/error.js';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A day: longer ones are a slip of the keyboard, and timers of Node end at 24 days. */
const MOST_MS = UNITS.d;

/** What nothing waits for may be longer. */
const MOST_AGE_MS = 36_500 * UNITS.d;

/** Reads `500ms`, `30s`, `5m` or `1h` as milliseconds. `flag` is the one that it was given to, such as `--for`. */
export const parseDuration = (text: string, flag: string): number =>
  parse(text, flag, { most: MOST_MS, named: '24h', examples: ['500ms', '30s', '5m'] });

/** The same for an age, such as `90d`. */
export const parseAge = (text: string, flag: string): number =>
  parse(text, flag, { most: MOST_AGE_MS, named: '36500d', examples: ['12h', '90d', '365d'] });

interface Bounds {
  readonly most: number;
  readonly named: string;
  readonly examples: readonly string[];
}

function parse(text: string, flag: string, { most, named, examples }: Bounds): number {
  const wrong = (why: string): Error =>
    usageError(
      'duration.syntax',
      `failed to read ${flag}: saw ${JSON.stringify(text)}, and ${why}`,
      `for example ${examples
        .map((one) => `${flag} ${one}`)
        .join(', ')
        .replace(/,(?=[^,]*$)/, ' or')}`,
    );
  const [, digits, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  if (digits === undefined || unit === undefined) {
    throw wrong(/^\d+$/.test(text) ? 'there is no unit' : 'a duration is a whole number and its unit');
  }
  const ms = Number(digits) * UNITS[unit as keyof typeof UNITS];
  if (ms < 1 || ms > most) throw wrong(`a duration is longer than nothing, and at most ${named}`);
  return ms;
}
