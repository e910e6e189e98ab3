// The events of a check: plain ones, which no SDK has a reason to refuse or to change.
import type { AttributeValue, CloudEvent } from '../../event/types.js';

/** An event with an id of its own, JSON data, and an extension. */
export const plainEvent = (id: string): CloudEvent => ({
  attributes: attributes(id, 'application/json'),
  data: { kind: 'json', value: { id } },
});

/** 64 KiB is what every consumer has to take ("Size Limits"); with its attributes this event is a little smaller. */
export const largeEvent = (id: string): CloudEvent => ({
  attributes: attributes(id, 'application/json'),
  data: { kind: 'json', value: { id, text: 'x'.repeat(64 * 1024 - 512) } },
});

/** An event whose data is no text in any encoding that a program may guess. */
export const binaryEvent = (id: string): CloudEvent => ({
  attributes: attributes(id, 'application/octet-stream'),
  data: { kind: 'binary', bytes: Uint8Array.of(0x00, 0xff, 0xfe, 0x80, 0x0a, 0xc3, 0x28) },
});

/** An event that no SDK can take for valid: a required attribute is missing. */
export function invalidEvent(id: string): CloudEvent {
  const without = new Map(attributes(id, 'application/json'));
  without.delete('type');
  return { attributes: without };
}

function attributes(id: string, datacontenttype: string): ReadonlyMap<string, AttributeValue> {
  return new Map([
    ['specversion', '1.0'],
    ['id', id],
    ['source', 'https://conform.example/check'],
    ['type', 'org.example.conform.check'],
    ['subject', 'plain'],
    ['time', '2026-01-02T03:04:05Z'],
    ['datacontenttype', datacontenttype],
    ['region', 'eu'],
  ]);
}
