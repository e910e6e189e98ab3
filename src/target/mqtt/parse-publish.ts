// One PUBLISH packet, byte by byte (MQTT 5, section 3.3; MQTT 3.1.1, section 3.3).
import type { HeaderLine } from '../../binding/types.js';
import type { MqttArrival } from '../types.js';
import { type ByteCursor, byteCursor } from './byte-cursor.js';
import type { MqttVersion } from './types.js';

export type ParsedPublish =
  | { readonly kind: 'message'; readonly message: MqttArrival }
  /** Retained, so from before the run; or delivered a second time. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'loss'; readonly loss: 'tooLarge' | 'unreadable' };

const RETAIN = 0b0001;
const DUP = 0b1000;

/** The packet without its fixed header, of which `first` is the first byte. What is kept of it is copied. */
export function parsePublish(first: number, packet: Buffer, version: MqttVersion, maxBodyBytes: number): ParsedPublish {
  // A session is always new here, so what is repeated was delivered before on the same connection.
  if ((first & (RETAIN | DUP)) !== 0) return { kind: 'stale' };
  const qos = ([0, 1, 2] as const).find((level) => level === ((first >> 1) & 3));
  if (qos === undefined) return { kind: 'loss', loss: 'unreadable' };
  const cursor = byteCursor(packet);
  cursor.skip(cursor.uint16()); // the topic
  if (qos > 0) cursor.skip(2); // the packet identifier
  const properties = version === 5 ? propertiesOf(cursor) : NONE;
  if (properties === undefined || cursor.isBroken()) return { kind: 'loss', loss: 'unreadable' };
  if (cursor.left() > maxBodyBytes) return { kind: 'loss', loss: 'tooLarge' };
  const binding = version === 5 ? 'mqtt5' : 'mqtt3';
  return { kind: 'message', message: { binding, ...properties, body: cursor.rest(), qos } };
}

type Properties = Pick<MqttArrival, 'headers' | 'contentType' | 'payloadFormat'>;

const NONE: Properties = { headers: [] };

/** MQTT 5, section 2.2.2.2. Undefined where there is one that a PUBLISH cannot have. */
function propertiesOf(cursor: ByteCursor): Properties | undefined {
  const headers: HeaderLine[] = [];
  let contentType: string | undefined;
  let payloadFormat: 0 | 1 | undefined;
  const length = cursor.varint();
  const end = cursor.position() + length;
  while (cursor.position() < end) {
    const id = cursor.uint8();
    switch (id) {
      case 0x26: {
        const name = cursor.text(cursor.uint16(), 'utf8');
        headers.push([name, cursor.text(cursor.uint16(), 'latin1')]);
        break;
      }
      case 0x03:
        contentType ??= cursor.text(cursor.uint16(), 'utf8');
        break;
      case 0x01: {
        const value = cursor.uint8();
        if (value === 0 || value === 1) payloadFormat = value;
        break;
      }
      case 0x08: // Response Topic
      case 0x09: // Correlation Data
        cursor.skip(cursor.uint16());
        break;
      case 0x02: // Message Expiry Interval
        cursor.skip(4);
        break;
      case 0x23: // Topic Alias
        cursor.skip(2);
        break;
      case 0x0b: // Subscription Identifier
        cursor.varint();
        break;
      default:
        return undefined;
    }
  }
  // One that goes on behind the end of all leaves no payload that could be told from it.
  if (cursor.position() !== end) return undefined;
  return {
    headers,
    ...(contentType !== undefined && { contentType }),
    ...(payloadFormat !== undefined && { payloadFormat }),
  };
}
