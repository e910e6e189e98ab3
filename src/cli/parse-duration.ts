// Times on the command line have their unit, so that nobody has to remember which one it is.
import { usageError } from '../engine/error.js';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** A day: longer ones are a slip of the keyboard, and timers of Node end at 24 days. */
const MOST_MS = 24 * UNITS.h;

/** Reads `500ms`, `30s`, `5m` or `1h` as milliseconds. `flag` is the one that it was given to, such as `--for`. */
export function parseDuration(text: string, flag: string): number {
  const [, digits, unit] = /^(\d{1,9})(ms|s|m|h)$/.exec(text) ?? [];
  if (digits === undefined || unit === undefined) {
    throw wrong(flag, text, /^\d+$/.test(text) ? 'there is no unit' : 'a duration is a whole number and its unit');
  }
  const ms = Number(digits) * UNITS[unit as keyof typeof UNITS];
  if (ms < 1 || ms > MOST_MS) throw wrong(flag, text, 'a duration is longer than nothing, and at most 24h');
  return ms;
}

const wrong = (flag: string, text: string, why: string): Error =>
  usageError(
    'duration.syntax',
    `failed to read ${flag}: saw ${JSON.stringify(text)}, and ${why}`,
    `for example ${flag} 500ms, ${flag} 30s or ${flag} 5m`,
  );
