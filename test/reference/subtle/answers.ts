// What the reference answers with a subtle fault and without it.
import { expect } from 'vitest';
import type { HeaderLine, HttpMessage } from '../../../src/binding/types.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { receiveWith } from '../../../src/reference/receive-with.js';
import { answer } from '../../../src/reference/receiver.js';

/** The four required attributes, in the order in which they are written. */
export const REQUIRED = { specversion: '1.0', id: 'a', source: '/s', type: 't' };

/** A structured message: the members, or the text they are written as. */
export const structured = (members: Readonly<Record<string, unknown>> | string): HttpMessage => ({
  headers: [['Content-Type', 'application/cloudevents+json']],
  body: Buffer.from(typeof members === 'string' ? members : JSON.stringify({ ...REQUIRED, ...members })),
});

/** A binary message with these headers after the required ones. */
export const binary = (headers: readonly HeaderLine[], body = ''): HttpMessage => ({
  headers: [...Object.entries(REQUIRED).map(([name, value]): HeaderLine => [`ce-${name}`, value]), ...headers],
  body: Buffer.from(body),
});

/** A batch of events, each with these members beside the required ones. */
export const batch = (events: readonly Readonly<Record<string, unknown>>[]): HttpMessage => ({
  headers: [['Content-Type', 'application/cloudevents-batch+json']],
  body: Buffer.from(JSON.stringify(events.map((members) => ({ ...REQUIRED, ...members })))),
});

interface Shown {
  readonly status: number;
  /** The JSON of the answer; undefined for a refusal. */
  readonly json: unknown;
}

/** What is answered, with the fault of that name or without any. */
export function shown(message: HttpMessage, ...names: readonly string[]): Shown {
  const { status, body } = answer(receiveWith(message, names.map(faultNamed)));
  return { status, json: status === 200 ? JSON.parse(Buffer.from(body).toString('utf8')) : undefined };
}

/** The faultless reference takes the message, and this is what the fault makes of its answer. */
export function expectFault(name: string, message: HttpMessage): ReturnType<typeof expect<Shown>> {
  const sound = shown(message);
  expect(sound.status).toBe(200);
  const faulty = shown(message, name);
  expect(faulty).not.toEqual(sound);
  return expect(faulty);
}

/** The fault leaves these messages alone; the first index that differs is what a failure shows. */
export function expectUnchanged(name: string, messages: readonly HttpMessage[]): void {
  expect(messages.map((message) => shown(message, name))).toEqual(messages.map((message) => shown(message)));
}
