import { expect, test } from 'vitest';
import { unreadableReason } from '../../../src/target/capture/unreadable-reason.js';

const failed = (members: object): Error => Object.assign(new Error('whatever'), members);

test.each([
  [
    'TLS',
    { rawPacket: Buffer.from([0x16, 3, 1]), reason: 'Invalid method' },
    'it begins as TLS does, and this is plain HTTP',
  ],
  ['HTTP/2', { rawPacket: Buffer.from('PRI * HTTP/2.0\r\n') }, 'it is HTTP/2, and not HTTP/1.1'],
  ['what the parser says', { reason: 'Invalid header token' }, 'the parser says: Invalid header token'],
  ['a reason that is not safe to print', { reason: 'a\u001b[2J', code: 'HPE_X' }, 'HPE_X'],
  ['a code alone', { code: 'HPE_CB_MESSAGE' }, 'HPE_CB_MESSAGE'],
  ['nothing', {}, 'it is no HTTP'],
])('%s', (_, members, reason) => {
  expect(unreadableReason(failed(members))).toBe(reason);
});
