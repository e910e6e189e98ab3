// What goes wrong between JSON values and attribute values: native types, and null, which means unset.

import type { ContentMode } from '../../../binding/types.js';
import { isCoreAttribute } from '../../../event/names.js';
import type { AttributeValue } from '../../../event/types.js';
import { type Fault, fault } from '../../fault.js';
import { onAttributes, refuseWhen } from '../change.js';
import { type Members, membersOf, onMembers } from './members.js';

const JSON_MODES: readonly ContentMode[] = ['structured', 'batch'];

const onBooleans = (change: (value: boolean) => AttributeValue | undefined): Pick<Fault, 'outcome'> =>
  onAttributes((value) => (typeof value === 'boolean' ? change(value) : value), JSON_MODES);

const onNumbers = (change: (value: number) => AttributeValue | undefined): Pick<Fault, 'outcome'> =>
  onAttributes((value) => (typeof value === 'number' ? change(value) : value), JSON_MODES);

const isExtension = (name: string): boolean => !isCoreAttribute(name) && name !== 'data' && name !== 'data_base64';
const isOptional = (name: string): boolean => name === 'subject' || name === 'time' || name === 'dataschema';
const isType = (name: string): boolean => name === 'datacontenttype';

/** Sets attributes that are null to a value. */
const nullsTo = (value: string, isMeant: (name: string) => boolean): Pick<Fault, 'outcome'> =>
  onMembers((event, members) => ({
    ...event,
    attributes: new Map([...event.attributes, ...nulls(members, isMeant).map((name) => [name, value] as const)]),
  }));

const refuseNulls = (isMeant: (name: string) => boolean): Pick<Fault, 'outcome'> =>
  refuseWhen((message) => membersOf(message).some((members) => nulls(members, isMeant).length > 0), 'a value is null');

const nulls = (members: Members, isMeant: (name: string) => boolean): readonly string[] =>
  Object.keys(members).filter((name) => members[name] === null && isMeant(name));

export const ATTRIBUTE_FAULTS: readonly Fault[] = [
  fault(
    'json.type.bool-in/capitalised',
    'writes a Boolean as True or False, as some languages do',
    onBooleans((value) => (value ? 'True' : 'False')),
  ),
  fault(
    'json.type.bool-in/false-dropped',
    'takes false for the absence of a value',
    onBooleans((value) => (value ? value : undefined)),
  ),
  fault('json.type.bool-in/as-number', 'keeps a Boolean as 1 or 0', onBooleans(Number)),
  fault(
    'json.type.int-in/as-float',
    'reads every number as a float and writes it with a fraction',
    onNumbers((value) => value.toFixed(1)),
  ),
  fault(
    'json.type.int-in/zero-dropped',
    'takes 0 for the absence of a value',
    onNumbers((value) => (value === 0 ? undefined : value)),
  ),
  fault('json.type.int-in/single-precision', 'keeps numbers in 32-bit floats', onNumbers(Math.fround)),
  fault('json.null.attr/word', 'makes the string "null" of a null attribute', nullsTo('null', isOptional)),
  fault('json.null.attr/empty', 'makes an empty string of a null attribute', nullsTo('', isOptional)),
  fault('json.null.attr/refused', 'refuses an event with a null attribute', refuseNulls(isOptional)),
  fault('json.null.ext/word', 'makes the string "null" of a null extension', nullsTo('null', isExtension)),
  fault('json.null.ext/refused', 'refuses an event with a null extension', refuseNulls(isExtension)),
  fault('json.null.dct/word', 'makes the string "null" of a null datacontenttype', nullsTo('null', isType)),
  fault('json.null.dct/refused', 'refuses an event with a null datacontenttype', refuseNulls(isType)),
];
