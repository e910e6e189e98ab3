import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createPublishReader } from '../../../src/target/mqtt/publish-reader.js';
import type { MqttVersion } from '../../../src/target/mqtt/types.js';
import type { MqttArrival } from '../../../src/target/types.js';

type Seen = MqttArrival | 'tooLarge' | 'unreadable' | 'overflow';

/** What a reader tells of these pieces. */
function read(pieces: readonly Buffer[], version: MqttVersion = 5, maxBodyBytes = 100): readonly Seen[] {
  const seen: Seen[] = [];
  const reader = createPublishReader(version, maxBodyBytes, {
    onMessage: (message) => seen.push(message),
    onLoss: (loss) => seen.push(loss),
    onOverflow: () => seen.push('overflow'),
  });
  for (const piece of pieces) reader.feed(Buffer.from(piece));
  return seen;
}

const string = (text: string | Buffer): Buffer => {
  const bytes = Buffer.from(text as string);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
};

/** A packet, written by hand after section 2.1 of the text. */
function packet(first: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const digits: number[] = [];
  let left = body.length;
  do {
    digits.push((left % 128) | (left > 127 ? 128 : 0));
    left = Math.floor(left / 128);
  } while (left > 0);
  return Buffer.concat([Buffer.from([first, ...digits]), body]);
}

const publish = (flags: number, properties: readonly (Buffer | readonly number[])[], body: string | Buffer): Buffer => {
  const all = Buffer.concat(properties.map((part) => Buffer.from(part)));
  const id = (flags & 6) === 0 ? [] : [0, 1];
  const length = all.length < 128 ? [all.length] : [(all.length % 128) | 128, all.length >> 7];
  return packet(0x30 | flags, string('a/b'), id, length, all, Buffer.from(body as string));
};

const pair = (name: string, value: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x26]), string(name), string(value)]);

const arrival = (rest: Partial<MqttArrival>): MqttArrival => ({
  binding: 'mqtt5',
  headers: [],
  body: new Uint8Array(),
  qos: 0,
  ...rest,
});

describe('a PUBLISH', () => {
  test('has its user properties in order, with every byte', () => {
    const all = [
      pair('b', '1'),
      pair('a', 'é'),
      pair('b', ''),
      pair('b', ''),
      pair('', Buffer.from([255, 0])),
      pair('ü', '2'),
    ];
    const headers = [
      ['b', '1'],
      ['a', '\xc3\xa9'],
      ['b', ''],
      ['b', ''],
      ['', '\xff\0'],
      ['ü', '2'],
    ] as const;
    expect(read([publish(0, all, 'hi')])).toEqual([arrival({ headers, body: new Uint8Array([104, 105]) })]);
  });

  test('has what it names, whatever else it has', () => {
    const all = [
      [0x01, 1],
      Buffer.concat([Buffer.from([0x03]), string('a/b')]),
      Buffer.concat([Buffer.from([0x08]), string('reply')]),
      Buffer.concat([Buffer.from([0x09]), string(Buffer.from([0, 1, 255]))]),
      [0x02, 0, 0, 1, 0],
      [0x23, 0, 1],
      [0x0b, 0x80, 0x01],
      pair('a', 'x'.repeat(200)),
    ];
    expect(read([publish(2, all, '')])).toEqual([
      arrival({ headers: [['a', 'x'.repeat(200)]], contentType: 'a/b', payloadFormat: 1, qos: 1 }),
    ]);
    expect(read([publish(4, [[0x01, 0], Buffer.from([0x03, 0, 0])], '')])).toEqual([
      arrival({ payloadFormat: 0, contentType: '', qos: 2 }),
    ]);
    expect(read([publish(0, [[0x01, 7]], '')])).toEqual([arrival({})]);
  });

  test('of 3.1.1 is its payload', () => {
    const bytes = packet(0x32, string('a/b'), [0, 9], Buffer.from([0, 255]));
    expect(read([bytes], 3)).toEqual([{ binding: 'mqtt3', headers: [], body: new Uint8Array([0, 255]), qos: 1 }]);
  });

  test('is passed over where it is retained or repeated', () => {
    expect(read([publish(1, [], 'x'), publish(8 | 2, [], 'x'), publish(0, [], 'y')])).toMatchObject([
      { body: new Uint8Array([121]) },
    ]);
  });

  test('beyond the limit is told', () => {
    expect(read([publish(0, [], 'x'.repeat(100)), publish(0, [], 'x'.repeat(101))])).toEqual([
      arrival({ body: new Uint8Array(Buffer.alloc(100, 'x')) }),
      'tooLarge',
    ]);
  });

  test.each<readonly [string, Buffer]>([
    ['with a QoS of 3', packet(0x36, string('a'), [0, 1, 0])],
    ['with a topic that ends too soon', packet(0x30, [0, 9, 97])],
    ['without properties', packet(0x30, string('a'))],
    ['with properties that end too soon', packet(0x30, string('a'), [9], pair('a', 'b'))],
    ['with a property that goes on in the payload', packet(0x30, string('a'), [5, 0x26, 0, 1, 97, 0, 9, 1, 2, 3])],
    ['with a property that no PUBLISH has', publish(0, [[0x21, 0, 1]], '')],
    ['with a length of five digits', packet(0x30, string('a'), [0x80, 0x80, 0x80, 0x80, 1])],
  ])('%s is told as unreadable, and the next one is read', (_, bytes) => {
    expect(read([bytes, publish(0, [], 'x')])).toMatchObject(['unreadable', { body: new Uint8Array([120]) }]);
  });
});

describe('the bytes of a connection', () => {
  const bytes = Buffer.concat([
    packet(0x20, [0, 0, 0]),
    publish(0, [pair('a', 'b')], '1'),
    packet(0xd0),
    publish(2, [], 'x'.repeat(90)),
    packet(0x40, [0, 1]),
    publish(0, [pair('c', 'x'.repeat(300))], ''),
  ]);
  const whole = read([bytes]);

  it('hold other packets, too', () => {
    expect(whole.map((seen) => (typeof seen === 'string' ? seen : seen.body.length))).toEqual([1, 90, 0]);
  });

  it('may come in any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 20 }), (cuts) => {
        const ends = [...cuts, bytes.length].sort((one, other) => one - other);
        expect(read(ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end)))).toEqual(whole);
      }),
    );
    expect(read(Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(whole);
  });

  it('never make it throw, and never say more than they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 10 }), (pieces) => {
        const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
        for (const seen of read(pieces.map((piece) => Buffer.from(piece)))) {
          if (typeof seen !== 'string') expect(seen.body.length).toBeLessThan(total);
        }
      }),
    );
  });

  it('are read no further behind a packet that is too long, or whose length is none', () => {
    const long = Buffer.from([0x30, 0x80, 0x80, 0x80, 0x08]); // 16 MiB
    expect(read([long, publish(0, [], 'x')])).toEqual(['overflow']);
    expect(read([Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 0x01]), publish(0, [], 'x')])).toEqual(['overflow']);
  });

  it('are copied where they are kept', () => {
    const held = publish(0, [], 'hello');
    const seen: MqttArrival[] = [];
    const reader = createPublishReader(5, 100, {
      onMessage: (message) => seen.push(message),
      onLoss: expect.fail,
      onOverflow: expect.fail,
    });
    reader.feed(held);
    held.fill(0);
    expect(Buffer.from(seen[0]?.body ?? []).toString()).toBe('hello');
    expect(seen[0]?.body.buffer.byteLength).toBe(5);
  });
});
