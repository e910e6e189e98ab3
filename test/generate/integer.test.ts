import { describe } from 'vitest';
import { isInteger, MAX_INTEGER, MIN_INTEGER } from '../../src/event/integer.js';
import { integer } from '../../src/generate/integer.js';
import { obeysTheLaws } from './helpers/laws.js';

describe('an Integer', () => {
  obeysTheLaws(integer, {
    isLegal: isInteger,
    kinds: {
      'the largest': (value) => value === MAX_INTEGER,
      'the smallest': (value) => value === MIN_INTEGER,
      zero: (value) => value === 0,
      'what no bound is near': (value) => Math.abs(value) > 1000 && Math.abs(value) < MAX_INTEGER - 1000,
    },
    isSmall: (value) => value === 0 || value === MIN_INTEGER,
  });
});
