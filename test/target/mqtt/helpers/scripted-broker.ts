// A broker that does what a test says, for what no real one does when it is told to: it says yes to everything else. Packets are read
// and written byte by byte (MQTT 5, section 2.1).
import type { Socket } from 'node:net';
import type { MqttSettings } from '../../../../src/target/mqtt/types.js';
import { startNetServer } from '../../helpers/net-server.js';
import { settingsOf } from './mosquitto.js';

export const PACKET = {
  connect: 1,
  connack: 2,
  publish: 3,
  puback: 4,
  pubrec: 5,
  pubrel: 6,
  pubcomp: 7,
  subscribe: 8,
  suback: 9,
  pingreq: 12,
  pingresp: 13,
  disconnect: 14,
} as const;

export interface Packet {
  readonly type: number;
  /** All behind the fixed header. */
  readonly body: Buffer;
  readonly socket: Socket;
  /** Connections before this one. */
  readonly index: number;
}

/** What is done in place of the usual answer; `false` leaves that to the broker. */
export type Script = (packet: Packet) => boolean;

/** A packet with a fixed header. For bodies below 128 bytes. */
export const packet = (type: number, body: readonly number[], flags = 0): Buffer =>
  Buffer.from([(type << 4) | flags, body.length, ...body]);

/** A broker of version 5 with settings to reach it. */
export async function startScriptedBroker(script: Script, settings: Partial<MqttSettings> = {}): Promise<MqttSettings> {
  const server = await startNetServer((socket, index) => {
    let held = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
      for (let length = lengthOf(held); length !== undefined; length = lengthOf(held)) {
        const [first = 0] = held;
        const found = { type: first >> 4, body: held.subarray(length.head, length.all), socket, index };
        held = held.subarray(length.all);
        if (!script(found)) answer(found);
      }
    });
  });
  return settingsOf({ port: Number(server.url.port) }, settings);
}

function answer({ type, body, socket }: Packet): void {
  switch (type) {
    case PACKET.connect:
      socket.write(packet(PACKET.connack, [0, 0, 0]));
      return;
    case PACKET.subscribe:
      socket.write(packet(PACKET.suback, [...body.subarray(0, 2), 0, 2]));
      return;
    case PACKET.pingreq:
      socket.write(packet(PACKET.pingresp, []));
      return;
    case PACKET.publish: {
      const topic = 2 + body.readUInt16BE(0);
      socket.write(packet(PACKET.puback, [...body.subarray(topic, topic + 2)]));
      return;
    }
    case PACKET.disconnect:
      socket.end();
  }
}

function lengthOf(bytes: Buffer): { readonly head: number; readonly all: number } | undefined {
  let remaining = 0;
  for (let at = 1; ; at++) {
    const digit = bytes[at];
    if (digit === undefined) return undefined;
    remaining += (digit & 0x7f) * 128 ** (at - 1);
    if (digit >= 0x80) continue;
    const all = at + 1 + remaining;
    return bytes.length < all ? undefined : { head: at + 1, all };
  }
}
