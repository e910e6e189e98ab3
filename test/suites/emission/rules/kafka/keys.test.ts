import { describe, test } from 'vitest';
import type { KeyChoice } from '../../../../../src/target/types.js';
import {
  KEY_DEFAULT,
  KEY_KEEP,
  KEY_NO_ADD,
  KEY_OPT_IN,
  KEY_PARTITIONKEY,
} from '../../../../../suites/emission/rules/kafka/keys.js';
import { askKeyed, binaryRecord, IN_HEADERS, record, structuredRecord, three } from '../../broker-examples.js';
import { capture, event, expectSaid, jsonEvent } from '../../examples.js';

const given: KeyChoice = { kind: 'given', key: Buffer.from('k') };
const mapper: KeyChoice = { kind: 'mapper', attribute: 'partitionkey' };
const keyed = (key: string | undefined) => (key === undefined ? {} : { key: Buffer.from(key) });
const binary = (key?: string, lines = {}) => binaryRecord(lines, '', keyed(key));
const structured = (key?: string, members = '') => structuredRecord(members, {}, keyed(key));
const parted = event({ partitionkey: 'p' });

describe('a key that is given', () => {
  test('is the record key, in either mode', () => {
    expectSaid(askKeyed(KEY_DEFAULT, binary('k'), event(), given), 'kept');
    expectSaid(askKeyed(KEY_DEFAULT, structured('k'), event(), given), 'kept');
  });

  test.each([undefined, '', 'K', '"k"', 'p'])('is not %j', (key) => {
    expectSaid(askKeyed(KEY_DEFAULT, binary(key), parted, given), 'broken', 'is not the record key');
  });

  test('adds no attribute', () => {
    expectSaid(askKeyed(KEY_NO_ADD, binary('k'), event(), given), 'kept');
    expectSaid(askKeyed(KEY_NO_ADD, structured('k', '"data":"k"'), event(), given), 'kept');
    const text = 'the key came out as an attribute, too';
    expectSaid(askKeyed(KEY_NO_ADD, binary('k', { ce_partitionkey: 'k' }), event(), given), 'broken', text);
    expectSaid(askKeyed(KEY_NO_ADD, binary('k', { ce_key: 'aw==' }), event(), given), 'broken', text);
    expectSaid(askKeyed(KEY_NO_ADD, structured('k', '"partitionkey":"k"'), event(), given), 'broken', text);
  });

  test('is no attribute where the event has it, or something else is there', () => {
    expectSaid(askKeyed(KEY_NO_ADD, binary('k', { ce_x: 'k' }), event({ x: 'k' }), given), 'kept');
    expectSaid(askKeyed(KEY_NO_ADD, binary('k', { ce_x: 'y', key: 'k' }), event(), given), 'kept');
    expectSaid(askKeyed(KEY_NO_ADD, binary(undefined, { ce_x: 'k' }), event(), given), 'silent');
    expectSaid(askKeyed(KEY_NO_ADD, record({}, 'x', 'structured', keyed('k')), event(), given), 'silent');
  });
});

describe('the mapper', () => {
  test('makes partitionkey the key, as it is', () => {
    expectSaid(askKeyed(KEY_PARTITIONKEY, binary('p'), parted, mapper), 'kept');
    expectSaid(askKeyed(KEY_PARTITIONKEY, structured('€'), event({ partitionkey: '€' }), mapper), 'kept');
    for (const key of [undefined, '"p"', 'P']) {
      expectSaid(askKeyed(KEY_PARTITIONKEY, binary(key), parted, mapper), 'broken', 'is not the partitionkey');
    }
  });

  test('leaves it in the event', () => {
    expectSaid(askKeyed(KEY_KEEP, binary('p', { ce_partitionkey: 'p' }), parted, mapper), 'kept');
    expectSaid(askKeyed(KEY_KEEP, structured('p', '"partitionkey":"p"'), parted, mapper), 'kept');
    const text = 'partitionkey is not in the event any more';
    expectSaid(askKeyed(KEY_KEEP, binary('p'), parted, mapper), 'broken', text);
    expectSaid(askKeyed(KEY_KEEP, structured('p'), parted, mapper), 'broken', text);
  });

  test('shows nothing where it did not set the key, or no event came out in this mode', () => {
    expectSaid(askKeyed(KEY_KEEP, binary('x'), parted, mapper), 'silent');
    const other = record({ ...IN_HEADERS, ce_partitionkey: 'p' }, '{"a":1}', 'structured', keyed('p'));
    expectSaid(askKeyed(KEY_KEEP, other, parted, mapper), 'silent', 'no event came out');
  });

  test('is opted in to', () => {
    const text = 'nobody opted in';
    expectSaid(askKeyed(KEY_OPT_IN, binary(), parted, undefined), 'kept');
    expectSaid(askKeyed(KEY_OPT_IN, binary('p'), parted, undefined), 'broken', text);
    expectSaid(askKeyed(KEY_OPT_IN, structured('p'), parted, undefined), 'broken', text);
    expectSaid(askKeyed(KEY_OPT_IN, binary('other'), parted, undefined), 'silent', 'another one');
  });
});

describe('rules about keys', () => {
  test('say nothing about what they are not about', () => {
    for (const rule of [KEY_DEFAULT, KEY_NO_ADD]) expectSaid(askKeyed(rule, binary('k'), parted, mapper), 'silent');
    for (const rule of [KEY_PARTITIONKEY, KEY_KEEP]) {
      expectSaid(askKeyed(rule, binary('k'), parted, given), 'silent');
      expectSaid(askKeyed(rule, binary('k'), event(), mapper), 'silent');
    }
    expectSaid(askKeyed(KEY_OPT_IN, binary('p'), parted, given), 'silent');
    expectSaid(askKeyed(KEY_OPT_IN, binary('p'), event(), undefined), 'silent');
  });

  test('say nothing about captured records, and about other bindings', () => {
    for (const rule of [KEY_DEFAULT, KEY_PARTITIONKEY, KEY_OPT_IN, KEY_KEEP, KEY_NO_ADD]) {
      expectSaid(capture(rule, binary('p', { ce_partitionkey: 'p' })), 'silent', 'which key was meant');
      expectSaid(askKeyed(rule, three(jsonEvent(), 'structured'), parted, given), 'silent', 'another binding');
    }
  });
});
