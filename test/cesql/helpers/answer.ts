// What an evaluation says, in a form that tables of expectations can hold.
import { type EvaluateOptions, evaluate } from '../../../src/cesql/evaluate.js';
import type { CesqlErrorKind, CesqlEvent, CesqlValue } from '../../../src/cesql/types.js';

/** An expression, its value, and the kinds of its errors in their order. */
export type Row = [expression: string, value: CesqlValue, ...errors: CesqlErrorKind[]];

/** The attributes of the event that rows are about. `missing` is in no event. */
export const ATTRIBUTES = {
  specversion: '1.0',
  id: 'A-1',
  source: 'https://example.com/ä?q=1#f',
  type: 'com.example.someevent',
  subject: 'Francesco Guardiani',
  time: '2018-04-26T14:48:09+02:00',
  datacontenttype: 'application/json',
  dataschema: 'https://example.com/schema',
  mybool: true,
  mynot: false,
  myint: 42,
  mynegative: -7,
  mytext: 'text',
  number: '5',
  word: 'TRUE',
  empty: '',
  '1a': 'one',
} as const;

const EVENT: CesqlEvent = { attributes: new Map(Object.entries(ATTRIBUTES)) };

/** The value and the kinds of errors, as rows write them behind the expression. */
export function answer(
  expression: string,
  options: EvaluateOptions = {},
  event: CesqlEvent = EVENT,
): readonly [CesqlValue, ...CesqlErrorKind[]] {
  const { value, errors } = evaluate(expression, event, options);
  return [value, ...errors.map(({ kind }) => kind)];
}
