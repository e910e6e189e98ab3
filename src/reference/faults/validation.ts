// Faults of who claims to validate: each takes one kind of invalid event for a valid one.
import { Buffer } from 'node:buffer';
import type { HttpMessage } from '../../binding/types.js';
import { decodeBase64 } from '../../event/binary.js';
import { type Fault, fault } from '../fault.js';
import { modeOf } from './change.js';

/** Requirements about what an event is, and the rule of the model that tells. */
const RULES: readonly (readonly [requirement: string, rule: string, summary: string])[] = [
  ['core.attr.missing', 'core.attr.missing', 'finds nothing wrong with a missing attribute'],
  ['core.name.bad-charset', 'core.name.bad-charset', 'allows any character in a name'],
  ['core.type.int-over', 'core.type.int-over', 'allows an Integer of any size'],
  ['core.type.str-control', 'core.type.str-control', 'allows control characters'],
  ['core.type.str-nonchar', 'core.type.str-nonchar', 'allows noncharacters'],
  ['core.type.str-lone', 'core.type.str-lone', 'allows unpaired surrogates'],
  ['core.type.uri-relative', 'core.type.uri-relative', 'allows a relative dataschema'],
  ['core.type.uriref-bad', 'core.type.uriref-bad', 'allows any text as source'],
  ['core.type.time-bad', 'core.type.time-bad', 'allows any text as time'],
  ['core.id.empty', 'core.id.empty', 'allows an empty id'],
  ['core.source.empty', 'core.source.empty', 'allows an empty source'],
  ['core.specversion.other', 'core.specversion.other', 'allows an empty specversion'],
  ['core.specversion.number', 'core.specversion.number', 'allows a specversion that is a number'],
  ['core.typeattr.empty', 'core.typeattr.empty', 'allows an empty type'],
  ['core.dct.bad', 'core.dct.bad', 'allows any text as datacontenttype'],
  ['core.dataschema.empty', 'core.dataschema.empty', 'allows an empty dataschema'],
  ['core.subject.empty', 'core.subject.empty', 'allows an empty subject'],
  ['json.env.bad-member', 'core.name.bad-charset', 'allows any member as an attribute'],
  ['json.type.int-form', 'core.type.int-over', 'allows JSON numbers beyond an Integer'],
  ['json.type.core-wrong', 'json.type.core-wrong', 'allows numbers and booleans in core attributes'],
  ['json.null.required', 'core.attr.missing', 'allows null in required attributes'],
  ['http.dec.control', 'core.type.str-control', 'allows control characters that were percent-encoded'],
];

/** The JSON value of a message; undefined where there is none. */
function jsonOf({ body }: HttpMessage): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first JSON object in a message: the event, or the first of a batch. */
function eventIn(message: HttpMessage): Readonly<Record<string, unknown>> {
  const json = jsonOf(message);
  const first = Array.isArray(json) ? json[0] : json;
  return isObject(first) ? first : {};
}

const isNoScalar = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null) || (typeof value === 'number' && !Number.isInteger(value));

/** Makes an event of a message that the reference refuses, from what can be found in it. */
function takes(isTaken: (message: HttpMessage) => boolean): Partial<Fault> {
  return {
    role: 'validator',
    outcome(outcome, message) {
      if (outcome.kind === 'events' || !isTaken(message)) return outcome;
      const id = /t[0-9a-z]{12}/.exec(Buffer.from(message.body).toString('latin1'))?.[0] ?? 'unknown';
      const attributes = new Map([
        ['specversion', '1.0'],
        ['id', id],
        ['source', '/unknown'],
        ['type', 'unknown'],
      ]);
      return { kind: 'events', mode: 'structured', events: [{ attributes }] };
    },
  };
}

export const VALIDATION_FAULTS: readonly Fault[] = [
  ...RULES.map(([requirement, tolerates, summary]) => fault(`${requirement}/found-valid`, summary, { tolerates })),
  fault(
    'core.type.unlisted/taken',
    'takes an extension that is an object, an array or a fraction',
    takes((message) => isNoScalar(eventIn(message)['comexampleext'])),
  ),
  fault(
    'json.env.nested-in/taken',
    'takes attributes that stand inside another member',
    takes((message) =>
      Object.entries(eventIn(message)).some(
        ([name, value]) => ['extensions', 'attributes', 'myext'].includes(name) && isNoScalar(value),
      ),
    ),
  ),
  fault(
    'json.env.malformed/taken',
    'takes what is no JSON object',
    takes((message) => modeOf(message) !== 'binary' && !isObject(jsonOf(message)) && !Array.isArray(jsonOf(message))),
  ),
  fault(
    'json.read.b64-bad/taken',
    'takes any data_base64',
    takes((message) => {
      const { data_base64: value } = eventIn(message);
      return value !== undefined && (typeof value !== 'string' || decodeBase64(value) === undefined);
    }),
  ),
  fault(
    'json.read.both/taken',
    'takes an event with both data members',
    takes((message) => 'data' in eventIn(message) && 'data_base64' in eventIn(message)),
  ),
  fault(
    'json.batch.nested/taken',
    'takes a batch of anything',
    takes((message) => {
      const json = jsonOf(message);
      return modeOf(message) === 'batch' && Array.isArray(json) && !json.every((one) => isObject(one) && 'id' in one);
    }),
  ),
  fault(
    'json.batch.object/taken',
    'takes an object for a batch',
    takes((message) => modeOf(message) === 'batch' && isObject(jsonOf(message))),
  ),
  fault(
    'json.batch.mislabel/taken',
    'takes an array for one event',
    takes((message) => modeOf(message) === 'structured' && Array.isArray(jsonOf(message))),
  ),
];
