// What an intermediary passes on, judged by itself: where it was understood is nobody's question here.
import { describe, expect, it } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { ContentMode, HttpMessage } from '../../../src/binding/types.js';
import type { Case } from '../../../src/engine/case.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import { observe } from '../../../src/engine/observe.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { receive } from '../../../src/reference/receiver.js';
import type { Reply } from '../../../src/target/types.js';
import { casesOf } from '../../../suites/vector/case.js';
import type { Vector } from '../../../suites/vector/types.js';
import { BASE, requirement, vector } from '../../engine/tiny-suite.js';

const TOKEN = 't0123456789ab';

function made(more: Partial<Vector> = {}): Case {
  const [item] = casesOf(vector('core.same', more), requirement('core.same', { role: 'intermediary' }), BASE, {
    task: 'forward',
  });
  if (item === undefined) throw new Error('no carrier');
  return item;
}

/** The events that go in. */
function sentIn(item: Case): readonly CloudEvent[] {
  const [request] = item.stimulus(TOKEN);
  const received = request && receive(request);
  if (received?.kind !== 'events') throw new Error('no event');
  return received.events;
}
const withSubject = (event: CloudEvent, subject: string): CloudEvent => ({
  ...event,
  attributes: new Map([...event.attributes, ['subject', subject]]),
});

const evidence = (item: Case, more: Partial<Evidence>): Evidence => ({
  token: TOKEN,
  observation: 'adapter',
  requests: item.stimulus(TOKEN),
  replies: [],
  arrived: [],
  ms: 1,
  ...more,
});
const judged = (item: Case, ...replies: readonly Reply[]): Judgement =>
  item.judge(observe(evidence(item, { replies })));
const arrived = (item: Case, messages: readonly HttpMessage[], more: Partial<Evidence> = {}): Judgement => {
  const response = { status: 202, reason: '', headers: [], body: new Uint8Array(), truncated: false };
  return item.judge(
    observe(
      evidence(item, {
        observation: 'sink',
        replies: [{ kind: 'response', response }],
        arrived: messages.map((message) => ({ method: 'POST', path: '/', ...message })),
        ...more,
      }),
    ),
  );
};
const messages = (mode: ContentMode, events: readonly CloudEvent[]): Reply => ({
  kind: 'messages',
  messages: events.map((event) => encodeHttp([event], mode)),
});

describe('what is passed on', () => {
  it.each(['binary', 'structured'] as const)('as it came, in %s mode, passes', (mode) => {
    const item = made();
    expect(judged(item, messages(mode, sentIn(item)))).toEqual({ status: 'pass' });
    expect(arrived(item, [encodeHttp(sentIn(item), mode)])).toEqual({ status: 'pass' });
  });

  it('byte by byte passes too: a copy is all that is asked', () => {
    const item = made({ carriers: ['http-binary'] });
    const [request] = item.stimulus(TOKEN);
    if (request === undefined || request.binding !== undefined) throw new Error('no request');
    expect(arrived(item, [request])).toEqual({ status: 'pass' });
  });

  it('with another value fails, in either mode: the encoding is its own', () => {
    const item = made();
    const altered = sentIn(item).map((event) => withSubject(event, `${TOKEN}-%20é`));
    for (const mode of ['binary', 'structured'] as const)
      expect(judged(item, messages(mode, altered))).toMatchObject({
        status: 'fail',
        message: 'subject has another value',
      });
  });

  it('twice to a sink is the same event again, and twice by an adapter is one too many', () => {
    const item = made();
    const [event] = sentIn(item);
    if (event === undefined) throw new Error('no event');
    const message = encodeHttp([event], 'structured');
    expect(arrived(item, [message, message])).toEqual({ status: 'pass' });
    expect(judged(item, messages('structured', [event, event]))).toMatchObject({ status: 'fail' });
  });

  it('that nobody can read is not known to be another event', () => {
    const broken: Reply = {
      kind: 'messages',
      messages: [{ headers: [['content-type', 'application/cloudevents+json']], body: Buffer.from(`{${TOKEN}`) }],
    };
    expect(judged(made(), broken)).toMatchObject({
      status: 'inconclusive',
      message: expect.stringContaining('cannot be decoded'),
    });
  });
});

describe('what is not passed on', () => {
  it('was lost', () => {
    expect(judged(made(), { kind: 'messages', messages: [] })).toMatchObject({ status: 'fail' });
    expect(arrived(made(), [])).toMatchObject({ status: 'fail' });
  });

  it('is not known to be lost where nothing arrives any more', () => {
    expect(arrived(made(), [], { fence: 'lost' })).toMatchObject({ status: 'inconclusive' });
  });

  it('because it was refused fails, and because it could not be written is left open', () => {
    expect(judged(made(), { kind: 'rejected', reason: 'no' })).toMatchObject({
      status: 'fail',
      message: 'a valid event was refused',
    });
    expect(judged(made(), { kind: 'unwritten', reason: 'no' })).toMatchObject({
      status: 'inconclusive',
      message: expect.stringContaining('not written: no'),
    });
    expect(judged(made(), { kind: 'unsupported' })).toMatchObject({ status: 'inconclusive' });
  });

  it('and was answered with the event is not visible', () => {
    const item = made();
    const response = { status: 200, reason: '', ...encodeHttp(sentIn(item), 'structured'), truncated: false };
    for (const observation of ['reply', 'status'] as const) {
      const replies: readonly Reply[] = [{ kind: 'response', response }];
      expect(item.judge(observe(evidence(item, { observation, replies })))).toMatchObject({
        status: 'inconclusive',
        message: expect.stringContaining('does not arrive at a sink'),
      });
    }
  });
});

describe('a rule about one mode', () => {
  const item = made({ passedOn: 'binary', expect: { event: { attributes: { id: '{token}' } } } });

  it('is judged in that mode', () => {
    expect(judged(item, messages('binary', sentIn(item)))).toEqual({ status: 'pass' });
  });

  it('does not apply to what is passed on in another', () => {
    expect(judged(item, messages('structured', sentIn(item)))).toEqual({
      status: 'not-applicable',
      message: 'it was not passed on in binary mode, which alone the rule is about',
    });
  });
});

describe('one of several values', () => {
  const item = made({ expect: { event: { oneOf: { subject: ['a', 'b'] } } } });
  const of = (subject: string): string =>
    judged(
      item,
      messages(
        'structured',
        sentIn(item).map((event) => withSubject(event, subject)),
      ),
    ).status;

  it('passes, another fails, and so does none', () => {
    expect(['a', 'b', 'c', 'ab'].map(of)).toEqual(['pass', 'pass', 'fail', 'fail']);
    const without = sentIn(item).map((event) => ({
      ...event,
      attributes: new Map([...event.attributes].filter(([name]) => name !== 'subject')),
    }));
    expect(judged(item, messages('structured', without))).toMatchObject({
      status: 'fail',
      message: 'subject is missing',
    });
  });
});

describe('a case of an intermediary', () => {
  it('needs a message, and rests on what is read of a plain event', () => {
    expect(made()).toMatchObject({ task: 'forward', needs: 'message', requires: [{ outcome: 'accepted' }] });
  });

  it('without an expectation is recorded', () => {
    const free = made({ expect: undefined as never, watch: ['subject'] });
    expect(judged(free, messages('binary', sentIn(free)))).toMatchObject({
      status: 'observed',
      message: 'accepted, 1 event came out',
      actual: { events: [{ subject: `${TOKEN}-subject` }] },
    });
  });
});
