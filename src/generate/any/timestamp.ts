// The type Timestamp of "Type System" (RFC 3339), drawn fast, its edges often.
import fc from 'fast-check';
import { evenly } from '../evenly.js';

/** Years that calendars of software end at, leap days, real leap seconds with and without offset, signs and cases. */
const EDGES: readonly string[] = [
  '1970-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:01.5Z',
  '0099-12-31T23:59:59Z',
  '0050-06-15T12:00:00Z',
  '0100-01-01T00:00:00Z',
  '0999-03-01T00:00:00+01:00',
  '1582-10-10T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '1900-02-28T23:59:59Z',
  '1969-12-31T23:59:59.999Z',
  '2000-02-29T00:00:00Z',
  '2024-02-29T23:59:59.999999999+14:00',
  '2038-01-19T03:14:08Z',
  '2106-02-07T06:28:16Z',
  '2262-04-11T23:47:16.854775808Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59.999999999Z',
  '2016-12-31T23:59:60Z',
  '2016-12-31T23:59:60.5Z',
  '1990-12-31T15:59:60-08:00',
  '2017-01-01T00:59:60+01:00',
  '2015-06-30T23:59:60Z',
  '2018-04-05t17:31:00z',
  '2018-04-05T17:31:00z',
  '2018-04-05T17:31:00-00:00',
  '2018-04-05T17:31:00+00:00',
  '2018-04-05T17:31:00.0Z',
  '2018-04-05T17:31:00.123456789012Z',
];

const OFFSETS = [
  'Z',
  'Z',
  'Z',
  'z',
  '+00:00',
  '-00:00',
  '+01:00',
  '-08:00',
  '+05:30',
  '-03:30',
  '+14:00',
  '-12:00',
  '+12:45',
] as const;

/** Digits of fractions, of which the first 0 to 12 are taken. */
const DIGITS = '123456789012';
const ROUND = '500000000000';

/** Seconds from 1600 to 2400, away from the edges that offsets could lead over. */
const FIRST = -11_676_096_000;
const SPAN = 25_245_561_600;

const drawn = fc
  .tuple(evenly(SPAN), fc.constantFrom(...OFFSETS), evenly(12), fc.boolean())
  .map(([seconds, offset, digits, isRound]) => {
    const moment = new Date((FIRST + seconds) * 1000).toISOString().slice(0, 19);
    const fraction = digits === 0 ? '' : `.${(isRound ? ROUND : DIGITS).slice(0, digits)}`;
    return `${moment}${fraction}${offset}`;
  });

/** Any Timestamp. */
export const anyTimestamp: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...EDGES), drawn);
