// How faults over brokers are put: small changes of records and of what was made of them.
import { modeOfMessage } from '../../binding/parts.js';
import type { ContentMode, HeaderLine, KafkaMessage, MqttMessage } from '../../binding/types.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import type { BindingFault } from '../fault.js';
import type { Outcome } from '../receiver.js';

type OfBroker = KafkaMessage | MqttMessage;

/** Changes messages of one mode before they are read. */
export const onMode =
  <Of extends OfBroker>(mode: ContentMode, change: (message: Of) => Of) =>
  (message: Of): Of =>
    modeOfMessage(message).mode === mode ? change(message) : message;

/** Changes the lines of a message. */
export const withLines = <Of extends OfBroker>(
  message: Of,
  change: (line: HeaderLine) => HeaderLine | readonly HeaderLine[],
): Of => ({
  ...message,
  headers: message.headers.flatMap((line): readonly HeaderLine[] => {
    const changed = change(line);
    return typeof changed[0] === 'string' ? [changed as HeaderLine] : (changed as readonly HeaderLine[]);
  }),
});

/** Changes the events that came in by a mode. */
export const onEvents =
  <Of extends OfBroker>(
    mode: ContentMode,
    change: (event: CloudEvent, message: Of) => CloudEvent,
  ): NonNullable<BindingFault<Of>['outcome']> =>
  (outcome, message) =>
    outcome.kind === 'events' && outcome.mode === mode
      ? { ...outcome, events: outcome.events.map((event) => change(event, message)) }
      : outcome;

/** Changes the values of the attributes that came in by binary mode; undefined drops one. */
export const onValues = <Of extends OfBroker>(
  change: (value: AttributeValue, name: string, message: Of) => AttributeValue | undefined,
): NonNullable<BindingFault<Of>['outcome']> =>
  onEvents('binary', (event, message: Of) => ({
    ...event,
    attributes: new Map(
      [...event.attributes].flatMap(([name, value]) => {
        const changed = change(value, name, message);
        return changed === undefined ? [] : [[name, changed] as const];
      }),
    ),
  }));

/** Refuses messages that the reference reads. */
export const refuseWhen =
  <Of extends OfBroker>(isRefused: (message: Of) => boolean): NonNullable<BindingFault<Of>['outcome']> =>
  (outcome, message): Outcome =>
    outcome.kind === 'events' && isRefused(message) ? { kind: 'refused', status: 400, reason: 'refused' } : outcome;

/** The text of a line's bytes. */
export const textOf = (raw: string): string => Buffer.from(raw, 'latin1').toString('utf8');

/** The bytes of a text, as a line holds them. */
export const rawOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Changes the JSON object in the body. */
export function onObject<Of extends OfBroker>(
  message: Of,
  change: (object: { readonly [name: string]: unknown }) => object,
): Of {
  const object: unknown = JSON.parse(Buffer.from(message.body).toString('utf8'));
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return message;
  return { ...message, body: Buffer.from(JSON.stringify(change({ ...object })), 'utf8') };
}

/** An object without some of its members. */
export const without = (object: { readonly [name: string]: unknown }, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** The JSON of a structured event in a format that nobody else knows: its lines without braces and quotes. */
export const ownFormat = ({ body }: OfBroker): Uint8Array =>
  Buffer.from(Buffer.from(body).toString('utf8').replaceAll(/[{}"]/g, '').replaceAll(',', '\n'), 'utf8');
