import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimestamp, sameInstant } from '../../src/event/timestamp.js';

describe('a Timestamp may be', () => {
  it.each([
    // RFC 3339, section 5.8.
    '1985-04-12T23:20:50.52Z',
    '1996-12-19T16:39:57-08:00',
    '1990-12-31T23:59:60Z',
    '1990-12-31T15:59:60-08:00',
    '1937-01-01T12:00:27.87+00:20',
    // The specification.
    '2018-04-05T17:31:00Z',
    // Corners.
    '2018-04-05t17:31:00z',
    '2018-04-05T17:31:00-00:00',
    '2018-04-05T17:31:00+23:59',
    '2018-04-05T17:31:00.123456789Z',
    `2018-04-05T17:31:00.${'1'.repeat(1000)}Z`,
    '2018-04-05T00:00:00Z',
    '2018-04-05T23:59:59Z',
    '2020-02-29T00:00:00Z',
    '2000-02-29T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0004-02-29T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2016-12-31T23:59:60.5Z',
    '2017-01-01T05:29:60+05:30',
    '2015-06-30T23:59:60Z',
  ])('%s', (text) => {
    expect(isTimestamp(text)).toBe(true);
  });
});

describe('a Timestamp may not be', () => {
  it.each([
    ...['', '2018-04-05', '17:31:00Z', '2018-04-05T17:31:00', '1522949460', '2018-04-05T17:31Z'],
    ...['2018-02-30T00:00:00Z', '2019-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '2018-04-31T00:00:00Z'],
    ...['2018-00-01T00:00:00Z', '2018-13-01T00:00:00Z', '2018-01-00T00:00:00Z', '2018-01-32T00:00:00Z'],
    ...['2018-04-05T24:00:00Z', '2018-04-05T17:60:00Z', '2018-04-05T17:31:61Z', '2018-04-05T17:31:60Z'],
    ...['2018-04-05T23:59:60Z', '2016-12-31T23:58:60Z', '2016-12-31T23:59:60+01:00'],
    ...['2018-04-05T17:31:00+24:00', '2018-04-05T17:31:00+01:60', '2018-04-05T17:31:00+0100', '2018-04-05T17:31:00+01'],
    ...['2018-04-05T17:31:00.Z', '2018-04-05T17:31:00,5Z', '2018-04-05 17:31:00Z', '2018-4-5T17:31:00Z'],
    ...['+2018-04-05T17:31:00Z', '12018-04-05T17:31:00Z', ' 2018-04-05T17:31:00Z', '2018-04-05T17:31:00Z\n'],
    ...[
      '2018-W14-4T17:31:00Z',
      '20180405T173100Z',
      '2018-04-05T17:31:00 Z',
      '２018-04-05T17:31:00Z',
      '2018-04-05T17:31:00−01:00',
    ],
  ])('%j', (text) => {
    expect(isTimestamp(text)).toBe(false);
  });
});

describe('the same instant', () => {
  it.each([
    ['2018-04-05T17:31:00Z', '2018-04-05T17:31:00Z'],
    ['2018-04-05T17:31:00Z', '2018-04-05t17:31:00z'],
    ['2018-04-05T17:31:00Z', '2018-04-05T17:31:00.000Z'],
    ['2018-04-05T17:31:00Z', '2018-04-05T17:31:00-00:00'],
    ['2018-04-05T17:31:00Z', '2018-04-05T23:01:00+05:30'],
    ['2018-01-01T00:00:00Z', '2017-12-31T16:00:00-08:00'],
    ['2018-04-05T17:31:00.120Z', '2018-04-05T17:31:00.12Z'],
    ['2018-04-05T17:31:00.123456789012345Z', '2018-04-05T18:31:00.123456789012345+01:00'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
    ['0000-03-01T00:00:00+23:59', '0000-02-29T00:01:00Z'],
    ['not a time', 'not a time'],
  ])('%s and %s', (sent, received) => {
    expect(sameInstant(sent, received)).toBe('same');
    expect(sameInstant(received, sent)).toBe('same');
  });
});

describe('precision was lost', () => {
  it.each([
    ['2018-04-05T17:31:00.123456789Z', '2018-04-05T17:31:00.123456Z'],
    ['2018-04-05T17:31:00.123456789Z', '2018-04-05T17:31:00.123Z'],
    ['2018-04-05T17:31:00.123456789Z', '2018-04-05T18:31:00.123000+01:00'],
    ['2018-04-05T17:31:00.5Z', '2018-04-05T17:31:00Z'],
    ['2018-04-05T17:31:00.5Z', '2018-04-05T17:31:00.000Z'],
    // Rounded instead of cut, as some libraries do.
    ['2018-04-05T17:31:00.123456789Z', '2018-04-05T17:31:00.1234568Z'],
    ['2018-04-05T17:31:00.0996Z', '2018-04-05T17:31:00.100Z'],
    ['2018-12-31T23:59:59.9996Z', '2019-01-01T00:00:00.000Z'],
    ['2018-04-05T17:31:00.5Z', '2018-04-05T17:31:01Z'],
    // A clock without leap seconds that stays in the second before.
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999Z'],
    ['2017-01-01T00:59:60+01:00', '2016-12-31T23:59:59.999999999Z'],
  ])('from %s to %s', (sent, received) => {
    expect(sameInstant(sent, received)).toBe('precision-lost');
  });
});

describe('different instants', () => {
  it.each([
    ['2018-04-05T17:31:00Z', '2018-04-05T17:31:01Z'],
    ['2018-04-05T17:31:00Z', '2018-04-05T17:31:00+01:00'],
    ['2018-04-05T17:31:00.123Z', '2018-04-05T17:31:00.124Z'],
    ['2018-04-05T17:31:00.1234Z', '2018-04-05T17:31:00.124Z'],
    // Digits that nobody sent are no loss.
    ['2018-04-05T17:31:00.123Z', '2018-04-05T17:31:00.1234Z'],
    ['2018-04-05T17:31:00Z', '2018-04-05T17:31:00.5Z'],
    ['2018-04-05T17:31:00.4Z', '2018-04-05T17:31:01Z'],
    ['2018-04-05T17:31:00.123456789012345678Z', '2018-04-05T17:31:00.123456789012345679Z'],
    ['2018-04-05T17:31:00Z', 'now'],
    ['now', 'then'],
    ['2018-04-05', '2018-04-05T00:00:00Z'],
    // A leap second is no other second, and only what was sent can be one.
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:58Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:01Z'],
    ['2016-12-31T23:59:60Z', '2026-11-21T22:00:00.000Z'],
    ['2017-01-01T00:00:00Z', '2016-12-31T23:59:59Z'],
  ])('%s and %s', (sent, received) => {
    expect(sameInstant(sent, received)).toBe('different');
  });
});

const offset = fc.constantFrom('+01:00', '-08:00', '+05:30', '-00:00');
const millis = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
});

it('accepts and equates every date that Date writes, in any offset', () => {
  fc.assert(
    fc.property(millis, offset, (date, zone) => {
      const utc = date.toISOString();
      const shift = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * (zone.startsWith('-') ? -60_000 : 60_000);
      const local = new Date(date.getTime() + shift).toISOString().replace('Z', zone);
      expect(isTimestamp(utc)).toBe(true);
      expect(sameInstant(utc, local)).toBe('same');
    }),
  );
});

it('tells any two dates apart as Date does', () => {
  fc.assert(
    fc.property(millis, fc.integer({ min: 1, max: 999_999_999 }), (date, delta) => {
      const later = new Date(date.getTime() + delta);
      fc.pre(later.getUTCFullYear() < 10_000);
      expect(sameInstant(later.toISOString(), date.toISOString())).not.toBe('same');
    }),
  );
});

it('reports every cut of the digits as lost precision', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{1,20}[1-9]$/), fc.nat(20), (digits, keep) => {
      fc.pre(keep > 0 && keep < digits.length);
      const [sent, cut] = [digits, digits.slice(0, keep)].map((fraction) => `2018-04-05T17:31:00.${fraction}Z`);
      expect(sameInstant(`${sent}`, `${cut}`)).toBe('precision-lost');
    }),
  );
});

it('copes with a million digits', () => {
  const digits = '9'.repeat(1_000_000);
  expect(sameInstant(`2018-04-05T17:31:00.${digits}Z`, '2018-04-05T17:31:01Z')).toBe('precision-lost');
  expect(sameInstant(`2018-04-05T17:31:00.${digits}8Z`, `2018-04-05T17:31:00.${digits}Z`)).toBe('precision-lost');
  expect(isTimestamp(`2018-04-05T17:31:00.${digits}`)).toBe(false);
});
