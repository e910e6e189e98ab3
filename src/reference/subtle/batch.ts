// Subtle faults about batches that are longer than most, or whose events have an id in common.
import type { CloudEvent } from '../../event/types.js';
import { type Fault, fault } from '../fault.js';

/** Changes the list of events of a batch. */
const onBatch = (change: (events: readonly CloudEvent[]) => readonly CloudEvent[]): Pick<Fault, 'outcome'> => ({
  outcome: (outcome) =>
    outcome.kind === 'events' && outcome.mode === 'batch' ? { ...outcome, events: change(outcome.events) } : outcome,
});

function onePerId(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const seen = new Set<unknown>();
  return events.filter(({ attributes }) => {
    const id = attributes.get('id');
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

export const SUBTLE_BATCHES: readonly Fault[] = [
  fault(
    'json.batch.mixed/sixteen',
    'takes the first sixteen events of a batch and drops the others',
    onBatch((events) => events.slice(0, 16)),
  ),
  fault(
    'core.id.dedupe/id-alone',
    'drops an event of a batch whose id another one has, whatever their sources',
    onBatch(onePerId),
  ),
];
