// Reads PUBLISH packets from the bytes of a connection. mqtt.js hands over an object in their place, in which the order of user
// properties is lost, a repeat of an empty one, and every byte that is not UTF-8. All other packets are its own matter.
import type { MqttArrival } from '../types.js';
import { parsePublish } from './parse-publish.js';
import type { MqttVersion } from './types.js';

export interface ReaderEvents {
  onMessage(message: MqttArrival): void;
  /** A message that is not handed over: its payload is beyond the limit, or it is no PUBLISH that can be read. */
  onLoss(loss: 'tooLarge' | 'unreadable'): void;
  /** A packet beyond what this reader takes: the connection has to be given up. */
  onOverflow(): void;
}

export interface PublishReader {
  /** More bytes, as they came. They are copied where they are needed later. */
  feed(chunk: Buffer): void;
}

const PUBLISH = 3;

/** A longer packet is not read at all: brokers pass on up to 256 MiB, and clients hold all of it in memory. */
const MOST_PACKET_BYTES = 16 * 1024 * 1024;

/** The fixed header has at most so many bytes: one, and four digits. */
const MOST_HEADER_BYTES = 5;

/** `maxBodyBytes`: longer payloads are told as `tooLarge`. Retained messages and repeated deliveries are passed over. */
export function createPublishReader(version: MqttVersion, maxBodyBytes: number, events: ReaderEvents): PublishReader {
  let held: Buffer[] = [];
  let length = 0;
  let needed = 2;
  let isOver = false;

  function take(first: number, packet: Buffer): void {
    if (first >> 4 !== PUBLISH) return;
    const parsed = parsePublish(first, packet, version, maxBodyBytes);
    if (parsed.kind === 'message') events.onMessage(parsed.message);
    else if (parsed.kind === 'loss') events.onLoss(parsed.loss);
  }

  /** Gives how many bytes have to be there before it is worth looking again, and what is left of these. */
  function read(bytes: Buffer): { readonly rest: Buffer; readonly needed: number } {
    let at = 0;
    for (;;) {
      const left = bytes.length - at;
      const header = fixedHeader(bytes, at);
      if (header === undefined) return { rest: bytes.subarray(at), needed: left + 1 };
      const size = header.length + header.remaining;
      if (size > MOST_PACKET_BYTES) {
        isOver = true;
        events.onOverflow();
        return { rest: Buffer.alloc(0), needed: 0 };
      }
      if (left < size) return { rest: bytes.subarray(at), needed: size };
      take(header.first, bytes.subarray(at + header.length, at + size));
      at += size;
    }
  }

  return {
    feed(chunk) {
      if (isOver) return;
      held.push(chunk);
      length += chunk.length;
      if (length < needed) return;
      const whole = held.length === 1 ? chunk : Buffer.concat(held, length);
      const { rest, needed: next } = read(whole);
      held = rest.length === 0 ? [] : [rest];
      length = rest.length;
      needed = next;
    },
  };
}

interface FixedHeader {
  readonly first: number;
  readonly length: number;
  readonly remaining: number;
}

/** Undefined while it is not complete. Digits beyond the fourth are an overflow, too. */
function fixedHeader(bytes: Buffer, start: number): FixedHeader | undefined {
  const first = bytes[start];
  if (first === undefined) return undefined;
  let remaining = 0;
  for (let at = 1; at < MOST_HEADER_BYTES; at++) {
    const digit = bytes[start + at];
    if (digit === undefined) return undefined;
    remaining += (digit & 0x7f) * 128 ** (at - 1);
    if (digit < 0x80) return { first, length: at + 1, remaining };
  }
  return { first, length: MOST_HEADER_BYTES, remaining: Number.POSITIVE_INFINITY };
}
