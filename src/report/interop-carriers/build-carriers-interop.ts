import type { Carrier } from '../../engine/carriers.js';
import { toWire, type WireEvent } from '../../event/wire.js';
import type { Told } from '../interop/build-interop.js';
import { type Gap, isWhole } from '../interop/gaps.js';
import { showGap } from '../interop/show-gap.js';
import { whatIsLost } from '../interop/what.js';
import { groups } from '../text/sections.js';
import { type Parting, partingsOf, type Readings } from './compare.js';
import { CARRIERS_SCHEMA, type CarrierSubject, type CarriersInterop, type Disagreement } from './types.js';

/** A subject, and what it made of each event, by the name of the event. */
export interface Reader extends Omit<CarrierSubject, 'carriers'> {
  readonly claims: readonly Carrier[];
  readonly readings: ReadonlyMap<string, Readings>;
}

export interface CarriersInput extends Pick<CarriersInterop, 'tool' | 'run' | 'notRun'> {
  /** Each of one event. */
  readonly told: readonly Told[];
  /** By the name of the event, the carriers that it was not written in. */
  readonly uncarried: ReadonlyMap<string, readonly Carrier[]>;
  readonly readers: readonly Reader[];
}

interface Found extends Parting {
  readonly subject: string;
  readonly event: string;
  readonly told: WireEvent;
}

/** Compares what each subject read in one carrier with what it read in the others. Pure. */
export function buildCarriersInterop({ told, uncarried, readers, ...rest }: CarriersInput): CarriersInterop {
  const found = readers.flatMap((reader) =>
    told.flatMap((one) => {
      const [event] = one.events;
      const readings = reader.readings.get(one.name);
      if (event === undefined || readings === undefined) return [];
      return partingsOf(event, readings).map(
        (parting): Found => ({ ...parting, subject: reader.id, event: one.name, told: toWire(event) }),
      );
    }),
  );
  return {
    schema: CARRIERS_SCHEMA,
    ...rest,
    events: told.length,
    subjects: readers.map((reader) => subjectOf(reader, found, uncarried)),
    disagreements: groups(found, (one) =>
      JSON.stringify([one.subject, whatIsLost(one.gap, 'decoder'), addedName(one.gap), one.where.toSorted()]),
    )
      .flatMap(([, members]) => disagreementOf(members))
      .toSorted((a, b) => b.events.length - a.events.length),
  };
}

function subjectOf(
  { claims, readings, ...subject }: Reader,
  found: readonly Found[],
  uncarried: CarriersInput['uncarried'],
): CarrierSubject {
  const own = found.filter((one) => one.subject === subject.id);
  const all = [...readings.values()];
  return {
    ...subject,
    carriers: claims.map((carrier) => ({
      carrier,
      asked: all.filter((reading) => (reading.get(carrier)?.kind ?? 'not-asked') !== 'not-asked').length,
      differing: eventsOf(own.filter(({ gap, where }) => where.includes(carrier) && !isWhole(gap))).length,
      refused: eventsOf(own.filter(({ gap, where }) => where.includes(carrier) && isWhole(gap))).length,
      uncarried: [...uncarried.values()].filter((carriers) => carriers.includes(carrier)).length,
    })),
  };
}

function disagreementOf(members: readonly Found[]): readonly Disagreement[] {
  const [smallest] = members.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const [here] = smallest?.where ?? [];
  const [there] = smallest?.elsewhere ?? [];
  if (smallest === undefined || here === undefined || there === undefined) return [];
  return [
    {
      subject: smallest.subject,
      what: whatIsLost(smallest.gap, 'decoder'),
      where: smallest.where,
      elsewhere: [...new Set(members.flatMap(({ elsewhere }) => elsewhere))],
      events: eventsOf(members),
      example: {
        event: smallest.event,
        told: smallest.told,
        here,
        seen: showGap(smallest.gap, undefined),
        there,
        ...(smallest.there && { seenThere: showGap(smallest.there, undefined) }),
      },
    },
  ];
}

const eventsOf = (found: readonly Found[]): readonly string[] => [...new Set(found.map(({ event }) => event))];

// Names that were told are as many as events. One that nobody told is the same in all, and says who added it.
const addedName = (gap: Gap): string | undefined =>
  gap.kind === 'attribute' && gap.change === 'added' ? gap.name : undefined;

const sizeOf = ({ told }: Found): number => JSON.stringify(told).length;
