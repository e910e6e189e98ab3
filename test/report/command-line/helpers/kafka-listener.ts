// A broker that takes whatever is produced and keeps it as it came over the wire: a real one takes ten seconds to start. It speaks as
// much of the protocol as a producer needs (kafka.apache.org/protocol: ApiVersions 0, Metadata 1, Produce 3).
import type { Socket } from 'node:net';
import type { HeaderLine, KafkaMessage } from '../../../../src/binding/types.js';
import { startNetServer } from '../../../target/helpers/net-server.js';

const PRODUCE = 0;
const METADATA = 3;
const API_VERSIONS = 18;
/** Name of a request, and the only version of it that is answered. Of Fetch a producer only asks whether it is there. */
const VERSIONS = [
  [PRODUCE, 3],
  [1, 4],
  [METADATA, 1],
  [API_VERSIONS, 0],
] as const;
const UNSUPPORTED_VERSION = 35;

/** Its address, and the records that it was sent so far, in their order. There is one topic, with one partition. */
export async function startKafkaListener(
  topic: string,
): Promise<{ readonly address: string; readonly records: readonly KafkaMessage[] }> {
  const records: KafkaMessage[] = [];
  let address = '';
  const { url } = await startNetServer((socket) =>
    onPackets(socket, (packet) => {
      const reader = readerOf(packet);
      const [api, version, correlation] = [reader.int16(), reader.int16(), reader.int32()];
      reader.string();
      const answer = (): Buffer => {
        if (api === API_VERSIONS) return apiVersions(version === 0 ? 0 : UNSUPPORTED_VERSION);
        if (api === METADATA) return metadata(address, topic);
        if (api !== PRODUCE) throw new Error(`a producer asked for ${api}`);
        records.push(...produced(reader));
        return Buffer.concat([int32(1), string(topic), int32(1), int32(0), int16(0), int64(0), int64(-1), int32(0)]);
      };
      const body = answer();
      socket.write(Buffer.concat([int32(body.length + 4), int32(correlation), body]));
    }),
  );
  address = url.host;
  return { address, records };
}

function onPackets(socket: Socket, serve: (packet: Buffer) => void): void {
  let held = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    held = Buffer.concat([held, bytes]);
    while (held.length >= 4 && held.length >= 4 + held.readInt32BE()) {
      const end = 4 + held.readInt32BE();
      const packet = held.subarray(4, end);
      held = held.subarray(end);
      serve(packet);
    }
  });
}

const apiVersions = (error: number): Buffer =>
  Buffer.concat([
    int16(error),
    int32(VERSIONS.length),
    ...VERSIONS.flatMap(([api, version]) => [int16(api), int16(0), int16(version)]),
  ]);

function metadata(address: string, topic: string): Buffer {
  const [host = '', port = ''] = address.split(':');
  const brokers = [int32(1), int32(1), string(host), int32(Number(port)), int16(-1), int32(1)];
  const partition = [int16(0), int32(0), int32(1), int32(1), int32(1), int32(1), int32(1)];
  return Buffer.concat([...brokers, int32(1), int16(0), string(topic), Buffer.from([0]), int32(1), ...partition]);
}

/** The records of a Produce request with one partition, behind its header (record batch of version 2). */
function produced(reader: Reader): readonly KafkaMessage[] {
  reader.string(); // transactional id
  reader.skip(2 + 4 + 4); // acks, timeout, number of topics
  reader.string();
  reader.skip(4 + 4 + 4); // number of partitions, partition, bytes of the batch
  reader.skip(8 + 4 + 4 + 1 + 4 + 2 + 4 + 8 + 8 + 8 + 2 + 4); // the batch, up to the number of its records
  return Array.from({ length: reader.int32() }, () => record(reader));
}

function record(reader: Reader): KafkaMessage {
  reader.varint(); // length
  reader.skip(1); // attributes
  reader.varint(); // timestamp
  reader.varint(); // offset
  const [key, value] = [reader.bytes(), reader.bytes()];
  const headers: HeaderLine[] = [];
  const nullHeaders: string[] = [];
  for (let left = reader.varint(); left > 0; left--) {
    const name = (reader.bytes() ?? Buffer.alloc(0)).toString('utf8');
    const bytes = reader.bytes();
    if (bytes === undefined) nullHeaders.push(name);
    else headers.push([name, bytes.toString('latin1')]);
  }
  return {
    binding: 'kafka',
    headers,
    ...(nullHeaders.length > 0 && { nullHeaders }),
    body: new Uint8Array(value ?? []),
    ...(value === undefined && { isNull: true as const }),
    ...(key !== undefined && { key: new Uint8Array(key) }),
  };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(packet: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    return packet.subarray(at - length, at);
  };
  const int16 = (): number => take(2).readInt16BE();
  /** With its sign in the lowest bit. */
  const varint = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const digit = take(1).readUInt8();
      value += (digit & 0x7f) * 2 ** shift;
      if (digit < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
  };
  return {
    int16,
    varint,
    int32: (): number => take(4).readInt32BE(),
    skip: (length: number): void => void take(length),
    string: (): void => void take(Math.max(0, int16())),
    /** Undefined for null. */
    bytes: (): Buffer | undefined => {
      const length = varint();
      return length < 0 ? undefined : take(length);
    },
  };
}

const int16 = (value: number): Buffer => Buffer.from([(value >> 8) & 0xff, value & 0xff]);
const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value)]);
const int64 = (value: number): Buffer => Buffer.concat([int32(value < 0 ? -1 : 0), int32(value)]);
const string = (text: string): Buffer => Buffer.concat([int16(Buffer.byteLength(text)), Buffer.from(text)]);
