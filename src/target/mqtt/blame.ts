// Whose doing it is that a connection ended. A message is blamed only where nothing else was under way; what a broker did is never
// the fault of who reads from it.
import type { TransportFailure } from '../types.js';
import type { Sent } from './connection.js';
import { reasonName } from './reason-name.js';

/** What a broker says (MQTT 5, section 3.14.2.1) when it is about a packet that it was sent. */
const ABOUT_A_PACKET: ReadonlySet<number> = new Set([0x81, 0x82, 0x83, 0x90, 0x95, 0x96, 0x97, 0x99, 0x9b]);

/** This says nothing, as most brokers do and all of MQTT 3.1.1. */
const UNSPECIFIED = 0x80;

/** What became of a message. `cameBackAtOnce`: the broker took the very next connection, so it had not gone away. */
export function blameOf(
  { reason, isAlone }: Extract<Sent, { kind: 'lost' }>,
  cameBackAtOnce: boolean,
): TransportFailure {
  const isSaid = reason !== undefined && reason !== UNSPECIFIED;
  const isBlamed = isAlone && (isSaid ? ABOUT_A_PACKET.has(reason) : cameBackAtOnce);
  const because = isSaid ? `: it said ${reasonName(reason)}` : '';
  if (!isBlamed) return { code: 'interrupted', message: `the connection to the broker was lost meanwhile${because}` };
  return {
    code: reason === 0x95 ? 'too-large' : 'broker',
    message: `the broker closed the connection over this very message${because}`,
  };
}
