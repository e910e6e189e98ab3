// Messages as producers emit them, and events as they are asked for.

import type { ContentMode, HeaderLine } from '../../../../../src/binding/types.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../../../../src/event/types.js';
import { encodeUtf8 } from '../../../../../src/event/utf8.js';
import { readEmitted } from '../../../../../suites/emission/read-emitted.js';
import type { EmissionRule, Emitted, Shown } from '../../../../../suites/emission/types.js';

/** What every event carries. */
export const PLAIN = { specversion: '1.0', id: 'one', source: '/conform', type: 'org.example.conform' } as const;

const JSON_LABEL = ['Content-Type', 'application/cloudevents+json'] as const;
const BATCH_LABEL = ['Content-Type', 'application/cloudevents-batch+json'] as const;

/** A message with these header lines, as one of the mode, or as its Content-Type says. */
export const message = (headers: readonly HeaderLine[], body = '', mode?: ContentMode): Emitted =>
  readEmitted({ headers, body: encodeUtf8(body) }, mode);

/** An event in headers: those of the plain event, with these instead or beside them. `undefined` leaves one out. */
export function headers(lines: Readonly<Record<string, string | undefined>> = {}, ...further: HeaderLine[]): Emitted {
  const all = Object.entries({ ...prefixed(PLAIN), ...lines });
  return message([
    ...all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ...further,
  ]);
}

const prefixed = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]));

/** An event as a JSON object: the members of the plain event, and these. `undefined` leaves one out. */
export const object = (members: Readonly<Record<string, JsonValue | undefined>> = {}): Emitted =>
  text(JSON.stringify({ ...PLAIN, ...members }));

/** An event in structured mode, as it is spelt. */
export const text = (json: string): Emitted => message([JSON_LABEL], json);

/** A batch of such events. */
export const batch = (...events: readonly Readonly<Record<string, JsonValue | undefined>>[]): Emitted =>
  message([BATCH_LABEL], JSON.stringify(events.map((members) => ({ ...PLAIN, ...members }))));

/** An event that was asked for. `undefined` leaves an attribute out. */
export function event(
  attributes: Readonly<Record<string, AttributeValue | undefined>> = {},
  data?: EventData,
): CloudEvent {
  const all = Object.entries({ ...PLAIN, ...attributes });
  const set = new Map(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
  return data === undefined ? { attributes: set } : { attributes: set, data };
}

/** What a rule says, in one word. */
export const kind = (rule: EmissionRule, emitted: Emitted, ...told: readonly CloudEvent[]): Shown['kind'] =>
  rule.check(emitted, told.length === 0 ? undefined : told).kind;

/** What a rule says, for whoever reads it: the message of what is broken, the reason of what is silent. */
export function words(rule: EmissionRule, emitted: Emitted, ...told: readonly CloudEvent[]): string {
  const shown = rule.check(emitted, told.length === 0 ? undefined : told);
  switch (shown.kind) {
    case 'kept':
      return 'kept';
    case 'silent':
      return shown.reason;
    case 'broken':
      return shown.message;
  }
}
