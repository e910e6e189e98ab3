import { describe, test } from 'vitest';
import { TYPE_BINARY, TYPE_BOOL, TYPE_INT, TYPE_TEXT } from '../../../../../suites/emission/rules/json/types.js';
import { ask, capture, event, expectSaid, structured } from '../../examples.js';

describe('a Boolean', () => {
  test.each([
    ['true', 'kept'],
    ['false', 'broken'],
    ['"true"', 'broken'],
    ['1', 'broken'],
    ['null', 'silent'],
  ] as const)('true as %s: %s', (spelt, kind) => {
    expectSaid(ask(TYPE_BOOL, structured(`"ext":${spelt}`), event({ ext: true })), kind);
  });

  test('shows by itself, and is no string', () => {
    expectSaid(capture(TYPE_BOOL, structured('"ext":false')), 'kept');
    expectSaid(capture(TYPE_BOOL, structured('"ext":"false"')), 'silent');
    expectSaid(ask(TYPE_BOOL, structured('"ext":"true"'), event({ ext: 'true' })), 'silent');
  });
});

describe('an Integer', () => {
  test.each([
    ['10', 'kept', ''],
    ['11', 'broken', 'another value'],
    ['"10"', 'broken', 'is not a JSON number'],
    ['10.0', 'broken', 'a fraction or an exponent'],
    ['1e1', 'broken', 'a fraction or an exponent'],
  ] as const)('10 as %s: %s', (spelt, kind, words) => {
    expectSaid(ask(TYPE_INT, structured(`"ext":${spelt}`), event({ ext: 10 })), kind, words);
  });

  test.each([
    ['10', 'kept'],
    ['1e1', 'broken'],
    ['10.0', 'broken'],
    ['1.5', 'silent'],
    ['"10"', 'silent'],
  ] as const)('captured: %s: %s', (spelt, kind) => {
    expectSaid(capture(TYPE_INT, structured(`"ext":${spelt}`)), kind);
  });

  test('in data is none', () => {
    expectSaid(capture(TYPE_INT, structured('"data":1e1')), 'silent');
  });
});

describe('a text', () => {
  test.each([
    ['"10"', 'kept', ''],
    ['10', 'broken', 'is not a JSON string'],
    ['"010"', 'broken', 'another value'],
  ] as const)('of digits as %s: %s', (spelt, kind, words) => {
    expectSaid(ask(TYPE_TEXT, structured(`"ext":${spelt}`), event({ ext: '10' })), kind, words);
  });

  test('is what the core attributes are', () => {
    expectSaid(capture(TYPE_TEXT, structured()), 'kept');
    expectSaid(capture(TYPE_TEXT, structured('"subject":1')), 'broken', 'subject is not a JSON string');
    expectSaid(capture(TYPE_TEXT, structured('"ext":1')), 'kept');
    expectSaid(capture(TYPE_TEXT, structured('"subject":{}')), 'kept');
  });
});

describe('a Binary', () => {
  test.each([
    ['"AP/+"', 'kept'],
    ['"AP_-"', 'broken'],
    ['[0,255,254]', 'broken'],
  ] as const)('as %s: %s', (spelt, kind) => {
    expectSaid(ask(TYPE_BINARY, structured(`"ext":${spelt}`), event({ ext: 'AP/+' })), kind);
  });

  test('is known by its base64 alone, and not in a captured message', () => {
    expectSaid(ask(TYPE_BINARY, structured('"ext":"x"'), event({ ext: 'x' })), 'silent');
    expectSaid(ask(TYPE_BINARY, structured(), event({ subject: 'AP/+' })), 'silent');
    expectSaid(capture(TYPE_BINARY, structured('"ext":"AP/+"')), 'silent');
  });
});
