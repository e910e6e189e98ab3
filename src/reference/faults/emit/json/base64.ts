// What goes wrong with binary data.
import { Buffer } from 'node:buffer';
import { type Fault, fault } from '../../../fault.js';
import { type Members, onData, onObjects, typeOf } from './rewrite.js';

/** Changes how binary data is written. */
const onBytes = (change: (bytes: Buffer, json: string) => Members): Pick<Fault, 'emit'> =>
  onData((member, { data }) => (data?.kind === 'binary' ? change(Buffer.from(data.bytes), member[1]) : [member]));

const base64 = (text: string): Members => [['data_base64', JSON.stringify(text)]];

/** Gives binary data a type that it has not. */
const typed = (type: string, isMeant: (told: string | undefined) => boolean): Pick<Fault, 'emit'> =>
  onObjects((members, event) =>
    event.data?.kind === 'binary' && isMeant(typeOf(event))
      ? [...members.filter(([name]) => name !== 'datacontenttype'), ['datacontenttype', JSON.stringify(type)]]
      : members,
  );

export const BASE64_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'json.data.b64/in-data',
    'writes base64 to data',
    onBytes((_, json) => [['data', json]]),
  ),
  fault(
    'json.data.b64/as-text',
    'makes a string of bytes, which loses what is no UTF-8',
    onBytes((bytes) => [['data', JSON.stringify(bytes.toString('utf8'))]]),
  ),
  fault(
    'json.data.b64/as-array',
    'writes bytes as an array of numbers',
    onBytes((bytes) => [['data', JSON.stringify([...bytes])]]),
  ),
  fault(
    'json.data.b64/url-alphabet',
    'writes URL-safe base64',
    onBytes((bytes) => base64(bytes.toString('base64url'))),
  ),
  fault(
    'json.data.b64/no-padding',
    'leaves out the padding',
    onBytes((bytes) => base64(bytes.toString('base64').replaceAll('=', ''))),
  ),
  fault(
    'json.data.b64/lines',
    'breaks base64 after 76 characters, as mail does',
    onBytes((bytes) => base64(bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n'))),
  ),
  fault(
    'json.data.b64/twice',
    'encodes the base64 once more',
    onBytes((bytes) => base64(Buffer.from(bytes.toString('base64')).toString('base64'))),
  ),
  fault(
    'json.data.b64-type/octets',
    'gives all binary data the type application/octet-stream',
    typed('application/octet-stream', (told) => told !== undefined),
  ),
  fault(
    'json.data.b64-type/no-parameters',
    'cuts the parameters off the type of binary data',
    onObjects((members, event) =>
      members.map(([name, json]) =>
        name === 'datacontenttype' && event.data?.kind === 'binary' ? [name, json.replace(/;.*$/, '"')] : [name, json],
      ),
    ),
  ),
  fault(
    'json.data.b64-notype/octets',
    'gives binary data without a type the type application/octet-stream',
    typed('application/octet-stream', (told) => told === undefined),
  ),
];
