// How a damaged message was sent, which its bytes do not show.
import type { JsonValue } from '../../event/types.js';
import { count } from '../text/layout.js';
import type { TrialJson } from './types.js';

/** What was said of the body beside its bytes; undefined where it was sent as any other. */
export function deliveryWords(trial: TrialJson): string | undefined {
  const { framing, pieces, lengthDelta, cutAt } = membersOf(membersOf(trial['mutation'])['delivery']);
  const words = [
    ...(framing === 'chunked' ? ['in chunks'] : []),
    ...(framing === 'none' ? ['without a length'] : []),
    ...(typeof pieces === 'number' ? [`in segments of ${count(pieces, 'byte')}`] : []),
    ...(typeof lengthDelta === 'number' ? [lengthWords(lengthDelta)] : []),
    ...(typeof cutAt === 'number' ? [`the connection closed after ${cutAt / 10} % of it`] : []),
  ];
  return words.length === 0 ? undefined : words.join('; ');
}

const lengthWords = (delta: number): string =>
  `its length is said to be ${count(Math.abs(delta), 'byte')} ${delta < 0 ? 'less' : 'more'}`;

const membersOf = (value: JsonValue | undefined): { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: JsonValue })
    : {};
