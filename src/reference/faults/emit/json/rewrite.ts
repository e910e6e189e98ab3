// How faults of a producer of JSON are put: small changes of the objects that the reference wrote.
import type { ContentMode, HttpMessage } from '../../../../binding/types.js';
import type { AttributeValue, CloudEvent } from '../../../../event/types.js';
import { encodeUtf8 } from '../../../../event/utf8.js';
import { rawMembers } from '../../../../format/raw-members.js';
import { writeArray, writeObject } from '../../../../format/write-json.js';
import type { Fault } from '../../../fault.js';

/** The members of an object in their order: a name, and the JSON text of the value. */
export type Members = readonly (readonly [name: string, json: string])[];

/** Changes the message in structured mode, in batched mode, or in both. */
export const onMessages = (
  change: (message: HttpMessage, events: readonly CloudEvent[], mode: ContentMode) => HttpMessage,
  modes: readonly ContentMode[] = ['structured', 'batch'],
): Pick<Fault, 'emit'> => ({
  emit: {
    message: (message, events, mode) => (modes.includes(mode) ? change(message, events, mode) : message),
  },
});

/** Changes the object of each event, which stand in the order of the events. */
export const onObjects = (change: (members: Members, event: CloudEvent) => Members): Pick<Fault, 'emit'> =>
  onMessages((message, events, mode) => {
    const objects = (rawMembers(message.body) ?? []).map((members, index) => {
      const event = events[index];
      const written = members.map(({ name, text }) => [name, text] as const);
      return writeObject(event === undefined ? written : change(written, event), 'compact');
    });
    return withText(message, mode === 'batch' ? writeArray(objects, 'compact') : (objects[0] ?? ''));
  });

/** Changes how each attribute is written. `undefined` drops it. */
export const onAttributes = (
  change: (name: string, value: AttributeValue, json: string) => string | undefined,
): Pick<Fault, 'emit'> =>
  onObjects((members, { attributes }) =>
    members.flatMap(([name, json]) => {
      const value = attributes.get(name);
      const changed = value === undefined ? json : change(name, value, json);
      return changed === undefined ? [] : [[name, changed] as const];
    }),
  );

/** Changes what stands for the data: no member, one, or more. */
export const onData = (
  change: (member: readonly [name: string, json: string], event: CloudEvent) => Members,
): Pick<Fault, 'emit'> =>
  onObjects((members, event) =>
    members.flatMap((member) =>
      member[0] === 'data' || member[0] === 'data_base64' ? change(member, event) : [member],
    ),
  );

/** The same message with another text in its body. */
export const withText = (message: HttpMessage, text: string): HttpMessage => ({ ...message, body: encodeUtf8(text) });

/** The same message under another Content-Type. */
export const labelled = (message: HttpMessage, contentType: string): HttpMessage => ({
  ...message,
  headers: message.headers.map(([name, value]) => [name, name === 'Content-Type' ? contentType : value]),
});

/** The type of the data, as the event gives it. */
export const typeOf = ({ attributes }: CloudEvent): string | undefined => {
  const type = attributes.get('datacontenttype');
  return type === undefined ? undefined : String(type);
};
