// Each of the seven types at its edges, as an extension or as the core attribute that has the type.
import { MAX_INTEGER, MIN_INTEGER } from '../../event/integer.js';
import { attributes, type Telling } from './telling.js';

export const TYPES: readonly Telling[] = [
  attributes('Booleans', { yes: true, no: false }),
  attributes('largest and smallest Integer', { most: MAX_INTEGER, least: MIN_INTEGER }),
  attributes('zero and minus one', { zero: 0, minus: -1 }),
  attributes('Binary', { binary: '+/8AAQ==', nothing: 'AA==' }),
  attributes('URI', { link: 'https://u:p@conform.example:8080/a;b?c=d&e=%20#f' }),
  attributes('URI-reference', { link: '../up?x=1#top' }),
  attributes('Timestamp', { seen: '2018-04-05T17:31:00.123456789Z' }),
  attributes('String of digits', { code: '00123', version: '1.0' }),
  attributes('String of a Boolean\u2019s word', { word: 'True' }),
  attributes('empty extension', { note: '' }),
  attributes('time in UTC', { time: '2020-02-29T23:59:59Z' }),
  attributes('time with an offset', { time: '2018-04-05T23:01:00+05:30' }),
  attributes('time with nanoseconds', { time: '2018-04-05T17:31:00.123456789Z' }),
  attributes('time in lower case', { time: '2018-04-05t17:31:00z' }),
  attributes('time of a leap second', { time: '1990-12-31T23:59:60Z' }),
  attributes('time before 1970', { time: '1900-03-01T00:00:00Z' }),
  attributes('last year with four digits', { time: '9999-12-31T23:59:59Z' }),
  attributes('source that is a URN', { source: 'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66' }),
  attributes('source that is a path', { source: '/cloudevents/spec/pull/123' }),
  attributes('source that is no URI but a reference', { source: '1-555-123-4567' }),
  attributes('dataschema with a fragment', { dataschema: 'https://conform.example/schema.json#/$defs/told' }),
];
