// What goes wrong with batches.
import { Buffer } from 'node:buffer';
import type { HttpMessage } from '../../../../binding/types.js';
import type { AttributeValue, CloudEvent } from '../../../../event/types.js';
import { JSON_BATCH_MEDIA_TYPE } from '../../../../format/json-batch.js';
import { type Fault, fault } from '../../../fault.js';
import { labelled, onMessages, withText } from './rewrite.js';

const onBatches = (change: (text: string) => string): Pick<Fault, 'emit'> =>
  onMessages((message) => withText(message, change(textOf(message))), ['batch']);

const textOf = ({ body }: HttpMessage): string => Buffer.from(body).toString('utf8');

function carriedOver(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const carried = new Map<string, AttributeValue>();
  return events.map((event) => {
    for (const [name, value] of event.attributes) if (name !== 'datacontenttype') carried.set(name, value);
    return { ...event, attributes: new Map([...carried, ...event.attributes]) };
  });
}

export const BATCH_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'json.batch.media-type/of-one',
    'labels a batch with the media type of one event',
    onMessages((message) => labelled(message, 'application/cloudevents+json'), ['batch']),
  ),
  fault(
    'json.batch.media-type/plain-json',
    'labels a batch application/json',
    onMessages((message) => labelled(message, 'application/json'), ['batch']),
  ),
  fault(
    'json.batch.array/in-object',
    'writes a batch as an object with the events in it',
    onBatches((text) => `{"events":${text}}`),
  ),
  fault(
    'json.batch.array/lines',
    'writes the events of a batch one behind the other',
    onBatches((text) =>
      JSON.parse(text)
        .map((event: unknown) => `${JSON.stringify(event)}\n`)
        .join(''),
    ),
  ),
  fault(
    'json.batch.array/strings',
    'writes the events of a batch as strings that hold them',
    onBatches((text) => JSON.stringify(JSON.parse(text).map((event: unknown) => JSON.stringify(event)))),
  ),
  fault(
    'json.batch.array/of-one-bare',
    'writes a batch of one event without the array',
    onBatches((text) => {
      const events: readonly unknown[] = JSON.parse(text);
      return events.length === 1 ? JSON.stringify(events[0]) : text;
    }),
  ),
  fault('json.batch.array/last-lost', 'loses the last of several events', {
    emit: { events: (events) => (events.length > 1 ? events.slice(0, -1) : events) },
  }),
  fault('json.batch.array/first-repeated', 'writes the first of several events in the place of each', {
    emit: { events: (events) => events.map((event) => events[0] ?? event) },
  }),
  fault('json.batch.array/carried-over', 'writes what one event has and the next has not into the next too', {
    emit: { events: carriedOver },
  }),
  fault(
    'json.batch.indicated/always',
    'writes every event as a batch of one',
    onMessages((message) => labelled(withText(message, `[${textOf(message)}]`), JSON_BATCH_MEDIA_TYPE), ['structured']),
  ),
];
