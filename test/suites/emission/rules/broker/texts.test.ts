import { describe, test } from 'vitest';
import { inUtf8, withoutEscapes } from '../../../../../suites/emission/rules/broker/texts.js';
import type { Emitted } from '../../../../../suites/emission/types.js';
import { binaryPublish, binaryRecord } from '../../broker-examples.js';
import { ask, capture, event, expectSaid } from '../../examples.js';

const UTF8 = inUtf8('kafka.bin.utf8', 'kafka');
const KAFKA = withoutEscapes('kafka.bin.no-percent', 'kafka');
const MQTT = withoutEscapes('mqtt5.bin.no-percent', 'mqtt5');

const subject = (value: string) => event({ subject: value });
const written = (text: string) => binaryRecord({ ce_subject: text });

/** A record whose ce_subject has these bytes. */
const bytes = (raw: string): Emitted => {
  const { message, ...rest } = binaryRecord();
  return { ...rest, message: { ...message, headers: [...message.headers, ['ce_subject', raw]] } };
};

describe('text in UTF-8', () => {
  test('is the value', () => {
    expectSaid(ask(UTF8, written('ž € 😀'), subject('ž € 😀')), 'kept');
  });

  test('is no other encoding', () => {
    expectSaid(ask(UTF8, bytes('\xe9'), subject('é')), 'broken', 'ce_subject is not the value in UTF-8');
    expectSaid(ask(UTF8, written('\xc3\xa9'), subject('é')), 'broken');
    expectSaid(ask(UTF8, written('?'), subject('é')), 'broken');
    expectSaid(ask(UTF8, bytes('\xed\xa0\xbd\xed\xb8\x80'), subject('😀')), 'broken');
  });

  test('does not show in ASCII, in escapes, in other values, and where nothing came out', () => {
    expectSaid(ask(UTF8, written('a'), subject('a')), 'silent', 'no attribute has other letters');
    expectSaid(ask(UTF8, written('%C3%A9'), subject('é')), 'silent', 'another rule');
    expectSaid(ask(UTF8, written('another'), subject('x é')), 'silent', 'another rule');
    expectSaid(ask(UTF8, binaryRecord(), subject('é')), 'silent', 'did not come out');
    expectSaid(ask(UTF8, binaryRecord({ ce_subject: ['é', '?'] }), subject('é')), 'silent', 'more than once');
    expectSaid(capture(UTF8, bytes('\xe9')), 'silent', 'which value was meant');
  });
});

describe('without escapes', () => {
  test.each(['a b', '100%', 'a%20b', '"a"', '€', '+ +'])('%s is written as it is', (value) => {
    expectSaid(ask(KAFKA, written(value), subject(value)), 'kept');
    expectSaid(ask(MQTT, binaryPublish({ subject: value }), subject(value)), 'kept');
  });

  test.each([
    ['a b', 'a%20b'],
    ['a b', 'a+b'],
    ['a b', '"a b"'],
    ['a b', '"a%20b"'],
    ['100%', '100%25'],
    ['a%20b', 'a%2520b'],
    ['"a"', '"\\"a\\""'],
    ['"a"', '%22a%22'],
    ['€', '%E2%82%AC'],
    ['€', '%e2%82%ac'],
  ])('%s is not written as %s', (value, text) => {
    expectSaid(ask(KAFKA, written(text), subject(value)), 'broken', 'ce_subject is escaped');
    expectSaid(ask(MQTT, binaryPublish({ subject: text }), subject(value)), 'broken', 'subject is escaped');
  });

  test('does not show in values that nobody escapes, in other values, and where nothing came out', () => {
    expectSaid(ask(KAFKA, written('a'), subject('a')), 'silent', 'no attribute has a character');
    expectSaid(ask(KAFKA, written('a'), subject('a b')), 'silent', 'another rule');
    expectSaid(ask(KAFKA, written('a%zzb'), subject('a b')), 'silent', 'another rule');
    expectSaid(ask(KAFKA, bytes('\xe9'), subject('é')), 'silent', 'another rule');
    expectSaid(ask(KAFKA, binaryRecord(), subject('a b')), 'silent', 'did not come out');
    expectSaid(capture(KAFKA, written('a%20b')), 'silent', 'which value was meant');
  });
});
