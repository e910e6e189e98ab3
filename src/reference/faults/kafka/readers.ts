// Faults of who reads Kafka records.
import { modeOfMessage } from '../../../binding/parts.js';
import type { KafkaMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { onEvents, onMode, refuseWhen, textOf, withLines } from '../broker-change.js';
import { part } from './part.js';

const typeOf = ({ headers }: KafkaMessage): string => headers.find(([name]) => name === 'content-type')?.[1] ?? '';

export const KAFKA_READERS: readonly Fault[] = [
  fault(
    'kafka.mode.json/refused',
    'does not read the JSON format',
    part({
      outcome: refuseWhen((message) => typeOf(message) === 'application/cloudevents+json'),
    }),
  ),
  fault(
    'kafka.mode.structured/exact',
    'knows structured mode by the whole of content-type',
    part({
      outcome: refuseWhen((message) => modeOfMessage(message).mode === 'structured' && typeOf(message).includes(';')),
    }),
  ),
  fault(
    'kafka.mode.binary/data-sniffed',
    'takes data that looks like an event for one in structured mode',
    part({
      message: onMode('binary', (message) =>
        /^\s*\{.*"specversion"/s.test(Buffer.from(message.body).toString('utf8'))
          ? { ...message, headers: [['content-type', 'application/cloudevents+json']] }
          : message,
      ),
    }),
  ),
  fault(
    'kafka.bin.null-value-in/empty',
    'reads a null value as the text null',
    part({
      outcome: onEvents('binary', (event, { isNull }: KafkaMessage) =>
        isNull === true ? { ...event, data: { kind: 'text', text: 'null' } } : event,
      ),
    }),
  ),
  fault(
    'kafka.bin.foreign/all',
    'takes every header for an attribute',
    part({
      message: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [/^(?:ce_|content-type$)/.test(name) ? name : `ce_${name}`, raw]),
      ),
    }),
  ),
  fault(
    'kafka.bin.foreign/http-prefix',
    'takes headers with the prefix of HTTP for attributes',
    part({
      message: onMode('binary', (message) => withLines(message, ([name, raw]) => [name.replace(/^ce-/, 'ce_'), raw])),
    }),
  ),
  fault(
    'kafka.str.conflict/headers',
    'lets headers beside a structured event replace its attributes',
    part({
      outcome: onEvents('structured', (event, { headers }: KafkaMessage) => ({
        ...event,
        attributes: new Map([
          ...event.attributes,
          ...headers.flatMap(([name, raw]) => (name.startsWith('ce_') ? [[name.slice(3), textOf(raw)] as const] : [])),
        ]),
      })),
    }),
  ),
];
