import { describe, expect, test } from 'vitest';
import type { HttpMessage } from '../../../src/binding/types.js';
import type { Gap } from '../../../src/report/interop/gaps.js';
import { blameFor, type Control, writtenHeader } from '../../../src/report/interop/side.js';

const subject: Gap = { kind: 'attribute', name: 'subject', change: 'changed', told: 'caf\u00e9', seen: 'x' };
const id: Gap = { kind: 'attribute', name: 'id', change: 'lost', told: 'i' };
const data: Gap = { kind: 'data', change: 'lost' };
const refused: Gap = { kind: 'refused', reason: 'no', by: 'decoder' };
const none: Gap = { kind: 'count', told: 1, seen: 0 };

const wrote = (value: string, name = 'ce-subject'): HttpMessage => ({
  headers: [[name, value]],
  body: new Uint8Array(),
});
const ESCAPED = wrote('caf%C3%A9');
/** As raw octets: one character for each byte. */
const RAW = wrote('caf\u00c3\u00a9');

const side = (gap: Gap, control: Control) => blameFor(gap, control).side;

describe('the reference in the place of either says whose fault it is', () => {
  test.each<[string, Gap, readonly Gap[], readonly Gap[], string]>([
    ['the encoder loses it', subject, [subject], [], 'encoder'],
    ['the decoder loses it', subject, [], [subject], 'decoder'],
    ['each loses it', subject, [subject], [subject], 'both'],
    ['neither loses it', subject, [], [], 'open'],
    ['each loses something else', subject, [id], [data], 'open'],
    ['the encoder loses data', data, [data, id], [id], 'encoder'],
    ['the encoder\u2019s message is refused by the reference', data, [refused], [], 'encoder'],
    ['the decoder refuses the reference', data, [], [refused], 'decoder'],
    ['the part counts more than the whole', data, [refused], [data], 'decoder'],
    ['the part counts more than the whole, the other way', data, [data], [refused], 'encoder'],
    ['the decoder refuses everybody', refused, [], [refused], 'decoder'],
    ['the decoder refuses what the reference reads otherwise', refused, [id], [], 'encoder'],
    ['the decoder refuses, and misreads the reference', refused, [], [id], 'open'],
    ['no event comes out of either', none, [none], [none], 'both'],
  ])('%s', (_, gap, toReference, fromReference, expected) => {
    expect(side(gap, { toReference, fromReference })).toBe(expected);
  });

  test('an encoder that refuses or fails has done it itself', () => {
    expect(side({ kind: 'refused', reason: 'no', by: 'encoder' }, {})).toBe('encoder');
    expect(side({ kind: 'failed', code: 'timeout', message: 'm', by: 'encoder' }, { fromReference: [refused] })).toBe(
      'encoder',
    );
  });

  test('what was not asked blames nobody', () => {
    expect(side(subject, {})).toBe('open');
    expect(side(refused, {})).toBe('open');
  });
});

describe('raw octets, which the reference reads and the decoder does not', () => {
  test('are the fault of the encoder', () => {
    expect(blameFor(subject, { toReference: [], fromReference: [], binary: RAW })).toEqual({
      side: 'encoder',
      unencoded: true,
    });
  });

  test.each([
    ['a blank', 'a b'],
    ['a double quote', 'a"b'],
    ['a percent sign', '100%'],
    ['half an escape', '%4'],
    ['DEL', '\u007f'],
  ])('so is %s', (_, value) => {
    expect(blameFor(subject, { toReference: [], fromReference: [], binary: wrote(value) })).toMatchObject({
      unencoded: true,
    });
  });

  test.each([
    ['escapes', ESCAPED],
    ['escapes in lower case', wrote('caf%c3%a9')],
    ['too many escapes', wrote('%63af%C3%A9')],
    ['no header', { headers: [], body: new Uint8Array() }],
  ])('%s are not', (_, binary) => {
    expect(blameFor(subject, { toReference: [], fromReference: [], binary })).toEqual({ side: 'open' });
  });

  test('are the fault of the encoder where the decoder refuses the message, too', () => {
    expect(blameFor(refused, { toReference: [], fromReference: [], binary: RAW })).toEqual({
      side: 'encoder',
      unencoded: true,
    });
    expect(blameFor(refused, { toReference: [], fromReference: [refused], binary: RAW })).toEqual({ side: 'decoder' });
    expect(blameFor(refused, { toReference: [], fromReference: [], binary: ESCAPED })).toEqual({ side: 'open' });
    expect(blameFor(data, { toReference: [], fromReference: [], binary: RAW })).toEqual({ side: 'open' });
  });

  test('a Content-Type is written as it is', () => {
    const type: Gap = {
      kind: 'attribute',
      name: 'datacontenttype',
      change: 'changed',
      told: 'a/b; c="d e"',
      seen: 'a/b',
    };
    const binary = wrote('a/b; c="d e"', 'Content-Type');
    expect(blameFor(type, { toReference: [], fromReference: [], binary })).toEqual({ side: 'open' });
  });
});

describe('where the reference makes nothing of a binary message, one header is read alone', () => {
  const read = (gap: Gap, binary: HttpMessage, fromReference: readonly Gap[] = []) =>
    side(gap, { toReference: [refused], fromReference, binary });

  test.each<[string, Gap, HttpMessage, readonly Gap[], string]>([
    ['it says what was told', subject, ESCAPED, [subject], 'decoder'],
    ['it says something else', subject, wrote('tea'), [subject], 'both'],
    ['it says something else, and the decoder reads well', subject, wrote('tea'), [], 'encoder'],
    ['its octets are no UTF-8', subject, wrote('%FF'), [subject], 'both'],
    ['it is not there', id, wrote('x'), [id], 'both'],
    ['it was not told', { kind: 'attribute', name: 'subject', change: 'added', seen: 'x' }, wrote('x'), [], 'encoder'],
    [
      'it is neither there nor told',
      { kind: 'attribute', name: 'time', change: 'added', seen: 'x' },
      wrote('x'),
      [{ kind: 'attribute', name: 'time', change: 'added' }],
      'decoder',
    ],
    [
      'it has the same instant',
      { kind: 'attribute', name: 'time', change: 'lost', told: '2018-04-05T17:31:00Z' },
      wrote('2018-04-05T18:31:00+01:00', 'ce-time'),
      [{ kind: 'attribute', name: 'time', change: 'lost' }],
      'decoder',
    ],
  ])('%s', (_, gap, binary, fromReference, expected) => {
    expect(read(gap, binary, fromReference)).toBe(expected);
  });
});

test('the header of an attribute is found in any case, and joined', () => {
  const headers = [
    ['CE-Subject', 'a'],
    ['content-type', 'text/plain'],
    ['ce-subject', 'b'],
  ] as const;
  const message = { headers, body: new Uint8Array() };
  expect(writtenHeader('subject', message)).toBe('a, b');
  expect(writtenHeader('datacontenttype', message)).toBe('text/plain');
  expect(writtenHeader('id', message)).toBeUndefined();
});
