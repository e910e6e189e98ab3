import { expect, test } from 'vitest';
import { declared, declaredIn, toldType } from '../../../../../suites/emission/rules/json/declared.js';
import { event, structured } from '../../examples.js';

test.each([
  [undefined, 'none'],
  ['application/json', 'json'],
  ['a/b+json; c=d', 'json'],
  ['application/x-ndjson', 'look-alike'],
  ['json/plain', 'look-alike'],
  ['text/plain', 'other'],
  ['no type', 'malformed'],
])('%s declares %s', (type, expected) => {
  expect(declared(type)).toBe(expected);
});

test('the type in an object, and the one that an event was given', () => {
  const inMember = (members: string) => declaredIn(structured(members).documents[0] ?? []);
  expect(inMember('"datacontenttype":"text/plain"')).toBe('other');
  expect(inMember('"datacontenttype":null')).toBe('none');
  expect(inMember('"datacontenttype":{}')).toBe('malformed');
  expect(toldType(event({ datacontenttype: 'a/b' }))).toBe('a/b');
  expect(toldType(event())).toBeUndefined();
});
