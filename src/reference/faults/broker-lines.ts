// Faults of binary mode that are the same over Kafka and MQTT 5, but for the names of the requirements.
import { attributeLineName, mediaTypeOf } from '../../binding/parts.js';
import { bindingOf, type KafkaMessage, type MqttMessage } from '../../binding/types.js';
import { canonical } from '../../event/canonical.js';
import { type BindingFault, type Fault, fault } from '../fault.js';
import { onEvents, onMode, onValues, rawOf, textOf, withLines } from './broker-change.js';

type OfBroker = KafkaMessage | MqttMessage;

/** The requirements of a binding, by what they are about. */
export interface Names {
  readonly valueIn: string;
  readonly typeIn: string;
  readonly noTypeIn: string;
  readonly linesIn: string;
  readonly escapesIn: string;
  readonly valueOut: string;
  readonly linesOut: string;
  readonly escapesOut: string;
  readonly canonicalOut: string;
}

/** `part`: puts what goes wrong where it belongs in a fault. */
export function lineFaults<Of extends OfBroker>(
  names: Names,
  part: (wrong: BindingFault<Of>) => Pick<Fault, 'kafka' | 'mqtt'>,
): readonly Fault[] {
  const isAttribute = (message: Of, line: string, attribute: string): boolean =>
    line === attributeLineName(bindingOf(message), attribute);
  const binary = (change: (message: Of) => Of): NonNullable<BindingFault<Of>['emit']> => onMode('binary', change);
  return [
    fault(`${names.valueIn}/text`, 'reads every payload as text', part({ outcome: onEvents('binary', asText) })),
    fault(
      `${names.valueIn}/lost`,
      'drops the data of what is not JSON',
      part({
        outcome: onEvents('binary', (event) =>
          canonical(event.attributes.get('datacontenttype') ?? 'application/json').includes('json')
            ? event
            : { attributes: event.attributes },
        ),
      }),
    ),
    fault(
      `${names.typeIn}/no-parameters`,
      'cuts the parameters off datacontenttype',
      part({
        outcome: onValues((value, name) => (name === 'datacontenttype' ? canonical(value).replace(/;.*/s, '') : value)),
      }),
    ),
    fault(
      `${names.noTypeIn}/json`,
      'assumes application/json where there is no type',
      part({
        outcome: onEvents('binary', (event, message: Of) =>
          mediaTypeOf(message) === undefined
            ? { ...event, attributes: new Map([...event.attributes, ['datacontenttype', 'application/json']]) }
            : event,
        ),
      }),
    ),
    fault(
      `${names.linesIn}/extensions-lost`,
      'knows the core attributes alone',
      part({
        outcome: onValues((value, name) => (/^(?:com|partition)/.test(name) ? undefined : value)),
      }),
    ),
    fault(
      `${names.linesIn}/latin`,
      'reads values as Latin-1',
      part({
        outcome: onValues((value, name) =>
          typeof value === 'string' && name !== 'datacontenttype' ? rawOf(value) : value,
        ),
      }),
    ),
    fault(
      `${names.linesIn}/trimmed`,
      'takes white space off values',
      part({
        outcome: onValues((value) => (typeof value === 'string' ? value.trim() : value)),
      }),
    ),
    fault(
      `${names.escapesIn}/decoded`,
      'decodes percent escapes, as over HTTP',
      part({
        outcome: onValues((value) => (typeof value === 'string' ? decoded(value) : value)),
      }),
    ),
    fault(
      `${names.escapesIn}/unquoted`,
      'takes double quotes off values, as over HTTP',
      part({
        outcome: onValues((value) => (typeof value === 'string' ? value.replace(/^"(.*)"$/s, '$1') : value)),
      }),
    ),
    fault(
      `${names.valueOut}/base64`,
      'writes bytes as base64',
      part({
        emit: (message, { events: [event] }) =>
          event?.data?.kind === 'binary' && message.headers.length > 1
            ? { ...message, body: Buffer.from(Buffer.from(message.body).toString('base64')) }
            : message,
      }),
    ),
    fault(
      `${names.valueOut}/twice`,
      'writes the JSON text of a value as a JSON string',
      part({
        emit: binary((message) => {
          const text = Buffer.from(message.body).toString('utf8');
          return /^[{[]/.test(text) ? { ...message, body: Buffer.from(JSON.stringify(text)) } : message;
        }),
      }),
    ),
    fault(
      `${names.linesOut}/extensions-lost`,
      'writes the core attributes alone',
      part({
        emit: (message) => withLines(message, (line) => (/conform|^ce_c3$|^c3$/.test(line[0]) ? [] : line)),
      }),
    ),
    fault(
      `${names.linesOut}/subject-lost`,
      'does not write subject',
      part({
        emit: (message) => withLines(message, (line) => (isAttribute(message, line[0], 'subject') ? [] : line)),
      }),
    ),
    fault(
      `${names.linesOut}/subject-shouted`,
      'writes subject in capitals',
      part({
        emit: binary((message) =>
          withLines(message, ([name, raw]) => [name, isAttribute(message, name, 'subject') ? shouted(raw) : raw]),
        ),
      }),
    ),
    fault(
      `${names.escapesOut}/plus`,
      'writes a blank as a plus sign',
      part({
        emit: binary((message) =>
          withLines(message, ([name, raw]) => [name, name === 'content-type' ? raw : raw.replaceAll(' ', '+')]),
        ),
      }),
    ),
    fault(
      `${names.escapesOut}/quotes`,
      'puts values in quotes',
      part({
        emit: binary((message) =>
          withLines(message, ([name, raw]) => [name, isAttribute(message, name, 'subject') ? `"${raw}"` : raw]),
        ),
      }),
    ),
    fault(
      `${names.escapesOut}/percent`,
      'percent-encodes values, as over HTTP',
      part({
        emit: binary((message) =>
          withLines(message, ([name, raw]) => [name, name === 'content-type' ? raw : escaped(raw)]),
        ),
      }),
    ),
    fault(
      `${names.canonicalOut}/python`,
      'writes Booleans as True and False',
      part({
        emit: binary((message) =>
          withLines(message, ([name, raw]) => [name, raw === 'true' ? 'True' : raw === 'false' ? 'False' : raw]),
        ),
      }),
    ),
    fault(
      `${names.canonicalOut}/plus`,
      'writes a plus sign before Integers',
      part({
        emit: binary((message) =>
          withLines(message, ([name, raw]) => [name, /conform/.test(name) && /^\d+$/.test(raw) ? `+${raw}` : raw]),
        ),
      }),
    ),
  ];
}

const asText: Parameters<typeof onEvents>[1] = (event) =>
  event.data?.kind === 'binary'
    ? { ...event, data: { kind: 'binary', bytes: Buffer.from(Buffer.from(event.data.bytes).toString('utf8'), 'utf8') } }
    : event;

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const shouted = (raw: string): string => rawOf(textOf(raw).toUpperCase());

/** What HTTP would make of a value. */
const escaped = (raw: string): string =>
  rawOf(textOf(raw).replace(/[^\x21\x23\x24\x26-\x7e]+/gu, (run) => encodeURIComponent(run)));
