import { describe, expect, it, test } from 'vitest';
import { type PreparedPublish, preparePublish } from '../../../src/target/mqtt/prepare-publish.js';
import type { MqttPublish } from '../../../src/target/types.js';

const message = (rest: Partial<MqttPublish>): MqttPublish => ({
  binding: 'mqtt5',
  headers: [],
  body: new Uint8Array(),
  ...rest,
});

function prepared(rest: Partial<MqttPublish>, version: 3 | 5 = 5): PreparedPublish {
  const found = preparePublish(message(rest), 'in', version, 1);
  return found.kind === 'publish' ? found.publish : expect.fail(found.failure.message);
}

describe('a message', () => {
  it('has its user properties as a list, so that no order and no repeat is lost', () => {
    const { properties } = prepared({
      headers: [
        ['b', '1'],
        ['1', '\xc3\xa9'],
        ['b', ''],
        ['__proto__', 'x'],
      ],
    });
    const list = properties?.userProperties as unknown as readonly object[];
    expect(list.map(Object.entries)).toEqual([[['b', '1']], [['1', 'é']], [['b', '']], [['__proto__', 'x']]]);
  });

  it('has the properties that it names', () => {
    expect(prepared({}).properties).toEqual({});
    expect(prepared({ contentType: '', payloadFormat: 0 }).properties).toEqual({
      contentType: '',
      payloadFormatIndicator: false,
    });
  });

  it('of 3.1.1 has none, whatever it names', () => {
    const rest = {
      headers: [['a', '\xff']] as const,
      contentType: '\0',
      payloadFormat: 1 as const,
      body: Buffer.from('\0'),
    };
    expect(prepared(rest, 3)).toEqual({ qos: 1, payload: Buffer.from('\0'), size: 9, isRisky: false });
  });

  it('is not copied', () => {
    const all = Buffer.from('abc');
    const { payload } = prepared({ body: all.subarray(1, 2) });
    all.fill('x');
    expect(payload.toString()).toBe('x');
  });
});

describe('its size', () => {
  // Fixed header 2, topic 4, identifier 2, length of the properties 1.
  test.each<readonly [what: string, rest: Partial<MqttPublish>, size: number]>([
    ['nothing', {}, 9],
    ['a payload', { body: Buffer.alloc(10) }, 19],
    ['a Content Type', { contentType: 'é' }, 9 + 1 + 2 + 2],
    ['an indicator', { payloadFormat: 1 }, 9 + 2],
    [
      'user properties',
      {
        headers: [
          ['a', 'b'],
          ['ü', '\xc3\xa9'],
        ],
      },
      9 + 7 + 9,
    ],
    ['properties of more than 127 bytes', { headers: [['a', 'x'.repeat(200)]] }, 3 + 4 + 2 + 2 + 206],
    ['a payload of more than 16 KiB', { body: Buffer.alloc(20_000) }, 4 + 7 + 20_000],
    ['a payload of more than 2 MiB', { body: Buffer.alloc(3_000_000) }, 5 + 7 + 3_000_000],
  ])('with %s', (_, rest, size) => {
    expect(prepared(rest).size).toBe(size);
  });

  it('has an end', () => {
    const long = preparePublish(message({ body: Buffer.alloc(0x1000_0000 - 7) }), 'in', 5, 1);
    expect(long).toMatchObject({ kind: 'failure', failure: { code: 'too-large' } });
    expect(prepared({ body: Buffer.alloc(0x1000_0000 - 8) }).size).toBe(0x1000_0000 + 4);
  });
});

describe('a risk', () => {
  test.each<readonly [what: string, rest: Partial<MqttPublish>]>([
    ['a control character', { headers: [['a', '\x7f']] }],
    ['one of the second half', { headers: [['a', '\xc2\x85']] }],
    ['U+0000 in a name', { headers: [['a\0', '']] }],
    ['a noncharacter in the Content Type', { contentType: 'a\ufdd0' }],
    ['one beyond the first plane', { headers: [['a', '\xf0\x9f\xbf\xbf']] }],
    ['a payload that is no text as it says', { payloadFormat: 1, body: Buffer.from([0xff]) }],
    ['a long payload', { body: Buffer.alloc(64_000) }],
  ])('is %s', (_, rest) => {
    expect(prepared(rest).isRisky).toBe(true);
  });

  test.each<readonly [what: string, rest: Partial<MqttPublish>]>([
    ['text of all planes', { headers: [['ü', '\xf0\x9f\x98\x80\xef\xbb\xbf']], contentType: 'é' }],
    ['any payload that says nothing', { payloadFormat: 0, body: Buffer.from([0xff, 0, 1]) }],
    ['text that is said to be', { payloadFormat: 1, body: Buffer.from('\0é') }],
    ['a payload of usual length', { body: Buffer.alloc(63_000) }],
  ])('is not %s', (_, rest) => {
    expect(prepared(rest).isRisky).toBe(false);
  });
});
