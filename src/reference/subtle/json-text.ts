// Subtle faults of readers of JSON text that depend on its order and its spelling.
import { decodeUtf8 } from '../../event/utf8.js';
import { type Fault, fault } from '../fault.js';
import { modeOf, refuseWhen } from '../faults/change.js';
import { onMembers, onText } from '../faults/json/members.js';

/** An escaped surrogate pair, or any other escape, which is taken whole so that what follows a backslash is not misread. */
const ESCAPE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\./gs;

export const SUBTLE_JSON_TEXT: readonly Fault[] = [
  fault(
    'json.env.syntax/specversion-first',
    'refuses a structured event whose first member is not specversion',
    refuseWhen(
      (message) => modeOf(message) === 'structured' && !/^\s*\{\s*"specversion"/.test(decodeUtf8(message.body) ?? ''),
      'the first member is not specversion',
    ),
  ),
  fault(
    'core.type.str-pair/two-replacements',
    'makes two U+FFFD of a surrogate pair that is escaped in JSON',
    onText((text) => text.replaceAll(ESCAPE, (found) => (found.length > 2 ? '\ufffd\ufffd' : found))),
  ),
  fault(
    'json.read.text/type-after-data',
    'reads data that stands before datacontenttype as if there were none',
    onMembers((event, members) => {
      const names = Object.keys(members);
      const at = names.indexOf('data');
      if (at === -1 || names.indexOf('datacontenttype') < at || !event.attributes.has('datacontenttype')) return event;
      const attributes = new Map([...event.attributes].filter(([name]) => name !== 'datacontenttype'));
      return { attributes, data: { kind: 'json', value: members['data'] ?? null } };
    }),
  ),
];
