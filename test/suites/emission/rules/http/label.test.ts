import { expect, test } from 'vitest';
import { labelOf } from '../../../../../suites/emission/rules/http/label.js';
import { binary, message, structured } from '../../examples.js';

test('the label of a message names its mode and its format', () => {
  expect(labelOf(structured())).toEqual({ mode: 'structured', format: 'json' });
  expect(labelOf(binary())).toEqual({ mode: 'binary' });
  const twice = { 'content-type': ['application/cloudevents+json', 'application/cloudevents+json'] };
  expect(labelOf(message(twice, ''))).toEqual({ mode: 'structured', format: 'json' });
});
