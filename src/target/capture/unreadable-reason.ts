// Why bytes are no HTTP/1.1, in words for the owner of the program that sent them.
import { codeOf } from '../transport-failure.js';

/** First byte of a TLS record that begins a handshake (RFC 8446, section 5.1). */
const TLS_HANDSHAKE = 0x16;

/** What a client of HTTP/2 begins with (RFC 9113, section 3.4). */
const HTTP2_PREFACE = 'PRI * HTTP/2';

/** A part of a sentence, made of our own words and of those of Node's parser. */
export function unreadableReason(error: Error): string {
  const packet = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : Buffer.alloc(0);
  if (packet[0] === TLS_HANDSHAKE) return 'it begins as TLS does, and this is plain HTTP';
  if (packet.toString('latin1', 0, HTTP2_PREFACE.length) === HTTP2_PREFACE) return 'it is HTTP/2, and not HTTP/1.1';
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : '';
  return /^[\x20-\x7e]{1,100}$/.test(reason) ? `the parser says: ${reason}` : codeOf(error) || 'it is no HTTP';
}
