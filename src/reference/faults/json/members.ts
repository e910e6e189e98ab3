// Faults of a JSON reader need the members as they were sent: null, unset and misread ones are gone from the event.

import type { HttpMessage } from '../../../binding/types.js';
import { parseJson } from '../../../event/parse-json.js';
import type { CloudEvent, JsonValue } from '../../../event/types.js';
import { decodeUtf8, encodeUtf8 } from '../../../event/utf8.js';
import type { Fault } from '../../fault.js';
import { modeOf } from '../change.js';

/** A JSON object, as it was sent. */
export type Members = { readonly [name: string]: JsonValue };

/** The objects of a structured or batched message, in order: one for each event. None in binary mode. */
export function membersOf(message: HttpMessage): readonly Members[] {
  const mode = modeOf(message);
  const parsed = mode === 'binary' ? undefined : parseJson(message.body);
  if (parsed?.kind !== 'json') return [];
  const values: readonly JsonValue[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  return values.filter(isObject);
}

/** Changes every event together with the members that it was decoded from. */
export function onMembers(change: (event: CloudEvent, members: Members) => CloudEvent): Pick<Fault, 'outcome'> {
  return {
    outcome: (outcome, message) => {
      if (outcome.kind !== 'events' || outcome.mode === 'binary') return outcome;
      const members = membersOf(message);
      return { ...outcome, events: outcome.events.map((event, index) => change(event, members[index] ?? {})) };
    },
  };
}

/** Changes the text of a structured or batched message before it is parsed. */
export function onText(change: (text: string) => string): Pick<Fault, 'message'> {
  return {
    message: (message) => {
      const text = modeOf(message) === 'binary' ? undefined : decodeUtf8(message.body);
      return text === undefined ? message : { ...message, body: encodeUtf8(change(text)) };
    },
  };
}

/** Whether a value is a JSON object. */
export function isObject(value: JsonValue | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
