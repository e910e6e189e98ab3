// What goes wrong with content modes and their labels.
import { Buffer } from 'node:buffer';
import { encodeHttp } from '../../../../binding/http/encode.js';
import { canonical } from '../../../../event/canonical.js';
import type { CloudEvent } from '../../../../event/types.js';
import { type Fault, fault } from '../../../fault.js';
import { onMessages } from '../json/rewrite.js';
import { withContentType } from './rewrite.js';

/** An event in some other format: as much of the XML format as it takes to be none of JSON. */
const xml = (event: CloudEvent | undefined): Uint8Array => {
  const elements = [...(event?.attributes ?? [])].map(([name, value]) => {
    return `<${name}>${canonical(value).replaceAll(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}</${name}>`;
  });
  return Buffer.from(`<event xmlns="http://cloudevents.io/xmlformat/V1">${elements.join('')}</event>`);
};

export const MODE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'http.mode.both/structured-only',
    'writes events in structured mode where binary mode was asked for',
    onMessages((_, events) => encodeHttp(events, 'structured'), ['binary']),
  ),
  fault(
    'http.mode.both/binary-only',
    'writes events in binary mode where structured mode was asked for',
    onMessages((_, events) => encodeHttp(events, 'binary'), ['structured']),
  ),
  fault(
    'http.mode.json/xml',
    'writes structured events in XML alone',
    onMessages(
      (message, [event]) => withContentType({ ...message, body: xml(event) }, 'application/cloudevents+xml'),
      ['structured'],
    ),
  ),
  fault(
    'http.batch.unasked/for-structured',
    'writes a batch of one where structured mode was asked for',
    onMessages((_, events) => encodeHttp(events, 'batch'), ['structured']),
  ),
  fault(
    'http.batch.unasked/for-binary',
    'writes a batch of one where binary mode was asked for',
    onMessages((_, events) => encodeHttp(events, 'batch'), ['binary']),
  ),
  fault(
    'http.str.ct/none',
    'writes no Content-Type in structured mode',
    onMessages((message) => withContentType(message, undefined), ['structured']),
  ),
  fault(
    'http.str.ct/octets',
    'labels a structured event application/octet-stream',
    onMessages((message) => withContentType(message, 'application/octet-stream'), ['structured']),
  ),
  fault(
    'http.bat.ct/none',
    'writes no Content-Type in batched mode',
    onMessages((message) => withContentType(message, undefined), ['batch']),
  ),
  fault(
    'http.bat.ct/of-the-data',
    'labels a batch with the type of the data of its first event',
    onMessages(
      (message, [event]) =>
        withContentType(message, canonical(event?.attributes.get('datacontenttype') ?? 'application/json')),
      ['batch'],
    ),
  ),
];
