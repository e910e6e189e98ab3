import { expect, it } from 'vitest';
import { expressionText } from '../../../suites/expression/expression-text.js';

it.each([
  ['1 + 1', '1 + 1'],
  [{ repeat: '(', times: 3, middle: '1', close: ')' }, '(((1)))'],
  [{ repeat: 'true AND ', times: 2, after: 'true' }, 'true AND true AND true'],
  [{ before: "'", repeat: 'x', times: 4, after: "'" }, "'xxxx'"],
])('%j is %s', (source, text) => {
  expect(expressionText(source)).toBe(text);
});
