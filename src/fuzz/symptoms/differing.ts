// What differs of an event, without what no rule speaks of.
import type { JsonValue } from '../../event/types.js';
import { isNoMatter } from '../no-matter.js';

/** What was expected of what differs, by name, and what came out. */
export interface Differing {
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
  /** How the first of it differs, where that is not the first of all. */
  readonly word?: string;
}

type Pair = readonly [name: string, expected: JsonValue, actual: JsonValue];

/** What differs beside URIs that are equivalent, and beside words for nothing; undefined where nothing does. */
export function differingIn({ expected, actual }: Differing): Differing | undefined {
  const pairs = pairsOf(expected, actual);
  const kept = pairs.filter((pair) => !isNoMatter(...pair));
  const [first] = kept;
  if (kept.length === pairs.length)
    return { ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) };
  if (first === undefined) return undefined;
  const side = (of: 1 | 2): JsonValue => Object.fromEntries(kept.map((pair) => [pair[0], pair[of]]));
  return { expected: side(1), actual: side(2), word: wordOf(first) };
}

const wordOf = ([name, , actual]: Pair): string =>
  `${name === 'data' ? 'data-' : ''}${actual === null ? 'lost' : 'changed'}`;

/** Whether all that differs is white space at the ends of texts that is gone, and with it what was nothing else. */
export function isTrimmed({ expected, actual }: Differing): boolean {
  const pairs = pairsOf(expected, actual);
  return pairs.length > 0 && pairs.every(([, one, other]) => typeof one === 'string' && isCut(one, other));
}

function isCut(text: string, other: JsonValue): boolean {
  const inner = text.replaceAll(ENDS, '');
  return text !== inner && (other ?? '') === inner;
}

const ENDS = /^\p{White_Space}+|\p{White_Space}+$/gu;

function pairsOf(expected: JsonValue | undefined, actual: JsonValue | undefined): readonly Pair[] {
  if (!isObject(expected) || !isObject(actual)) return [];
  return Object.entries(expected).map(([name, value]) => [name, value, actual[name] ?? null]);
}

const isObject = (value: JsonValue | undefined): value is { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
