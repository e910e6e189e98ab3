// What goes wrong with data_base64.

import type { ContentMode } from '../../../binding/types.js';
import { decodeBase64, encodeBase64 } from '../../../event/binary.js';
import { decodeUtf8, encodeUtf8 } from '../../../event/utf8.js';
import { type Fault, fault } from '../../fault.js';
import { onData, refuseWhen } from '../change.js';
import { membersOf, onMembers } from './members.js';

const JSON_MODES: readonly ContentMode[] = ['structured', 'batch'];

const onBytes = (change: (bytes: Uint8Array) => Uint8Array): Pick<Fault, 'outcome'> =>
  onData((data) => (data?.kind === 'binary' ? { kind: 'binary', bytes: change(data.bytes) } : data), JSON_MODES);

function decodedTwice(bytes: Uint8Array): Uint8Array {
  const text = decodeUtf8(bytes);
  return (text === undefined ? undefined : decodeBase64(text)) ?? bytes;
}

export const BASE64_FAULTS: readonly Fault[] = [
  fault(
    'json.read.b64/not-decoded',
    'hands on the base64 text instead of the bytes',
    onBytes((bytes) => encodeUtf8(encodeBase64(bytes))),
  ),
  fault('json.read.b64/decoded-twice', 'decodes bytes that are base64 themselves once more', onBytes(decodedTwice)),
  fault(
    'json.read.b64/through-text',
    'passes the bytes through a string, which loses what is no UTF-8',
    onBytes((bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8')),
  ),
  fault(
    'json.read.b64/zero-ends',
    'ends the data at the first zero byte',
    onBytes((bytes) => (bytes.includes(0) ? bytes.subarray(0, bytes.indexOf(0)) : bytes)),
  ),
  fault(
    'json.read.b64-empty/refused',
    'refuses a data_base64 that is empty',
    refuseWhen(
      (message) => membersOf(message).some((members) => members['data_base64'] === ''),
      'data_base64 is empty',
    ),
  ),
  fault(
    'json.read.b64-notype/json-assumed',
    'takes bytes without datacontenttype for JSON',
    onMembers((event, members) =>
      event.data?.kind === 'binary' && typeof members['datacontenttype'] !== 'string'
        ? { ...event, attributes: new Map([...event.attributes, ['datacontenttype', 'application/json']]) }
        : event,
    ),
  ),
];
