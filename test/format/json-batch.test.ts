import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameEvent } from '../../src/event/equal.js';
import type { JsonValue } from '../../src/event/types.js';
import { decodeUtf8, encodeUtf8 } from '../../src/event/utf8.js';
import { decodeJsonBatch, encodeJsonBatch, JSON_BATCH_MEDIA_TYPE } from '../../src/format/json-batch.js';
import { anyEvent } from '../event/any-event.js';

const rejected = (code: string, reason: RegExp) => ({ kind: 'rejected', code, reason: expect.stringMatching(reason) });
const events = [
  { attributes: new Map([['id', 'a']]), data: { kind: 'json', value: [1] } },
  { attributes: new Map([['id', 'b']]) },
] as const;

describe('decoding a batch', () => {
  it('gives the two events of the example', () => {
    const common = { specversion: '1.0', comexampleextension1: 'value', comexampleothervalue: 5 };
    const thrift = { ...common, id: 'B234', datacontenttype: 'application/vnd.apache.thrift.binary' };
    const json = { ...common, id: 'C234', datacontenttype: 'application/json' };
    const data = { appinfoA: 'abc', appinfoB: 123, appinfoC: true };
    expect(
      decodeJsonBatch([
        { ...thrift, data_base64: 'AAE=' },
        { ...json, data },
      ]),
    ).toEqual({
      kind: 'decoded',
      value: [
        { attributes: new Map(Object.entries(thrift)), data: { kind: 'binary', bytes: Uint8Array.of(0, 1) } },
        { attributes: new Map(Object.entries(json)), data: { kind: 'json', value: data } },
      ],
    });
  });

  it('gives no events for an empty one', () => {
    expect(decodeJsonBatch(encodeUtf8('[]'))).toEqual({ kind: 'decoded', value: [] });
  });

  it.each<[JsonValue]>([[{ id: 'a' }], ['x'], [1], [null], [{ 0: {}, length: 1 }]])(
    'rejects %j, which is no array',
    (value) => {
      expect(decodeJsonBatch(value)).toEqual(rejected('malformed', /not an array/));
    },
  );

  it.each<[JsonValue[], string, RegExp]>([
    [[{}, null], 'malformed', /^element 1: the JSON value is not an object/],
    [[[{}]], 'malformed', /^element 0: /],
    [['x'], 'malformed', /^element 0: /],
    [[{}, {}, { ext: {} }], 'attribute', /^element 2: the member "ext" is an object/],
    [[{ data_base64: '#' }, null], 'data', /^element 0: /],
  ])('rejects %j for its first bad element', (value, code, reason) => {
    expect(decodeJsonBatch(value)).toEqual(rejected(code, reason));
  });

  it('rejects what is not JSON or not UTF-8', () => {
    expect(decodeJsonBatch(encodeUtf8('[{}'))).toEqual(rejected('malformed', /not JSON/));
    expect(decodeJsonBatch(Uint8Array.of(0x5b, 0xff, 0x5d))).toEqual(rejected('malformed', /not UTF-8/));
  });
});

describe('encoding a batch', () => {
  it('writes an array in either style', () => {
    expect(decodeUtf8(encodeJsonBatch(events))).toBe('[{"id":"a","data":[1]},{"id":"b"}]');
    expect(decodeUtf8(encodeJsonBatch(events, 'spaced'))).toBe('[ { "id" : "a", "data" : [ 1 ] }, { "id" : "b" } ]');
    expect(decodeUtf8(encodeJsonBatch([], 'spaced'))).toBe('[]');
  });

  it('has a media type of its own', () => {
    expect(JSON_BATCH_MEDIA_TYPE).toBe('application/cloudevents-batch+json');
  });
});

it('what is encoded decodes to the same events in the same order', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 5 }), fc.constantFrom('compact', 'spaced'), (batch, style) => {
      const back = decodeJsonBatch(encodeJsonBatch(batch, style));
      const value = back.kind === 'decoded' ? back.value : [];
      expect(value).toHaveLength(batch.length);
      for (const [index, event] of batch.entries()) {
        const other = value[index];
        expect(other && sameEvent(event, other)).toBe(true);
      }
    }),
  );
});
