// How a telling event is written: one plain event, and what makes this one tell something.
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../event/types.js';

/** An event, or a batch of some, under a name that can stand in a table: `emoji in subject`. */
export interface Telling {
  readonly name: string;
  /** One event, but for batches. */
  readonly events: readonly CloudEvent[];
}

/** Software that adds a time where there is none would change every event, and hide all else. */
const TIME = { time: '2018-04-05T17:31:00Z' };

type Attributes = Readonly<Record<string, AttributeValue | undefined>>;

const PLAIN: Attributes = {
  specversion: '1.0',
  id: 'told-1',
  source: 'https://conform.example/interop',
  type: 'org.example.conform.told',
};

/** The plain event with these attributes. One that is undefined is left out. */
export function plain(attributes: Attributes = {}, data?: EventData): CloudEvent {
  const set = new Map<string, AttributeValue>();
  for (const [name, value] of Object.entries({ ...PLAIN, ...attributes }))
    if (value !== undefined) set.set(name, value);
  return { attributes: set, ...(data && { data }) };
}

/** One event under a name. It has data, so that losing that would be seen, too. */
export const attributes = (name: string, set: Attributes): Telling => ({
  name,
  events: [plain({ ...TIME, datacontenttype: 'application/json', ...set }, json({ told: name }))],
});

/** One event of this content under a name. */
export const content = (name: string, type: string | undefined, data?: EventData): Telling => ({
  name,
  events: [plain({ ...TIME, datacontenttype: type }, data)],
});

export const json = (value: JsonValue): EventData => ({ kind: 'json', value });
export const text = (value: string): EventData => ({ kind: 'text', text: value });
export const bytes = (...values: readonly number[]): EventData => ({ kind: 'binary', bytes: Uint8Array.from(values) });
