// Smaller trials that might still show what a trial showed, so that what is left is what it takes.
import type { CloudEvent } from '../../event/types.js';
import { smallerPosed } from '../../generate/expression/smaller-posed.js';
import { PLAIN, type Spelling, type Writing } from '../../generate/writing/types.js';
import type { EventsTrial, Trial } from '../trial.js';
import { smallerEvents } from './smaller-event.js';

/** Smaller trials of the same kind, those that lack most first. */
export function* smallerTrials(trial: Trial): Generator<Trial> {
  switch (trial.kind) {
    case 'events':
      yield* smallerEventsTrials(trial);
      return;
    case 'violation':
      for (const event of smallerEvents(trial.violation.event))
        yield { ...trial, violation: { ...trial.violation, event } };
      return;
    case 'mutation':
      for (const spelling of plainer(trial.writing.spelling))
        yield { ...trial, writing: { ...trial.writing, spelling } };
      for (const event of smallerEvents(trial.event)) yield { ...trial, event };
      return;
    case 'encode':
      for (const events of smallerBatches(trial.events)) yield { ...trial, events };
      return;
    case 'expression':
      for (const posed of smallerPosed(trial.posed)) yield { ...trial, posed };
  }
}

function* smallerEventsTrials(trial: EventsTrial): Generator<EventsTrial> {
  const { writings, events, again, ...rest } = trial;
  if (again === true) yield { ...rest, events, writings };
  if (writings.length > 1) {
    for (const writing of writings) yield { ...trial, writings: [writing] };
    for (const at of writings.keys()) yield { ...trial, writings: writings.toSpliced(at, 1) };
  }
  for (const [at, writing] of writings.entries())
    for (const spelling of plainer(writing.spelling))
      yield { ...trial, writings: writings.with(at, { ...writing, spelling }) };
  for (const smaller of smallerBatches(events)) {
    if (smaller.length !== 1 && !isAllBatch(writings)) continue;
    yield { ...trial, events: smaller };
  }
}

const isAllBatch = (writings: readonly Writing[]): boolean => writings.every(({ form }) => form.mode === 'batch');

/** Spellings with less of the needless. */
function* plainer(spelling: Spelling): Generator<Spelling> {
  const { pieces, ...whole } = spelling;
  const { order, style, escapes, names } = spelling;
  const isPlain = order === PLAIN.order && style === PLAIN.style && escapes === PLAIN.escapes && names === PLAIN.names;
  if (!isPlain || pieces !== undefined) yield PLAIN;
  if (pieces !== undefined) yield whole;
  // Wherever something has to be split, it is then.
  if (pieces !== undefined && pieces > 1) yield { ...PLAIN, pieces: 1 };
  if (pieces !== undefined && pieces > 1) yield { ...spelling, pieces: 1 };
  if (order !== PLAIN.order) yield { ...spelling, order: PLAIN.order };
  if (style !== PLAIN.style) yield { ...spelling, style: PLAIN.style };
  if (escapes !== PLAIN.escapes) yield { ...spelling, escapes: PLAIN.escapes };
  if (names !== PLAIN.names) yield { ...spelling, names: PLAIN.names };
}

/** Of more events than that, no single one is left out in the middle. */
const ONE_BY_ONE = 40;

/** Fewer events, by halves and then by one; then smaller ones, all at once where they are many. */
function* smallerBatches(events: readonly CloudEvent[]): Generator<readonly CloudEvent[]> {
  if (events.length > 1) {
    const middle = Math.ceil(events.length / 2);
    yield events.slice(0, middle);
    yield events.slice(middle);
    for (let cut = Math.floor(events.length / 4); cut >= 1; cut = Math.floor(cut / 2)) yield events.slice(0, -cut);
    yield events.slice(1);
    // The ones that it takes may stand far apart.
    if (events.length <= ONE_BY_ONE) for (const at of events.keys()) yield events.toSpliced(at, 1);
  }
  if (events.length > 3 && events.some((event) => !isBare(event))) yield events.map((_, at) => bare(at));
  for (const [at, event] of events.entries())
    for (const smaller of smallerEvents(event)) yield events.with(at, smaller);
}

const bare = (at: number): CloudEvent => ({
  attributes: new Map([
    ['specversion', '1.0'],
    ['id', String(at)],
    ['source', '/'],
    ['type', 'a'],
  ]),
});

const isBare = ({ attributes, data }: CloudEvent): boolean =>
  data === undefined && attributes.size === 4 && attributes.get('source') === '/' && attributes.get('type') === 'a';
