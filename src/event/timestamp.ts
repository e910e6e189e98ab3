// The type Timestamp of "Type System": RFC 3339, read without Date, which knows neither leap seconds nor digits beyond
// the millisecond.

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * A moment: whole seconds since 1970 in UTC, and the digits behind the point as they were written. A leap second has the
 * number of the second after it.
 */
interface Instant {
  readonly seconds: number;
  readonly fraction: string;
  readonly isLeap: boolean;
}

/**
 * Whether a text is a date-time of RFC 3339, section 5.6: lower-case `t` and `z` count, days fit their month, and second
 * 60 stands only where a leap second can be, at the end of a month in UTC (section 5.7).
 */
export function isTimestamp(text: string): boolean {
  return parse(text) !== undefined;
}

/**
 * Whether a received time is the instant of a sent one, at any number of digits. `precision-lost`: equal once the sent
 * one is cut or rounded to fewer digits, which nothing forbids (position A07). A clock without leap seconds goes on to
 * the next minute, which is the same, or stays in the second before, which is a loss of precision. Texts that are no
 * timestamps are the same only if they are equal.
 */
export function sameInstant(sent: string, received: string): 'same' | 'precision-lost' | 'different' {
  if (sent === received) return 'same';
  const from = parse(sent);
  const to = parse(received);
  if (from === undefined || to === undefined) return 'different';
  const [digits, kept] = [withoutTrailingZeros(from.fraction), withoutTrailingZeros(to.fraction)];
  if (from.seconds === to.seconds && digits === kept) return 'same';
  if (from.seconds === to.seconds && digits.startsWith(kept)) return 'precision-lost';
  if (from.isLeap && to.seconds === from.seconds - 1) return 'precision-lost';
  const rounded = roundedUp(from, to.fraction.length);
  return rounded?.seconds === to.seconds && rounded.fraction === to.fraction ? 'precision-lost' : 'different';
}

function parse(text: string): Instant | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const number = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day, hour, minute, second] = [number(1), number(2), number(3), number(4), number(5), number(6)];
  const [offsetHour, offsetMinute] = [number(9), number(10)];
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const offset = (offsetHour * 60 + offsetMinute) * (match[8] === '-' ? -60 : 60);
  const seconds = daysSinceEpoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
  if (second === 60 && !startsMonth(seconds)) return undefined;
  return { seconds, fraction: match[7] ?? '', isLeap: second === 60 };
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar: setUTCFullYear, unlike Date.UTC, takes years below 100. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

function startsMonth(seconds: number): boolean {
  return seconds % 86_400 === 0 && new Date(seconds * 1000).getUTCDate() === 1;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** An instant rounded up to so many digits, or undefined if rounding it would not go up. */
function roundedUp({ seconds, fraction }: Instant, digits: number): Omit<Instant, 'isLeap'> | undefined {
  if (!/[5-9]/.test(fraction.charAt(digits))) return undefined;
  // A leading one keeps the zeros, and turns into a two when the fraction overflows into the seconds.
  const next = String(BigInt(`1${fraction.slice(0, digits)}`) + 1n);
  return { seconds: next.startsWith('2') ? seconds + 1 : seconds, fraction: next.slice(1) };
}
