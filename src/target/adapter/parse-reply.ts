// From the JSON of a reply to an answer, against the published schema and against what was asked.
import type { Binding } from '../../binding/types.js';
import type { ByteString } from '../../event/byte-string.js';
import type { AttributeValue, JsonValue } from '../../event/types.js';
import type { WireEvent } from '../../event/wire.js';
import type { AdapterMessage, AdapterReply, AdapterRequest } from './protocol.js';
import { schemaProblem } from './schema-problem.js';
import { validatorOf } from './schemas.js';
import { isTooDeep, MOST_LEVELS } from './too-deep.js';

/** An answer, or what is wrong with it: one sentence, safe to print. */
export type ParsedReply = AdapterReply | { readonly kind: 'problem'; readonly message: string };

/** A reply as its schema promises it. */
interface RawReply {
  readonly unsupported?: true;
  readonly rejected?: { readonly reason: string };
  readonly events?: readonly WireEvent[];
  readonly message?: Omit<AdapterMessage, 'headers'> & {
    readonly headers: readonly (readonly [name: string, value: ByteString | string | null])[];
  };
  readonly valid?: boolean;
  readonly reason?: string;
  readonly value?: JsonValue;
  readonly errors?: readonly string[];
  readonly thrown?: { readonly reason: string };
  readonly name: string;
  readonly version: string;
  readonly language: string;
  readonly supports: readonly string[];
}

/** Reads the reply to `request`, whatever the JSON is. Of the id only its form is checked. Never throws. */
export function parseAdapterReply(request: AdapterRequest, json: JsonValue): ParsedReply {
  const validate = validatorOf('adapter-reply', request.op.startsWith('canary-') ? 'canary' : request.op);
  if (!validate(json)) return problem(request, schemaProblem(validate.errors));
  // First, because everybody after this walks through values.
  if (isTooDeep(json)) return problem(request, `it nests deeper than ${MOST_LEVELS} levels`);
  const raw = json as unknown as RawReply;
  const misplaced =
    raw.message === undefined || !('binding' in request) ? undefined : foreign(raw.message, request.binding);
  return misplaced === undefined ? answer(raw) : problem(request, misplaced);
}

// The schema does not know which binding was asked for.
function foreign(
  { headers, key, contentType, payloadFormat, body }: NonNullable<RawReply['message']>,
  binding: Binding,
): string | undefined {
  const isKafka = binding === 'kafka';
  if (!isKafka && (key !== undefined || body === null || headers.some(([, value]) => value === null)))
    return `a message of ${binding} has no key and no null`;
  if (binding !== 'mqtt5' && (contentType !== undefined || payloadFormat !== undefined))
    return `a message of ${binding} has no such property`;
  return binding === 'mqtt3' && headers.length > 0 ? 'a message of mqtt3 has no user properties' : undefined;
}

/** What is wrong with a request of our own, or undefined. `json` is the whole line, its id included. */
export function requestProblem(json: JsonValue): string | undefined {
  const op = typeof json === 'object' && json !== null && 'op' in json ? String(json['op']) : '';
  const known = ['hello', 'decode', 'encode', 'evaluate', 'validate'].includes(op);
  const validate = validatorOf('adapter-request', known ? op : 'canary');
  return validate(json) ? undefined : schemaProblem(validate.errors);
}

function problem({ op }: AdapterRequest, what: string): ParsedReply {
  return { kind: 'problem', message: `the adapter's reply to ${op} breaks the protocol: ${what}` };
}

// The schema has let only one of these members through.
function answer(raw: RawReply): AdapterReply {
  if (raw.unsupported === true) return { kind: 'unsupported' };
  if (raw.rejected !== undefined) return { kind: 'rejected', reason: raw.rejected.reason };
  if (raw.events !== undefined) return { kind: 'events', events: raw.events.map(wireEvent) };
  if (raw.message !== undefined) return { kind: 'message', message: adapterMessage(raw.message) };
  if (raw.valid !== undefined) return raw.valid ? { kind: 'valid' } : { kind: 'invalid', reason: raw.reason ?? '' };
  if (raw.thrown !== undefined) return { kind: 'thrown', reason: raw.thrown.reason };
  if (raw.errors !== undefined) {
    const { value, errors } = raw;
    return value === undefined ? { kind: 'value', errors } : { kind: 'value', value, errors };
  }
  const { name, version, language, supports } = raw;
  return { kind: 'hello', name, version, language, supports };
}

// Objects whose member names come from outside have no prototype.
function wireEvent({ attributes, data }: WireEvent): WireEvent {
  const own: Record<string, AttributeValue> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) own[name] = value;
  return data === undefined ? { attributes: own } : { attributes: own, data };
}

function adapterMessage({ headers, ...rest }: NonNullable<RawReply['message']>): AdapterMessage {
  const lines = headers.map(([name, value]) => [name, typeof value === 'string' ? { text: value } : value] as const);
  return { ...rest, headers: lines };
}
