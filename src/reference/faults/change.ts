// How faults are put: small changes of what the reference made of a message.

import { contentMode } from '../../binding/content-mode.js';
import { headerValue } from '../../binding/http/headers.js';
import type { ContentMode, HttpMessage } from '../../binding/types.js';
import type { AttributeValue, CloudEvent, EventData } from '../../event/types.js';
import type { Fault } from '../fault.js';
import type { Outcome } from '../receiver.js';

export type EventChange = (event: CloudEvent, message: HttpMessage) => CloudEvent;

/** Changes every event that came in by one of these modes (all of them by default). */
export function onEvents(
  change: EventChange,
  modes: readonly ContentMode[] = ['binary', 'structured', 'batch'],
): Pick<Fault, 'outcome'> {
  return {
    outcome: (outcome, message) =>
      outcome.kind === 'events' && modes.includes(outcome.mode)
        ? { ...outcome, events: outcome.events.map((event) => change(event, message)) }
        : outcome,
  };
}

/** Changes every attribute value; `undefined` drops the attribute. */
export function onAttributes(
  change: (value: AttributeValue, name: string, message: HttpMessage) => AttributeValue | undefined,
  modes?: readonly ContentMode[],
): Pick<Fault, 'outcome'> {
  return onEvents((event, message) => {
    const attributes = new Map<string, AttributeValue>();
    for (const [name, value] of event.attributes) {
      const changed = change(value, name, message);
      if (changed !== undefined) attributes.set(name, changed);
    }
    return { ...event, attributes };
  }, modes);
}

/** Changes the data; `undefined` drops it. */
export function onData(
  change: (data: EventData | undefined, event: CloudEvent, message: HttpMessage) => EventData | undefined,
  modes?: readonly ContentMode[],
): Pick<Fault, 'outcome'> {
  return onEvents((event, message) => {
    const data = change(event.data, event, message);
    return data === undefined ? { attributes: event.attributes } : { attributes: event.attributes, data };
  }, modes);
}

/** Refuses messages that the reference accepts. */
export function refuseWhen(
  isRefused: (message: HttpMessage, outcome: Outcome) => boolean,
  reason: string,
  status = 400,
): Pick<Fault, 'outcome'> {
  return {
    outcome: (outcome, message) =>
      outcome.kind === 'events' && isRefused(message, outcome) ? { kind: 'refused', status, reason } : outcome,
  };
}

/** The content mode of a message, by its Content-Type. */
export const modeOf = (message: HttpMessage): ContentMode =>
  contentMode(headerValue(message.headers, 'content-type')).mode;
