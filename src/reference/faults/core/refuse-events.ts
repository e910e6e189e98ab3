import { canonical } from '../../../event/canonical.js';
import type { CloudEvent } from '../../../event/types.js';
import type { Fault } from '../../fault.js';
import { refuseWhen } from '../change.js';

/** Refuses messages with an event of this kind. */
export function refuseEvents(isRefused: (event: CloudEvent) => boolean, reason: string): Pick<Fault, 'outcome'> {
  return refuseWhen((_, outcome) => outcome.kind === 'events' && outcome.events.some(isRefused), reason);
}

/** The canonical string of an attribute; empty if there is none. */
export const textOf = ({ attributes }: CloudEvent, name: string): string => canonical(attributes.get(name) ?? '');
