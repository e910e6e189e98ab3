import { diffLines as compare } from 'diff';
import type { JsonValue } from '../../event/types.js';
import { abridge } from '../abridge.js';

/** A line that both have (0), that only the expectation has (-1), or only what came (1). */
export type DiffLine = readonly [side: 0 | -1 | 1, line: string];

/** More differences than anybody reads: beyond them, one value stands behind the other. */
const MOST_EDITS = 1000;

/** Expected against actual, a line for each value of their JSON; words stand as they are. */
export function diffLines(expected: JsonValue, actual: JsonValue): readonly DiffLine[] {
  const [before, after] = [text(expected), text(actual)];
  const changes = compare(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [...lines(before, -1), ...lines(after, 1)];
  return changes.flatMap(({ added, removed, value }) => lines(value, added ? 1 : removed ? -1 : 0));
}

const lines = (value: string, side: DiffLine[0]): readonly DiffLine[] =>
  value
    .replace(/\n$/, '')
    .split('\n')
    .map((line): DiffLine => [side, line]);

// The line feed at the end keeps a last line from differing by the lack of one.
function text(value: JsonValue): string {
  const short = abridge(value);
  return `${typeof short === 'string' ? short.replaceAll('\n', '\\n') : JSON.stringify(short, null, 2)}\n`;
}
