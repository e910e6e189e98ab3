// What goes wrong between the elements of a batch.
import type { CloudEvent } from '../../../event/types.js';
import { type Fault, fault } from '../../fault.js';
import { refuseWhen } from '../change.js';

/** Changes the list of events of a batch. */
const onBatch = (change: (events: readonly CloudEvent[]) => readonly CloudEvent[]): Pick<Fault, 'outcome'> => ({
  outcome: (outcome) =>
    outcome.kind === 'events' && outcome.mode === 'batch' ? { ...outcome, events: change(outcome.events) } : outcome,
});

function carriedOver(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const done: CloudEvent[] = [];
  for (const event of events) done.push(onTopOf(done.at(-1) ?? event, event));
  return done;
}

/** An event with what the one before it had and it lacks. */
const onTopOf = (previous: CloudEvent, event: CloudEvent): CloudEvent => ({
  ...previous,
  ...event,
  attributes: new Map([...previous.attributes, ...event.attributes]),
});

function withTypeOfFirst(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const type = events[0]?.attributes.get('datacontenttype');
  if (type === undefined) return events;
  return events.map((event) => ({
    ...event,
    attributes: new Map(
      [...event.attributes].map(([name, value]) => [name, name === 'datacontenttype' ? type : value]),
    ),
  }));
}

// Shells do this to every array of one.
function unrolled(event: CloudEvent): CloudEvent {
  const value = event.data?.kind === 'json' ? event.data.value : undefined;
  return Array.isArray(value) && value.length === 1 ? { ...event, data: { kind: 'json', value: value[0] } } : event;
}

export const BATCH_FAULTS: readonly Fault[] = [
  fault(
    'json.batch.empty/refused',
    'refuses a batch of no events',
    refuseWhen((_, outcome) => outcome.kind === 'events' && outcome.events.length === 0, 'the batch is empty'),
  ),
  fault(
    'json.batch.one/unrolled',
    'unrolls arrays of one, that of the batch and that in the data of its event',
    onBatch((events) => (events.length === 1 ? events.map(unrolled) : events)),
  ),
  fault(
    'json.batch.mixed/first-only',
    'takes the first event of a batch and drops the others',
    onBatch((events) => events.slice(0, 1)),
  ),
  fault(
    'json.batch.mixed/carried-over',
    'reuses one object, so that an event keeps what the one before it had',
    onBatch(carriedOver),
  ),
  fault(
    'json.batch.mixed/type-of-first',
    'takes the datacontenttype of the first event for that of all',
    onBatch(withTypeOfFirst),
  ),
  fault(
    'json.batch.mixed/one-kind',
    'refuses a batch in which some events have data and others have data_base64',
    refuseWhen((_, outcome) => {
      const kinds = outcome.kind === 'events' ? outcome.events.map(({ data }) => data?.kind) : [];
      return kinds.includes('json') && kinds.includes('binary');
    }, 'the events of the batch are of different kinds'),
  ),
];
