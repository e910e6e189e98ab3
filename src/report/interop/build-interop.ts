import type { ContentMode, HttpMessage } from '../../binding/types.js';
import type { CloudEvent } from '../../event/types.js';
import { toWire } from '../../event/wire.js';
import { causesOf, type Seen } from './causes.js';
import { type Gap, gapsOf } from './gaps.js';
import type { Encoded, Observation } from './observed.js';
import { showGap } from './show-gap.js';
import { blameFor } from './side.js';
import {
  type Cell,
  INTEROP_SCHEMA,
  type Interop,
  type LostEvent,
  REFERENCE,
  type Subject,
  type ToldEvent,
} from './types.js';

/** An event that was told, or a batch of some. */
export interface Told {
  readonly name: string;
  readonly origin: ToldEvent['origin'];
  readonly events: readonly CloudEvent[];
}

export interface InteropInput extends Pick<Interop, 'tool' | 'run' | 'subjects' | 'notRun'> {
  readonly told: readonly Told[];
  readonly observations: readonly Observation[];
}

export const MODES: readonly ContentMode[] = ['binary', 'structured', 'batch'];

/** Whether an event can be told in a mode: the others than batch hold one. */
export const fits = ({ events }: Pick<Told, 'events'>, mode: ContentMode): boolean =>
  mode === 'batch' || events.length === 1;

/** Compares what came out with what was told, and says whose fault a loss is. Pure. */
export function buildInterop({ told, observations, ...rest }: InteropInput): Interop {
  const byPlace = new Map(observations.map((one) => [placeOf(one.mode, one.event, one.encoder), one]));
  const seen: Seen[] = [];
  const modes = MODES.map((mode) => ({
    mode,
    rows: rest.subjects
      .filter(({ encodes }) => encodes.includes(mode))
      .map(({ id: encoder }) => ({
        encoder,
        cells: rest.subjects.map((decoder) => cellOf(mode, encoder, decoder)),
      })),
  })).filter(({ rows }) => rows.length > 0);

  function cellOf(mode: ContentMode, encoder: string, { id: decoder, decodes }: Subject): Cell {
    if (!decodes.includes(mode)) return { decoder, outcome: 'none', kept: 0, of: 0, lost: [] };
    const asked = told.filter((one) => fits(one, mode));
    const lost: LostEvent[] = [];
    let notAsked = 0;
    for (const one of asked) {
      const gaps = gapsBetween(mode, one, encoder, decoder);
      if (gaps === undefined) notAsked += 1;
      else if (gaps.length > 0)
        lost.push({ event: one.name, losses: gaps.map((gap) => lossOf(gap, mode, one, encoder, decoder)) });
    }
    const of = asked.length - notAsked;
    const outcome = lost.length > 0 ? 'lost' : of === 0 ? 'open' : 'kept';
    return { decoder, outcome, kept: of - lost.length, of, ...(notAsked > 0 && { notAsked }), lost };
  }

  function gapsBetween(
    mode: ContentMode,
    { name, events }: Told,
    encoder: string,
    decoder: string,
  ): readonly Gap[] | undefined {
    const found = byPlace.get(placeOf(mode, name, encoder));
    return found && gapsOf(events, found.encoded, found.decoded.get(decoder));
  }

  function lossOf(
    gap: Gap,
    mode: ContentMode,
    one: Told,
    encoder: string,
    decoder: string,
  ): LostEvent['losses'][number] {
    const encoded = byPlace.get(placeOf(mode, one.name, encoder))?.encoded;
    const binary = mode === 'binary' ? messageOf(encoded) : undefined;
    const blame = blameFor(gap, {
      toReference: gapsBetween(mode, one, encoder, REFERENCE),
      fromReference: gapsBetween(mode, one, REFERENCE, decoder),
      binary,
    });
    const loss = { ...showGap(gap, binary), ...blame };
    seen.push({ gap, loss, mode, event: one.name, encoder, decoder });
    return loss;
  }

  return {
    schema: INTEROP_SCHEMA,
    ...rest,
    events: told.map((one) => toldEvent(one, modes)),
    modes,
    causes: causesOf(seen),
  };
}

function toldEvent({ name, origin, events }: Told, modes: Interop['modes']): ToldEvent {
  const lost = modes
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter((cell) => cell.lost.some(({ event }) => event === name)).length;
  return { name, origin, lost, ...(lost > 0 && { events: events.map(toWire) }) };
}

const placeOf = (...parts: readonly [mode: ContentMode, event: string, encoder: string]): string => parts.join('\n');

const messageOf = (encoded: Encoded | undefined): HttpMessage | undefined =>
  encoded?.kind === 'message' ? encoded.message : undefined;
