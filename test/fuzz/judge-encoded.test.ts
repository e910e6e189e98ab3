import { describe, expect, it } from 'vitest';
import { encodeHttp } from '../../src/binding/http/encode.js';
import type { CloudEvent } from '../../src/event/types.js';
import type { Trial } from '../../src/fuzz/trial.js';
import type { Reply } from '../../src/target/types.js';
import { broken } from '../engine/helpers/observed.js';
import { answeredBy, event, symptoms } from './helpers/trials.js';

const FORM = { binding: 'http', mode: 'structured' } as const;
const trialOf = (...events: readonly CloudEvent[]): Trial => ({ kind: 'encode', events, form: FORM });

/** What becomes of the events of the trial, which are told to whoever writes. */
function judged(trial: Trial, write: (told: readonly CloudEvent[]) => Reply) {
  const told: readonly CloudEvent[] =
    answeredBy(trial, () => broken('closed'), { observation: 'adapter' })[0]?.observed.told?.events ?? [];
  return symptoms(trial, () => write(told), { observation: 'adapter' });
}

const messages = (events: readonly CloudEvent[]): Reply => ({
  kind: 'messages',
  messages: [encodeHttp(events, 'structured')],
});

describe('what a target wrote', () => {
  const one = event({ subject: 'x', ext: 5 }, { kind: 'json', value: [1] });

  it('is right where it holds the events', () => {
    expect(judged(trialOf(one), messages)).toEqual([]);
  });

  it('is right in one message for each event', () => {
    const each = (told: readonly CloudEvent[]): Reply => ({
      kind: 'messages',
      messages: told.map((item) => encodeHttp([item], 'structured')),
    });
    expect(judged(trialOf(one, event({ id: 'b' })), each)).toEqual([]);
  });

  it.each<readonly [string, string, readonly string[], (event: CloudEvent) => CloudEvent]>([
    [
      'lacks an attribute',
      'lost',
      ['subject'],
      ({ attributes, ...rest }) => ({
        ...rest,
        attributes: new Map([...attributes].filter(([name]) => name !== 'subject')),
      }),
    ],
    [
      'has another value',
      'changed',
      ['ext'],
      ({ attributes, ...rest }) => ({ ...rest, attributes: new Map([...attributes, ['ext', 6]]) }),
    ],
    ['lacks the data', 'data-lost', ['data'], ({ attributes }) => ({ attributes })],
  ])('is wrong where it %s', (_, detail, names, change) => {
    expect(judged(trialOf(one), (told) => messages(told.map(change)))).toMatchObject([
      { class: 'altered', way: 'http-structured', detail, names },
    ]);
  });

  it('is wrong where an event is missing, or all are', () => {
    const two = trialOf(one, event({ id: 'b' }));
    expect(judged(two, (told) => messages(told.slice(0, 1)))).toMatchObject([{ class: 'altered', names: ['event'] }]);
    expect(judged(two, () => ({ kind: 'messages', messages: [] }))).toMatchObject([{ class: 'lost' }]);
  });

  it('is wrong where it cannot be read', () => {
    const unreadable = { headers: [['content-type', 'application/cloudevents+json']], body: Buffer.from('{') } as const;
    const found = judged(trialOf(one), () => ({ kind: 'messages', messages: [unreadable] }));
    expect(found).toMatchObject([{ class: 'altered', detail: 'unreadable' }]);
  });

  it('is not encoded where a header has the value as it is, whatever is in it', () => {
    const binary = (subject: string): Trial => ({
      kind: 'encode',
      events: [event({ subject })],
      form: { binding: 'http', mode: 'binary' },
    });
    for (const subject of ['%41', '"a"', '\u00e9%41', '%aa'])
      expect(judged(binary(subject), verbatim)).toMatchObject([{ class: 'altered', root: 'header not encoded' }]);
  });

  it('is right where a string of JSON is written as text', () => {
    const text = event({}, { kind: 'json', value: 'a' });
    const write = (told: readonly CloudEvent[]): Reply => ({
      kind: 'messages',
      messages: told.map((one) => encodeHttp([{ ...one, data: { kind: 'text', text: 'a' } }], 'binary')),
    });
    const trial: Trial = { kind: 'encode', events: [text], form: { binding: 'http', mode: 'binary' } };
    expect(judged(trial, write)).toEqual([]);
  });

  it("is nobody's defect where it refuses to write the event", () => {
    expect(judged(trialOf(one), () => ({ kind: 'rejected', reason: 'no' }))).toEqual([]);
  });

  it('is a failure to answer', () => {
    expect(judged(trialOf(one), () => broken('thrown'))).toMatchObject([{ class: 'thrown' }]);
  });

  it('says nothing where it does not write such messages', () => {
    expect(judged(trialOf(one), () => ({ kind: 'unsupported' }))).toEqual([]);
  });
});

/** Attributes in headers as they are, in UTF-8. */
function verbatim(told: readonly CloudEvent[]): Reply {
  const lines = told.flatMap(({ attributes }) =>
    [...attributes].map(([name, value]) => [`ce-${name}`, Buffer.from(String(value)).toString('latin1')] as const),
  );
  return { kind: 'messages', messages: [{ headers: lines, body: new Uint8Array() }] };
}
