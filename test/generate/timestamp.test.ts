import { describe } from 'vitest';
import { isTimestamp } from '../../src/event/timestamp.js';
import { timestamp } from '../../src/generate/timestamp.js';
import { obeysTheLaws } from './helpers/laws.js';

const has = (pattern: RegExp) => (value: string) => pattern.test(value);

describe('a Timestamp', () => {
  obeysTheLaws(timestamp, {
    isLegal: isTimestamp,
    kinds: {
      'a leap second': has(/:60/),
      'lower case': has(/z$/),
      'an offset': has(/[+-]\d\d:\d\d$/),
      'nine digits behind the point': has(/\.\d{9}\D/),
      'no digit behind the point': has(/T\d\d:\d\d:\d\dZ/),
      'a year of few digits': has(/^000/),
    },
    isSmall: (value) => value.length <= '1900-01-01T00:00:00.0Z'.length,
  });
});
