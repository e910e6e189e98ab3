// What goes wrong with the body of a binary message.
import { Buffer } from 'node:buffer';
import { isJsonMediaType } from '../../../../event/media-type.js';
import type { EventData } from '../../../../event/types.js';
import { encodeUtf8 } from '../../../../event/utf8.js';
import { type Fault, fault } from '../../../fault.js';
import { typeOf } from '../json/rewrite.js';
import { onBinary } from './rewrite.js';

/** Changes the text of the body where there is data of a kind. */
const onBody = (
  isMeant: (data: EventData | undefined, type: string | undefined) => boolean,
  change: (text: string, body: Buffer) => string | Buffer,
): Pick<Fault, 'emit'> =>
  onBinary((message, event) => {
    if (!isMeant(event.data, typeOf(event))) return message;
    const body = Buffer.from(message.body);
    const changed = change(body.toString('utf8'), body);
    return { ...message, body: typeof changed === 'string' ? encodeUtf8(changed) : changed };
  });

const isBytes = (data: EventData | undefined): boolean => data?.kind === 'binary';

const isPlainText = (data: EventData | undefined, type: string | undefined): boolean =>
  data?.kind === 'text' && type !== undefined && !isJsonMediaType(type);

const isString = (data: EventData | undefined): boolean => data?.kind === 'json' && typeof data.value === 'string';

const isValue = (data: EventData | undefined): boolean => data?.kind === 'json' && typeof data.value !== 'string';

export const BODY_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'http.bin.body-out/base64',
    'writes bytes in base64',
    onBody(isBytes, (_, body) => body.toString('base64')),
  ),
  fault(
    'http.bin.body-out/quoted-base64',
    'writes bytes as a JSON string of their base64',
    onBody(isBytes, (_, body) => JSON.stringify(body.toString('base64'))),
  ),
  fault(
    'http.bin.body-out/as-text',
    'makes a text of bytes, which loses what is no UTF-8',
    onBody(isBytes, (text) => text),
  ),
  fault(
    'http.bin.body-out/mark-cut',
    'cuts a byte order mark off',
    onBody(isBytes, (text, body) => (text.startsWith('\ufeff') ? body.subarray(3) : body)),
  ),
  fault(
    'http.bin.body-out/text-quoted',
    'writes a text as a JSON string',
    onBody(isPlainText, (text) => JSON.stringify(text)),
  ),
  fault(
    'http.bin.body-out/trimmed',
    'trims a text',
    onBody(isPlainText, (text) => text.trim()),
  ),
  fault(
    'http.bin.body-out/latin-1',
    'writes a text in ISO 8859-1',
    onBody(isPlainText, (text) => Buffer.from(text, 'latin1')),
  ),
  fault(
    'http.bin.body-out/value-twice',
    'writes the JSON text of a value as a JSON string',
    onBody(isValue, (text) => JSON.stringify(text)),
  ),
  fault(
    'http.bin.body-out/string-twice',
    'writes the JSON text of a string as a JSON string',
    onBody(isString, (text) => JSON.stringify(text)),
  ),
  fault(
    'http.bin.body-out/falsy-dropped',
    'takes 0 and false for the absence of data',
    onBody(isValue, (text) => (text === '0' || text === 'false' ? '' : text)),
  ),
  fault(
    'http.bin.body-out/object-name',
    'writes what a language calls an object',
    onBody(isValue, (text) => (text.startsWith('{') ? '[object Object]' : text)),
  ),
  fault(
    'http.bin.body-out/null',
    'writes null where there is no data',
    onBody(
      (data) => data === undefined,
      () => 'null',
    ),
  ),
];
