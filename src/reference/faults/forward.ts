// Faults of an intermediary. Each alters what is passed on, and nothing of what is understood.
import { Buffer } from 'node:buffer';
import { modeOfMessage } from '../../binding/parts.js';
import type { Message } from '../../binding/types.js';
import { isCoreAttribute } from '../../event/names.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { type Fault, fault } from '../fault.js';

const cameBy = (message: Message): string => modeOfMessage(message).mode;

/** Changes the values of attributes; `undefined` drops one. */
const onValues =
  (change: (value: AttributeValue, name: string) => AttributeValue | undefined): NonNullable<Fault['forward']> =>
  (event) => ({
    ...event,
    attributes: new Map(
      [...event.attributes].flatMap(([name, value]) => {
        const changed = change(value, name);
        return changed === undefined ? [] : [[name, changed] as const];
      }),
    ),
  });

const onText = (change: (text: string) => string): NonNullable<Fault['forward']> =>
  onValues((value, name) => (name === 'subject' && typeof value === 'string' ? change(value) : value));

function withNulls(event: CloudEvent, message: Message): CloudEvent {
  if (cameBy(message) !== 'structured') return event;
  const nulls = [
    ...Buffer.from(message.body)
      .toString('utf8')
      .matchAll(/"([a-z0-9]+)"\s*:\s*null/g),
  ];
  const added = nulls.flatMap(([, name]) => (name === undefined || name === 'data' ? [] : [[name, 'null'] as const]));
  return { ...event, attributes: new Map([...event.attributes, ...added]) };
}

export const FORWARD_FAULTS: readonly Fault[] = [
  fault('core.int.forward/extensions-lost', 'does not pass extensions on', {
    forward: onValues((value, name) => (isCoreAttribute(name) ? value : undefined)),
  }),
  fault('core.int.forward/schema-lost', 'does not pass dataschema on', {
    forward: onValues((value, name) => (name === 'dataschema' ? undefined : value)),
  }),
  fault('core.transcode.same/ascii', 'passes on attributes without what is not ASCII', {
    forward: onText((text) => text.replaceAll(/[^\0-\x7f]/g, '?')),
  }),
  fault('core.transcode.same/decoded-again', 'decodes the percent escapes of source once more', {
    forward: onValues((value, name) => (name === 'source' ? String(value).replaceAll('%20', ' ') : value)),
  }),
  fault('core.transcode.same/numbers', 'passes on what looks like a number as a number', {
    forward: onValues((value) => (typeof value === 'string' && /^0\d+$/.test(value) ? Number(value) : value)),
  }),
  fault('core.transcode.same/bytes-as-text', 'passes bytes on as if they were text', {
    forward: (event) =>
      event.data?.kind === 'binary'
        ? {
            ...event,
            data: { kind: 'binary', bytes: Buffer.from(Buffer.from(event.data.bytes).toString('utf8'), 'utf8') },
          }
        : event,
  }),
  fault('core.transcode.same/data-lost', 'does not pass text on', {
    forward: (event) => (event.data?.kind === 'text' ? { attributes: event.attributes } : event),
  }),
  fault('core.type.time-instant/local', 'takes the offset of a time away', {
    forward: onValues((value, name) => (name === 'time' ? String(value).replace(/[+-]\d\d:\d\d$/, 'Z') : value)),
  }),
  fault('core.type.time-instant/epoch', 'passes times before 1970 on as 1970', {
    forward: onValues((value, name) => (name === 'time' && String(value) < '1970' ? '1970-01-01T00:00:00Z' : value)),
  }),
  fault('core.dct.transcode/left-out', 'leaves the implied type of JSON out', {
    forward: (event, message) =>
      cameBy(message) === 'structured' && !event.attributes.has('datacontenttype') && event.data?.kind === 'json'
        ? { ...event, data: { kind: 'text', text: JSON.stringify(event.data.value) } }
        : event,
  }),
  fault('json.read.default-out/octets', 'passes JSON without a type on as octets', {
    forward: (event, message) =>
      cameBy(message) === 'structured' && !event.attributes.has('datacontenttype') && event.data?.kind === 'json'
        ? { ...event, attributes: new Map([...event.attributes, ['datacontenttype', 'application/octet-stream']]) }
        : event,
  }),
  fault('core.size.forward/48k', 'cuts data after 48 KiB', {
    forward: (event) => {
      const { data } = event;
      if (data?.kind === 'text') return { ...event, data: { kind: 'text', text: data.text.slice(0, 49_152) } };
      return data?.kind === 'binary'
        ? { ...event, data: { kind: 'binary', bytes: data.bytes.subarray(0, 49_152) } }
        : event;
    },
  }),
  fault('json.null.leak/text', 'passes null on as the text null', { forward: withNulls }),
  fault('json.data.untyped/json', 'passes a body without a type on as a JSON string', {
    forward: (event, message) =>
      cameBy(message) === 'binary' && !event.attributes.has('datacontenttype') && event.data?.kind === 'binary'
        ? { ...event, data: { kind: 'json', value: Buffer.from(event.data.bytes).toString('latin1') } }
        : event,
  }),
];
