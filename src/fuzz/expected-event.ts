// A generated event as the judge of vectors expects it: every attribute and the data, whatever else there is.

import type { DataSource, EventExpectation, JudgedVector } from '../../suites/vector/types.js';
import { toByteString } from '../event/byte-string.js';
import { isJsonMediaType } from '../event/media-type.js';
import { parseJson } from '../event/parse-json.js';
import type { AttributeValue, CloudEvent, EventData } from '../event/types.js';

/** Stands for the requirement in causes, which is found out when the smallest event is known. */
export const ANY_REQUIREMENT = 'fuzz';

/** What is expected of an event that was sent. What a target adds of its own is its own affair. */
export const expectationOf = ({ attributes, data }: CloudEvent): EventExpectation => ({
  attributes: Object.fromEntries(attributes),
  data: data === undefined || isEmpty(data) ? 'none' : sourceOf(data, attributes.get('datacontenttype')),
});

/** The vector that one valid event is judged as. */
export const vectorOf = (event: CloudEvent): JudgedVector => ({
  requirement: ANY_REQUIREMENT,
  title: 'a generated event',
  expect: { event: expectationOf(event) },
  event: { set: { id: idOf(event) } },
});

/** The vector that a batch of valid events is judged as. */
export const batchVectorOf = (events: readonly CloudEvent[]): JudgedVector => ({
  requirement: ANY_REQUIREMENT,
  title: 'a generated batch',
  expect: { elements: events.map(expectationOf) },
  batch: events.map((event) => ({ set: { id: idOf(event) } })),
});

const idOf = ({ attributes }: CloudEvent): string => String(attributes.get('id') ?? '');

/** Zero-length data and no data are not told apart (position A17). */
export const isEmpty = (data: EventData): boolean =>
  (data.kind === 'text' && data.text === '') || (data.kind === 'binary' && data.bytes.length === 0);

function sourceOf(data: EventData, type: AttributeValue | undefined): DataSource {
  // Who has read a string of JSON may show the string, without its quotes (position A11), and of null nothing (A13).
  const value = type === undefined || isJsonMediaType(String(type)) ? ambiguousIn(data) : undefined;
  if (value !== undefined) return { json: value };
  switch (data.kind) {
    case 'json':
      return { json: data.value };
    case 'text':
      return { text: data.text };
    case 'binary':
      return toByteString(data.bytes);
  }
}

function ambiguousIn(data: EventData): string | null | undefined {
  if (data.kind === 'json') return undefined;
  const parsed = parseJson(data.kind === 'text' ? data.text : data.bytes);
  if (parsed.kind !== 'json' || (typeof parsed.value !== 'string' && parsed.value !== null)) return undefined;
  return parsed.value;
}
