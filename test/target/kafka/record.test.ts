// What can be seen without a broker; that kafkajs writes it so is shown in the contract.
import { describe, expect, test } from 'vitest';
import { fromRecord, toRecord } from '../../../src/target/kafka/record.js';

describe('toRecord', () => {
  test('null and empty are not the same, for a key and for a value', () => {
    const nothing = { binding: 'kafka', headers: [], body: new Uint8Array() } as const;
    expect(toRecord(nothing)).toEqual({ key: null, value: Buffer.alloc(0) });
    expect(toRecord({ ...nothing, isNull: true, key: new Uint8Array() })).toEqual({
      key: Buffer.alloc(0),
      value: null,
    });
  });

  test('bytes are handed over as a buffer, for of others kafkajs would make a text', () => {
    const shared = new Uint8Array([1, 2, 0xff, 4]).subarray(1, 3);
    const { key, value } = toRecord({ binding: 'kafka', headers: [], body: shared, key: shared });
    expect([Buffer.isBuffer(key), Buffer.isBuffer(value)]).toEqual([true, true]);
    expect([key, value]).toEqual([Buffer.from([2, 0xff]), Buffer.from([2, 0xff])]);
  });
});

describe('fromRecord', () => {
  const all = Buffer.from('one-two-three');
  const part = (from: number, to: number): Buffer => all.subarray(from, to);

  test('the places of the values tell the order of the headers', () => {
    const headers = { '7': part(4, 7), b: [part(0, 3), part(8, 13)], a: part(8, 8) };
    expect(fromRecord({ headers, key: null, value: null }).headers).toEqual([
      ['b', 'one'],
      ['7', 'two'],
      ['b', 'three'],
      ['a', ''],
    ]);
  });

  test('nulls are told apart, and what is neither was never in the record', () => {
    const values = [Object.prototype, part(0, 3), null] as unknown as Buffer[];
    const headers = { ['__proto__']: values, n: null as unknown as Buffer };
    expect(fromRecord({ headers, key: Buffer.alloc(0), value: part(4, 7) })).toEqual({
      binding: 'kafka',
      headers: [['__proto__', 'one']],
      nullHeaders: ['__proto__', 'n'],
      body: new Uint8Array(Buffer.from('two')),
      key: new Uint8Array(),
    });
  });

  test('what is kept holds no more than itself', () => {
    const { body, key } = fromRecord({ headers: {}, key: part(0, 3), value: part(4, 7) });
    expect([body.buffer.byteLength, key?.buffer.byteLength]).toEqual([3, 3]);
  });
});
