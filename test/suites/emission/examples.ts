// Messages and events in short, for the examples of the rules.
import { expect } from 'vitest';
import type { ContentMode, HeaderLine, HttpMessage, Message } from '../../../src/binding/types.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../../src/event/types.js';
import { readEmitted } from '../../../suites/emission/read-emitted.js';
import type { EmissionRule, Emitted, Shown } from '../../../suites/emission/types.js';

const REQUIRED = { specversion: '1.0', id: 'one', source: '/s', type: 't' };

/** The event `one` with some more attributes; undefined takes one away. */
export const event = (
  set: Readonly<Record<string, AttributeValue | undefined>> = {},
  data?: EventData,
): CloudEvent => ({
  attributes: new Map(
    Object.entries({ ...REQUIRED, ...set }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...(data && { data }),
});

export const json = (value: JsonValue): EventData => ({ kind: 'json', value });
export const text = (value: string): EventData => ({ kind: 'text', text: value });
export const bytes = (...values: readonly number[]): EventData => ({ kind: 'binary', bytes: Uint8Array.from(values) });

export type Body = string | Uint8Array;

const bodyOf = (body: Body): Uint8Array => (typeof body === 'string' ? Buffer.from(body, 'utf8') : body);

/** Header lines, which are one character for each byte; a list of values is as many lines. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const linesOf = (headers: Headers): readonly HeaderLine[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each): HeaderLine => [name, each]),
  );

/** A message in binary mode, with the event `one` in its headers where nothing else is said. */
export const binary = (headers: Headers = {}, body: Body = ''): Emitted<HttpMessage> =>
  readEmitted(
    {
      headers: linesOf({ 'ce-specversion': '1.0', 'ce-id': 'one', 'ce-source': '/s', 'ce-type': 't', ...headers }),
      body: bodyOf(body),
    },
    'binary',
  );

/** Any message, read as one of the mode that was asked for, or as its Content-Type says. */
export const message = (headers: Headers, body: Body, asked?: ContentMode): Emitted<HttpMessage> =>
  readEmitted({ headers: linesOf(headers), body: bodyOf(body) }, asked);

const EVENT = '"specversion":"1.0","id":"one","source":"/s","type":"t"';

/** The event `one` as JSON, with more members as they are spelt: `"a":1`. */
export const jsonEvent = (members = ''): string => `{${EVENT}${members === '' ? '' : `,${members}`}}`;

/** A structured message with the event `one`, and more members. */
export const structured = (members = '', headers: Headers = {}): Emitted<HttpMessage> =>
  message({ 'content-type': 'application/cloudevents+json', ...headers }, jsonEvent(members), 'structured');

/** A batch with this body. */
export const batch = (body: string, headers: Headers = {}): Emitted<HttpMessage> =>
  message({ 'content-type': 'application/cloudevents-batch+json', ...headers }, body, 'batch');

/** What a rule says, in one line: the kind, and the sentence for a reader. */
export const said = (shown: Shown): string => {
  switch (shown.kind) {
    case 'kept':
      return 'kept';
    case 'silent':
      return `silent: ${shown.reason}`;
    case 'broken':
      return `broken: ${shown.message}`;
  }
};

/** What a rule says of a message, with what was asked for or without. */
export const ask = <Of extends Message>(
  rule: EmissionRule<Of>,
  emitted: Emitted<Of>,
  ...told: readonly CloudEvent[]
): string => said(rule.check(emitted, told));
export const capture = <Of extends Message>(rule: EmissionRule<Of>, emitted: Emitted<Of>): string =>
  said(rule.check(emitted));

/** Whether a rule says a kind, and names these words. */
export const expectSaid = (actual: string, kind: Shown['kind'], words = ''): void => {
  expect(actual).toMatch(new RegExp(`^${kind}(?:$|: )`));
  expect(actual).toContain(words);
};
