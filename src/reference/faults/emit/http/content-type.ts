// What goes wrong between the type of the data and the headers of a binary message.
import { Buffer } from 'node:buffer';
import { headerValue } from '../../../../binding/http/headers.js';
import { type Fault, fault } from '../../../fault.js';
import { typeOf } from '../json/rewrite.js';
import { escapes, onBinary, withContentType } from './rewrite.js';

/** Changes the Content-Type of events that have a type. */
const onTyped = (change: (type: string) => string | undefined): Pick<Fault, 'emit'> =>
  onBinary((message, event) => {
    const type = typeOf(event);
    return type === undefined ? message : withContentType(message, change(type));
  });

export const CONTENT_TYPE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'http.bin.ct-out/always-json',
    'writes application/json, whatever the type of the data is',
    onTyped(() => 'application/json'),
  ),
  fault(
    'http.bin.ct-out/no-parameters',
    'cuts the parameters off the Content-Type',
    onTyped((type) => type.replace(/;.*$/s, '')),
  ),
  fault(
    'http.bin.ct-out/charset-added',
    'adds a charset to text',
    onTyped((type) => (/^text\/[^;]*$/i.test(type) ? `${type}; charset=utf-8` : type)),
  ),
  fault(
    'http.bin.ct-out/suffix-cut',
    'makes application/json of every type that ends in +json',
    onTyped((type) => (/^[^;]*\+json/i.test(type) ? 'application/json' : type)),
  ),
  fault(
    'http.bin.ct-out/none',
    'writes no Content-Type',
    onTyped(() => undefined),
  ),
  fault(
    'http.bin.ct-out/encoded',
    'percent-encodes the Content-Type as if it were an attribute',
    onTyped((type) => type.replaceAll(/[ "%]/g, (character) => escapes(Buffer.from(character)))),
  ),
  fault(
    'http.bin.ct-none-out/octets',
    'labels data without a type application/octet-stream',
    onBinary((message, event) =>
      typeOf(event) === undefined && event.data !== undefined && event.data.kind !== 'json'
        ? withContentType(message, 'application/octet-stream')
        : message,
    ),
  ),
  fault(
    'http.bin.ct-none-out/json',
    'labels everything without a type application/json',
    onBinary((message, event) =>
      typeOf(event) === undefined ? withContentType(message, 'application/json; charset=utf-8') : message,
    ),
  ),
  fault(
    'http.bin.no-dct-header/beside',
    'writes ce-datacontenttype beside Content-Type',
    onBinary((message) => {
      const type = headerValue(message.headers, 'content-type');
      return type === undefined ? message : { ...message, headers: [...message.headers, ['ce-datacontenttype', type]] };
    }),
  ),
];
