// Of a message, the lines that a finding is about: header lines of the attributes in question, and the body around them.

import type { ByteString } from '../../event/byte-string.js';
import type { JsonValue } from '../../event/types.js';
import type { WireEvent } from '../../event/wire.js';
import type { ArrivedMessage, BrokerMessage, CaseReport, HeaderLines, HttpBytes, ReceivedMessage } from '../types.js';
import { showBytes } from './bytes.js';
import { count, wrap } from './layout.js';
import { safe } from './safe.js';
import { showValue } from './show-value.js';

/** Lines of a body in which nothing is looked for. */
const WIDE_BODY = 3;

/** Headers of the connection: they tell nothing about an event. */
const TRANSPORT: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'server',
  'transfer-encoding',
]);

/** Events of one answer that are shown. */
const MOST_EVENTS = 3;

/** No message is shown with more header lines than this. */
const MOST_HEADERS = 8;

/** Values of an edited report may be nested deeper than the stack; those of a run are cut long before. */
const DEEPEST = 64;

/** What stands before the bytes of a message: who answered what. */
export function describeReceived(message: ReceivedMessage, max: number): string {
  switch (message.kind) {
    case 'response':
      return safe(`${message.status} ${message.reason}`.trim() + (message.truncated ? ' (body cut)' : ''), max);
    case 'failure':
      return safe(`no answer: ${message.message}`, max);
    case 'arrived':
      return safe(`at the sink: ${describeArrived(message)}`, max);
    case 'events':
      return count(message.events.length, 'event');
    case 'messages':
      return count(message.messages.length, 'message');
    case 'rejected':
      return safe(`rejected: ${message.reason}`, max);
    case 'unwritten':
      return safe(`decoded, but not written: ${message.reason}`, max);
    case 'invalid':
      return safe(`invalid: ${message.reason}`, max);
    case 'value':
      return describeValue(message, max);
    case 'unset':
      return safe(`not set: ${message.reason}`, max);
    case 'valid':
    case 'set':
    case 'unsupported':
    case 'published':
      return message.kind;
  }
}

/** What a message that arrived is, in a few words. */
export const describeArrived = (message: ArrivedMessage): string =>
  'binding' in message ? NAMES[message.binding] : `${message.method} ${message.path}`;

const NAMES: Readonly<Record<BrokerMessage['binding'], string>> = {
  kafka: 'a Kafka record',
  mqtt5: 'an MQTT 5 message',
  mqtt3: 'an MQTT 3.1.1 message',
};

function describeValue({ value, errors }: Extract<ReceivedMessage, { readonly kind: 'value' }>, max: number): string {
  const shown = value === undefined ? 'no value' : showValue(value, max);
  return safe(errors.length === 0 ? shown : `${shown}; errors: ${errors.join(', ')}`, max);
}

/** The lines of a message that matter to a case, each of at most `max` code points. */
export function relevantLines(message: HttpBytes | BrokerMessage, item: CaseReport, max: number): readonly string[] {
  const names = namesIn(item);
  const broker = 'binding' in message ? propertyLines(message, max) : [];
  const told = message.headers.filter(([name]) => !TRANSPORT.has(name.toLowerCase()));
  const named = told.filter(([name]) => names.has(name.toLowerCase().replace(/^ce[-_]/, '')));
  const isNamed = named.length > 0 || names.has('data');
  const headers = isNamed ? withContentType(named, told) : told;
  const lines = headers.slice(0, MOST_HEADERS).map(([name, value]) => headerLine(name, value, max));
  const more = headers.length - lines.length;
  return [
    ...broker,
    ...lines,
    ...(more > 0 ? [`(${more} more header lines)`] : []),
    ...(!isNamed || names.has('data') || isStructured(told) ? payloadLines(message.body, item, max) : []),
  ];
}

/** What a broker keeps beside headers and payload. */
function propertyLines(
  { key, nullHeaders = [], contentType, payloadFormat, qos }: BrokerMessage,
  max: number,
): readonly string[] {
  return [
    ...(key === undefined ? [] : [safe(`key: ${showBytes(key, max)}`, max)]),
    ...(qos === undefined ? [] : [`QoS: ${qos}`]),
    ...(contentType === undefined ? [] : [safe(`Content Type: ${contentType}`, max)]),
    ...(payloadFormat === undefined ? [] : [`Payload Format Indicator: ${payloadFormat}`]),
    ...nullHeaders.map((name) => safe(`${name}: (null)`, max)),
  ];
}

const payloadLines = (body: ByteString | null, item: CaseReport, max: number): readonly string[] =>
  body === null ? ['(null)'] : bodyLines(body, item, max);

/** The same of events that were told as such: the members in question, a line an event. */
export function eventLines(events: readonly WireEvent[], item: CaseReport, max: number): readonly string[] {
  const names = namesIn(item);
  const lines = events.slice(0, MOST_EVENTS).map(({ attributes, data }) => {
    const named = Object.entries(attributes).filter(([name]) => names.has(name));
    const members = named.length > 0 || names.has('data') ? Object.fromEntries(named) : attributes;
    const shown = data === undefined || (named.length > 0 && !names.has('data')) ? members : { ...members, data };
    return showValue(shown, max * WIDE_BODY);
  });
  const more = events.length - lines.length;
  return [...lines.flatMap((line) => wrap(line, max)), ...(more > 0 ? [`(${more} more events)`] : [])];
}

function headerLine(name: string, value: ByteString, max: number): string {
  const shown = safe(name, 40);
  return safe(`${shown}: ${showBytes(value, Math.max(1, max - shown.length - 2))}`, max);
}

// What is looked for in a body: the event that is missed, else a member of the name in question. Where nothing says what
// to look for, more is shown.
function bodyLines(body: ByteString, item: CaseReport, max: number): readonly string[] {
  const names = [...namesIn(item)];
  if (names.length === 0) return wrap(showBytes(body, max * WIDE_BODY), max);
  const wanted = [
    ...idsIn(item.expected),
    ...names.flatMap((name) => (name === 'data' ? ['"data_base64"', '"data"'] : [`"${name}"`])),
  ];
  return [
    showBytes(
      body,
      max,
      wanted.find((one) => text(body).includes(one)),
    ),
  ];
}

/** The attributes (or `data`) that a case's expectation and outcome speak of. */
export function namesIn({ expected, actual }: Pick<CaseReport, 'expected' | 'actual'>): ReadonlySet<string> {
  return new Set([expected, actual].flatMap((value) => names(value)));
}

function names(value: JsonValue | undefined, depth: number = 0): readonly string[] {
  if (value === undefined || value === null || typeof value !== 'object' || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => names(item, depth + 1));
  return Object.entries(value).flatMap(([name, member]) => (name === 'attributes' ? names(member, depth + 1) : [name]));
}

const idsIn = (value: JsonValue | undefined, depth: number = 0): readonly string[] =>
  value === undefined || value === null || typeof value !== 'object' || depth > DEEPEST
    ? []
    : Object.entries(value).flatMap(([name, member]) =>
        name === 'id' && typeof member === 'string' ? [member] : idsIn(member, depth + 1),
      );

const withContentType = (named: HeaderLines, all: HeaderLines): HeaderLines =>
  all.filter((line) => named.includes(line) || line[0].toLowerCase() === 'content-type');

const isStructured = (headers: HeaderLines): boolean =>
  headers.some(([name, value]) => name.toLowerCase() === 'content-type' && text(value).includes('cloudevents'));

const text = (value: ByteString): string => ('text' in value ? value.text : '');
