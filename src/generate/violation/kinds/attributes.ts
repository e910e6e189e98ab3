// Attributes that are missing, empty, or named as none can be ("Context Attributes", "Attribute Naming Convention").
import fc from 'fast-check';
import { REQUIRED_ATTRIBUTES } from '../../../event/names.js';
import { anyText } from '../../any/text.js';
import { ALL_FORMS, JSON_FORMS } from '../forms.js';
import type { Damage, ViolationKind } from '../types.js';
import { WHOLE_EVENT } from './whole-event.js';

const set = (attribute: string, value: string): Damage => ({ kind: 'set', attribute, value });

const empty = (requirement: string, attribute: string): ViolationKind => ({
  requirement,
  title: `${attribute} is empty`,
  forms: ALL_FORMS,
  attributes: WHOLE_EVENT.includes(attribute) || attribute === 'specversion' ? WHOLE_EVENT : [attribute],
  arbitrary: fc.constant(set(attribute, '')),
});

/** Names that are wrong by letters or signs whose place no reader could give to others. Signs such as a hyphen are open. */
const BAD_NAMES = ['Subject', 'Foo', 'MY', 'my ext', '\u00e9', 'ext\u0663', 'Time', 'aB', '\u540d'];

const isNamed = fc.constantFrom(...BAD_NAMES);
const namesAndTheirLowerCase = [...BAD_NAMES, ...BAD_NAMES.map((name) => name.toLowerCase())];

export const BAD_ATTRIBUTES: readonly ViolationKind[] = [
  {
    requirement: 'core.attr.missing',
    title: 'a required attribute is missing',
    forms: ALL_FORMS,
    attributes: WHOLE_EVENT,
    arbitrary: fc.constantFrom(...REQUIRED_ATTRIBUTES).map((attribute): Damage => ({ kind: 'unset', attribute })),
  },
  {
    requirement: 'core.name.bad-charset',
    title: 'a name has characters other than a-z and 0-9',
    forms: JSON_FORMS,
    attributes: namesAndTheirLowerCase,
    arbitrary: fc.tuple(isNamed, anyText).map(([attribute, value]): Damage => set(attribute, value)),
  },
  {
    requirement: 'json.env.bad-member',
    title: 'a member has the name of no attribute',
    forms: JSON_FORMS,
    attributes: [...namesAndTheirLowerCase, 'My_Ext', 'my_ext', 'myext'],
    arbitrary: fc
      .tuple(fc.constantFrom('My_Ext', ...BAD_NAMES), fc.constantFrom('"v"', 'true', '5', '""'))
      .map(([name, json]): Damage => ({ kind: 'members', set: [[name, json]] })),
  },
  empty('core.id.empty', 'id'),
  empty('core.source.empty', 'source'),
  empty('core.typeattr.empty', 'type'),
  // Other versions than none are open (position A14).
  empty('core.specversion.other', 'specversion'),
  empty('core.subject.empty', 'subject'),
  empty('core.dataschema.empty', 'dataschema'),
];
