import type { CloudEvent } from '../../../src/event/types.js';
import type { Trial } from '../../../src/fuzz/trial.js';

/** The valid events that a trial is made of. */
export function eventsIn(trial: Trial): readonly CloudEvent[] {
  switch (trial.kind) {
    case 'events':
    case 'encode':
      return trial.events;
    case 'violation':
      return [trial.violation.event];
    case 'mutation':
      return [trial.event];
    case 'expression':
      return [trial.posed.event];
  }
}
