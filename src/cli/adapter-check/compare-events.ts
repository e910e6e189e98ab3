// Whether the events of a reply are those that were sent, and if not, the first difference in words.
import { decodeMessage } from '../../binding/decode-message.js';
import type { Form } from '../../binding/encode-message.js';
import { type Difference, differences } from '../../event/equal.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../event/types.js';
import { fromWire, type WireEvent } from '../../event/wire.js';
import { fromAdapterMessage } from '../../target/adapter/adapter-message.js';
import type { AdapterMessage } from '../../target/adapter/protocol.js';
import { quote } from '../../target/adapter/quote.js';

/** What differs between the events sent and those that came back, one sentence; undefined if nothing does. */
export function compareWire(expected: readonly CloudEvent[], wire: readonly WireEvent[]): string | undefined {
  const read = wire.map((event) => fromWire(event as unknown as JsonValue));
  const events = read.flatMap((one) => (one.kind === 'event' ? [one.event] : []));
  return compare(expected, events);
}

/** The same of a message: read by the decoder of this tool. */
export function compareMessage(
  expected: readonly CloudEvent[],
  message: AdapterMessage,
  { binding, mode }: Form,
): string | undefined {
  const decoded = decodeMessage(fromAdapterMessage(message, binding));
  if (decoded.kind === 'rejected') return `the message holds no event: ${decoded.reason}`;
  if (decoded.value.mode !== mode) return `the message is in ${decoded.value.mode} mode, asked for was ${mode}`;
  return compare(expected, decoded.value.events);
}

function compare(expected: readonly CloudEvent[], events: readonly CloudEvent[]): string | undefined {
  if (events.length !== expected.length)
    return `${counted(expected.length)} went in, ${counted(events.length)} came out`;
  for (const [index, event] of expected.entries()) {
    const [difference] = differences(event, events[index] ?? { attributes: new Map() });
    if (difference !== undefined) return inWords(difference);
  }
  return undefined;
}

const counted = (count: number): string => `${count} ${count === 1 ? 'event' : 'events'}`;

function inWords(difference: Difference): string {
  if (difference.kind === 'data')
    return `the data went in as ${showData(difference.expected)} and came out as ${showData(difference.actual)}`;
  const { name, expected, actual } = difference;
  return `the attribute ${quote(name)} went in as ${showValue(expected)} and came out as ${showValue(actual)}`;
}

const showValue = (value: AttributeValue | undefined): string =>
  value === undefined ? 'nothing' : typeof value === 'string' ? quote(value) : String(value);

function showData(data: EventData | undefined): string {
  switch (data?.kind) {
    case undefined:
      return 'nothing';
    case 'json':
      return `the JSON value ${quote(JSON.stringify(data.value), 80)}`;
    case 'text':
      return `the text ${quote(data.text, 80)}`;
    case 'binary':
      return `the bytes ${quote(Buffer.from(data.bytes).toString('base64'), 80)} in base64`;
  }
}
