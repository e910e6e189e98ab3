// Where the readings of one event part from each other, by meaning.
import type { Carrier } from '../../engine/carriers.js';
import { canonical } from '../../event/canonical.js';
import type { CloudEvent } from '../../event/types.js';
import { type Gap, gapsOf, isSameGap, isWhole } from '../interop/gaps.js';
import type { Decoded } from '../interop/observed.js';

/** What a subject made of one event, by the carrier in which the event came. */
export type Readings = ReadonlyMap<Carrier, Decoded>;

/** A gap between what was told and what was read, in some carriers and not in others. */
export interface Parting {
  readonly gap: Gap;
  readonly where: readonly Carrier[];
  readonly elsewhere: readonly Carrier[];
  /** What became of the same part elsewhere, where that is not as it was told. */
  readonly there?: Gap;
}

/**
 * The gaps that not all carriers have. What is the same everywhere is no matter of carriers, however wrong it is. A carrier in
 * which nothing was read says nothing about single parts of the event. Where a part is as it was told in no carrier, the reading that
 * most of them have is the one that the others stand against.
 */
export function partingsOf(told: CloudEvent, readings: Readings): readonly Parting[] {
  const read: Read[] = [];
  for (const [carrier, decoded] of readings) {
    const gaps = gapsOf([told], ENCODED, decoded);
    if (gaps !== undefined) read.push({ carrier, gaps });
  }
  return distinct(read.flatMap(({ gaps }) => gaps)).flatMap((gap): readonly Parting[] => {
    const where = read.filter((one) => has(one, gap));
    const others = read.filter((one) => !has(one, gap) && (isWhole(gap) || !one.gaps.some(isWhole)));
    const [first] = others;
    if (first === undefined || (others.every((one) => sameIn(one, gap)) && isMostCommon(read, gap))) return [];
    const against = others.find((one) => sameIn(one, gap) === undefined) ?? first;
    const there = sameIn(against, gap);
    return [
      {
        gap,
        where: where.map(({ carrier }) => carrier),
        elsewhere: [against, ...others.filter((one) => one !== against)].map(({ carrier }) => carrier),
        ...(there && { there }),
      },
    ];
  });
}

interface Read {
  readonly carrier: Carrier;
  readonly gaps: readonly Gap[];
}

const has = ({ gaps }: Read, gap: Gap): boolean => gaps.some((one) => keyOf(one) === keyOf(gap));

/** What is there of the same part of the event. That nothing came out is about all of it, whatever the reason is. */
const sameIn = ({ gaps }: Read, gap: Gap): Gap | undefined =>
  gaps.find((one) => (isWhole(gap) ? isWhole(one) : isSameGap(one, gap)));

const distinct = (gaps: readonly Gap[]): readonly Gap[] => [...new Map(gaps.map((gap) => [keyOf(gap), gap])).values()];

/** Whether no other reading of the part is in more carriers; of equal ones the first counts. */
function isMostCommon(read: readonly Read[], gap: Gap): boolean {
  const readings = distinct(read.flatMap((one) => sameIn(one, gap) ?? []));
  const carriers = (reading: Gap): number => read.filter((one) => has(one, reading)).length;
  const most = readings.reduce((best, one) => (carriers(one) > carriers(best) ? one : best));
  return keyOf(most) === keyOf(gap);
}

// The reference wrote all of them.
const ENCODED = { kind: 'message', message: { headers: [], body: new Uint8Array() } } as const;

/**
 * Gaps with one key are the same in two carriers. Attributes by their canonical string, since binary modes know no types, but for what
 * may be of the moment: an attribute that nobody told, and a time. Data by what became of it: a decoder shows the bytes in one mode and
 * the value in another. Refusals have as many words as modes.
 */
function keyOf(gap: Gap): string {
  switch (gap.kind) {
    case 'attribute':
      return JSON.stringify([gap.kind, gap.name, gap.change, isOfTheMoment(gap) ? null : canonical(gap.seen ?? '')]);
    case 'data':
      return JSON.stringify([gap.kind, gap.change]);
    case 'count':
      return JSON.stringify([gap.kind, gap.seen]);
    case 'refused':
      return gap.kind;
    case 'failed':
      return JSON.stringify([gap.kind, gap.code]);
  }
}

const isOfTheMoment = ({ change, name }: Extract<Gap, { readonly kind: 'attribute' }>): boolean =>
  change === 'added' || name === 'time';
