// The type Timestamp of "Type System" (RFC 3339, section 5.6).
//
//   date-time     = full-date ( "T" / "t" ) partial-time ( "Z" / "z" / numoffset )
//   partial-time  = hour ":" minute ":" second [ "." 1*DIGIT ]
//   numoffset     = ( "+" / "-" ) hour ":" minute
import fc from 'fast-check';

/** Years at the edge, a leap second, lower case, more digits than a nanosecond has, an unknown local offset. */
const EDGES: readonly string[] = [
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '1990-12-31T23:59:60Z',
  '2018-04-05t17:31:00z',
  '2018-04-05T17:31:00.123456789012Z',
  '2018-04-05T17:31:00-00:00',
  '2024-02-29T00:00:00+14:00',
  '1969-12-31T23:59:59.5Z',
];

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Days that every month has, so that shrinking never leaves the calendar. */
const LAST_DAY = 28;

const digits = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

const offset = fc.oneof(
  { arbitrary: fc.constantFrom('Z', 'Z', 'z'), weight: 2 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('+', '-'), digits(14), fc.constantFrom(0, 30, 45))
      .map(([sign, hours, minutes]) => `${sign}${pad(hours)}:${pad(minutes)}`),
    weight: 1,
  },
);

const dateTime = fc
  .record({
    date: fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: LAST_DAY }),
    ),
    time: fc.tuple(digits(23), digits(59), digits(59)),
    fraction: fc.option(fc.stringMatching(/^[0-9]{1,9}$/), { nil: undefined }),
    offset,
  })
  .map(({ date: [year, month, day], time, fraction, offset: zone }) => {
    const clock = time.map((value) => pad(value)).join(':');
    return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${clock}${fraction === undefined ? '' : `.${fraction}`}${zone}`;
  });

/** Any Timestamp. */
export const timestamp: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: dateTime, weight: 3 },
  { arbitrary: fc.constantFrom(...EDGES), weight: 1 },
);
