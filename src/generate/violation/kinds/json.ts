// JSON that is none, and JSON that is no event (JSON format, sections 2.2, 3 and 3.1).
import fc from 'fast-check';
import { REQUIRED_ATTRIBUTES } from '../../../event/names.js';
import { JSON_FORMS, STRUCTURED } from '../forms.js';
import type { Damage, ViolationKind } from '../types.js';
import { WHOLE_EVENT } from './whole-event.js';

/** Everything but the last character, at most: what is left is a beginning of JSON, and no JSON. */
const cut = fc.integer({ min: 0, max: 995 }).map((at): Damage => ({ kind: 'cut', at }));

const inside = fc
  .constantFrom(
    ',',
    ', "conformext" : NaN',
    ", 'conformext' : 'v'",
    ', "conformext" : ',
    ', "conformext" : 01',
    ', "conformext" : "\xff"',
    ', conformext : 1',
    ' /* */',
    ', "conformext" : "\t"',
    ', "conformext" : "\\x41"',
    ', "conformext" : "\xc0\xaf"',
  )
  .map((bytes): Damage => ({ kind: 'insert', where: 'inside', bytes }));

const behind = fc
  .constantFrom(' }', ' ]', ' ,', ' { "more" : 1 }', ' x', '\0', ' null')
  .map((bytes): Damage => ({ kind: 'insert', where: 'behind', bytes }));

const instead = fc
  .constantFrom('', ' \r\n', '1', '"text"', 'null', 'true', '<event/>', 'undefined')
  .map((text): Damage => ({ kind: 'body', text }));

const NO_BASE64 = ['"###"', '"-_-_"', '"AAEC\\nAAEC"', '" AAEC "', '"A"', '"AA*="', '5', '{ "a" : 1 }', '[ ]', 'true'];

const nested = fc
  .tuple(
    fc.constantFrom('extensions', 'attributes', 'conformext'),
    fc.constantFrom('{ "myext" : "a" }', '{ "subject" : "a" }', '[ "a", "b" ]', '{ "a" : { "b" : 1 } }'),
  )
  .map(([name, json]): Damage => ({ kind: 'members', set: [[name, json]] }));

const both = fc.boolean().map((isReversed): Damage => {
  const members = [
    ['data', '"from data"'],
    ['data_base64', '"ZnJvbSBiYXNlNjQ="'],
  ] as const;
  return { kind: 'members', drop: ['data', 'data_base64'], set: isReversed ? members.toReversed() : members };
});

export const BAD_JSON: readonly ViolationKind[] = [
  {
    requirement: 'json.env.malformed',
    title: 'the body is no JSON object',
    forms: JSON_FORMS,
    attributes: WHOLE_EVENT,
    arbitrary: fc.oneof(cut, inside, behind, instead),
  },
  {
    requirement: 'json.env.nested-in',
    title: 'attributes are in an object of their own',
    forms: JSON_FORMS,
    attributes: ['extensions', 'attributes', 'conformext', 'myext', 'subject'],
    arbitrary: nested,
  },
  {
    requirement: 'json.null.required',
    title: 'a required attribute is null',
    forms: JSON_FORMS,
    attributes: WHOLE_EVENT,
    arbitrary: fc
      .constantFrom(...REQUIRED_ATTRIBUTES)
      .map((name): Damage => ({ kind: 'members', set: [[name, 'null']] })),
  },
  {
    requirement: 'json.read.b64-bad',
    title: 'data_base64 is no base64',
    forms: JSON_FORMS,
    attributes: ['data'],
    // Missing or superfluous padding is open.
    arbitrary: fc
      .constantFrom(...NO_BASE64)
      .map((json): Damage => ({ kind: 'members', drop: ['data'], set: [['data_base64', json]] })),
  },
  {
    requirement: 'json.read.both',
    title: 'there are data and data_base64',
    forms: JSON_FORMS,
    attributes: ['data'],
    arbitrary: both,
  },
  {
    requirement: 'json.batch.mislabel',
    title: 'an array under the media type of one event',
    forms: STRUCTURED,
    attributes: WHOLE_EVENT,
    arbitrary: fc.constantFrom<Damage>({ kind: 'bracketed' }, { kind: 'body', text: '[ ]' }),
  },
];
