import { describe } from 'vitest';
import { firstDisallowed } from '../../src/event/string.js';
import { nonEmptyText, text } from '../../src/generate/text.js';
import { obeysTheLaws } from './helpers/laws.js';

const isString = (value: string): boolean => firstDisallowed(value) === undefined;
const has = (pattern: RegExp) => (value: string) => pattern.test(value);

const kinds = {
  'characters of Latin-1': has(/[\u00a0-\u00ff]/),
  'characters beyond the first plane': has(/[\u{10000}-\u{10ffff}]/u),
  'combining marks': has(/\p{M}/u),
  'private use': has(/\p{Co}/u),
  'format characters': has(/\p{Cf}/u),
  'letters written from right to left': has(/[\p{Script=Hebrew}\p{Script=Arabic}]/u),
  'a percent sign': has(/%/),
  'a double quote': has(/"/),
  'blanks at an end': has(/^ | $/),
} as const;

describe('a text', () => {
  obeysTheLaws(text, {
    isLegal: isString,
    kinds: { ...kinds, 'no character': (value) => value === '' },
    isSmall: (value) => value.length <= 1,
  });
});

describe('a text of one character or more', () => {
  obeysTheLaws(nonEmptyText, {
    isLegal: (value) => value !== '' && isString(value),
    kinds,
    isSmall: (value) => value.length <= 1,
  });
});
