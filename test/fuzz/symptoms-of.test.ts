import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../src/binding/decode-message.js';
import { encodeHttp } from '../../src/binding/http/encode.js';
import type { CloudEvent } from '../../src/event/types.js';
import { NOTHING_DUE } from '../../src/fuzz/shots-of.js';
import type { MutationTrial } from '../../src/fuzz/trial.js';
import type { Reply, TransportFailure } from '../../src/target/types.js';
import { broken, responded, trueReply } from '../engine/helpers/observed.js';
import { event, events, type ReplyOf, symptoms, violation, writing } from './helpers/trials.js';

/** The answer of a receiver that changes what it understood. */
const changing =
  (change: (event: CloudEvent) => CloudEvent): ReplyOf =>
  (request) => {
    const decoded = decodeMessage(request);
    if (decoded.kind === 'rejected') return responded(400, [], decoded.reason);
    const { headers, body } = encodeHttp(decoded.value.events.map(change), 'structured');
    return responded(200, headers, body);
  };

const withAttributes = (more: Readonly<Record<string, string>>): ReplyOf =>
  changing(({ attributes, ...rest }) => ({ ...rest, attributes: new Map([...attributes, ...Object.entries(more)]) }));

/** One answer for each message, in order. */
const inOrder =
  (...replies: readonly ReplyOf[]): ReplyOf =>
  (request, index) =>
    replies[index]?.(request, index) ?? trueReply(request);

const damaged: MutationTrial = {
  kind: 'mutation',
  event: event(),
  writing: writing('http-structured'),
  mutation: { steps: [{ kind: 'truncate', at: 500 }], delivery: {} },
};
const cutOff: MutationTrial = { ...damaged, mutation: { steps: [], delivery: { cutAt: 500 } } };

const DUE = { obligations: { ...NOTHING_DUE, isDue: () => true } };
const NONCHARACTER = { kind: 'set', attribute: 'subject', value: 'a\ufffe' } as const;

describe('what is no symptom', () => {
  it('the answers of the reference, to all that can be sent', () => {
    expect(symptoms(events(event({ subject: 'x' }), 'http-structured', 'http-binary'), trueReply)).toEqual([]);
    expect(symptoms({ ...events(), again: true }, trueReply)).toEqual([]);
    expect(symptoms(violation('core.type.str-nonchar', NONCHARACTER), trueReply, DUE)).toEqual([]);
    expect(symptoms(damaged, trueReply)).toEqual([]);
  });

  it.each([413, 414, 431])('%i, which is about the size of a request, whatever another form is answered', (status) => {
    const tooLarge = inOrder(() => responded(status));
    expect(symptoms(events(event(), 'http-structured', 'http-binary'), tooLarge)).toEqual([]);
    expect(symptoms({ ...events(), again: true }, tooLarge)).toEqual([]);
  });

  it('400 for a header section beyond the limits of many a server, though not for a shorter one', () => {
    const long = (length: number) => events(event({ ext: 'x'.repeat(length) }), 'http-binary');
    expect(symptoms(long(8000), () => responded(400))).toEqual([]);
    expect(symptoms(long(6000), () => responded(400))).toMatchObject([{ class: 'refused' }]);
    const structured = events(event({ ext: 'x'.repeat(8000) }), 'http-structured');
    expect(symptoms(structured, () => responded(400))).toMatchObject([{ class: 'refused' }]);
    expect(symptoms(long(8000), () => ({ kind: 'rejected', reason: 'too long' }))).toMatchObject([
      { class: 'refused' },
    ]);
  });

  it.each([301, 401, 404, 408, 429])('%i, which says nothing about the event', (status) => {
    expect(
      symptoms(
        { ...events(event(), 'http-structured', 'http-binary'), again: true },
        inOrder(() => responded(status)),
      ),
    ).toEqual([]);
  });

  it.each([501, 505])('%i, which says that something is not served', (status) => {
    expect(symptoms(damaged, () => responded(status))).toEqual([]);
  });

  it.each<TransportFailure['code']>(['tls', 'too-large', 'broker', 'interrupted', 'aborted'])(
    'a failure that says nothing about the target: %s',
    (code) => {
      expect(symptoms(events(), () => broken(code))).toEqual([]);
    },
  );

  it.each<Reply>([broken('closed'), broken('timeout'), responded(500)])(
    'whatever becomes of a message that is cut off',
    (reply) => {
      expect(symptoms(cutOff, () => reply)).toEqual([]);
      expect(symptoms(damaged, () => reply)).toHaveLength(1);
    },
  );

  it('an answer to what is invalid of who is not obliged to refuse it', () => {
    const trial = violation('core.type.str-nonchar', NONCHARACTER);
    expect(
      symptoms(
        trial,
        changing((one) => one),
      ),
    ).toEqual([]);
    expect(symptoms(trial, () => responded(400))).toEqual([]);
  });

  it('a refusal of the broken one alone where a refusal is due', () => {
    const refusing = inOrder(trueReply, () => responded(422, [], 'no'));
    expect(symptoms(violation('core.type.str-nonchar', NONCHARACTER), refusing, DUE)).toEqual([]);
  });
});

describe('no answer', () => {
  it.each<readonly [TransportFailure['code'], string]>([
    ['timeout', 'hang'],
    ['closed', 'dropped'],
    ['reset', 'dropped'],
    ['unreachable', 'crash'],
    ['thrown', 'thrown'],
    ['not-http', 'nonsense'],
    ['protocol', 'nonsense'],
  ])('%s is the class %s', (code, kind) => {
    for (const trial of [events(), damaged])
      expect(symptoms(trial, () => broken(code))).toMatchObject([
        { class: kind, way: 'http-structured', names: [], detail: code, message: `it was ${code}` },
      ]);
  });

  it('is an answer of 500, and its status tells it from others', () => {
    expect(symptoms(damaged, () => responded(500))).toMatchObject([
      { class: 'server-error', title: 'It answers 500', actual: 500, detail: '500' },
    ]);
    expect(symptoms(damaged, () => responded(599))).toMatchObject([{ detail: '599' }]);
  });

  it('weighs more than a wrong answer, and names the form over which it was met', () => {
    const trial = events(event({ subject: 'a' }), 'http-structured', 'http-binary');
    const found = symptoms(
      trial,
      inOrder(withAttributes({ subject: 'b' }), () => broken('timeout')),
    );
    expect(found).toMatchObject([{ class: 'hang', way: 'http-binary' }]);
  });
});

describe('a wrong answer', () => {
  it('refuses a valid event: what it says tells it from others', () => {
    const found = symptoms(events(event({ subject: 'x' }), 'http-binary'), () => responded(400, [], 'no such thing'));
    expect(found).toMatchObject([{ class: 'refused', way: 'http-binary', names: [], expected: 'accepted' }]);
    expect(found[0]?.detail).toContain('400 no such thing');
    expect(found[0]?.title).toBe('A valid event is refused with 400: no such thing');
    expect(found[0]).not.toHaveProperty('requirement');
  });

  it('does not have the event', () => {
    expect(symptoms(events(), () => responded(202))).toMatchObject([{ class: 'lost', names: [] }]);
  });

  it('has another value', () => {
    const found = symptoms(events(event({ subject: 'a' })), withAttributes({ subject: 'b' }));
    expect(found).toMatchObject([
      { class: 'altered', names: ['subject'], detail: 'changed', expected: { subject: 'a' }, actual: { subject: 'b' } },
    ]);
  });

  it('has equivalent URIs, which is no symptom, and something else, which is', () => {
    const sent = event({ source: 'S:', dataschema: 'http://a', subject: 'a' });
    const same = { source: 's:', dataschema: 'http://a/' };
    expect(symptoms(events(sent), withAttributes(same))).toEqual([]);
    expect(symptoms(events(sent), withAttributes({ ...same, subject: 'b' }))).toMatchObject([
      { names: ['subject'], title: 'Subject has another value' },
    ]);
    expect(symptoms(events(sent), withAttributes({ source: 'S:#' }))).toMatchObject([{ names: ['source'] }]);
  });

  it('lacks an attribute', () => {
    const bare = changing(({ attributes }) => ({
      attributes: new Map([...attributes].filter(([name]) => name !== 'ext')),
    }));
    expect(symptoms(events(event({ ext: 'a' })), bare)).toMatchObject([
      { class: 'altered', names: ['ext'], detail: 'lost' },
    ]);
  });

  it('has other data, or none, or some that was not sent', () => {
    const sent = events(event({}, { kind: 'json', value: [1] }));
    const with2 = changing((one) => ({ ...one, data: { kind: 'json', value: [2] } }));
    const without = changing(({ attributes }) => ({ attributes }));
    expect(symptoms(sent, with2)).toMatchObject([{ class: 'altered', names: ['data'], detail: 'data-changed' }]);
    expect(symptoms(sent, without)).toMatchObject([{ class: 'altered', names: ['data'], detail: 'data-lost' }]);
    expect(symptoms(events(), with2)).toMatchObject([{ class: 'altered', names: ['data'], detail: 'data-invented' }]);
  });

  it('lacks an event of a batch', () => {
    const batch = events([event({ id: 'a' }), event({ id: 'b' })], 'http-batch');
    const one: ReplyOf = (request) => {
      const decoded = decodeMessage(request);
      const kept = decoded.kind === 'decoded' ? decoded.value.events.slice(0, 1) : [];
      const { headers, body } = encodeHttp(kept, 'batch');
      return responded(200, headers, body);
    };
    expect(symptoms(batch, one)).toMatchObject([{ class: 'altered', names: ['event'], detail: 'lost' }]);
    expect(symptoms(batch, trueReply)).toEqual([]);
  });

  it('lets through what has to be refused, and names the rule', () => {
    const trial = violation('core.type.str-nonchar', NONCHARACTER);
    const found = symptoms(
      trial,
      changing((one) => one),
      DUE,
    );
    expect(found).toMatchObject([{ class: 'let-through', requirement: 'core.type.str-nonchar' }]);
    expect(found).toHaveLength(1);
  });

  it('refuses the twin of a violation: that it refuses the violation too shows nothing', () => {
    const found = symptoms(violation('core.type.str-nonchar', NONCHARACTER), () => responded(400), DUE);
    expect(found).toMatchObject([{ class: 'refused', way: 'http-structured' }]);
    expect(found).toHaveLength(1);
  });

  it('is one of the form that was refused, where another form of the same event was not', () => {
    const trial = events(event(), 'http-structured', 'http-binary');
    const found = symptoms(
      trial,
      inOrder(trueReply, () => responded(400)),
    );
    expect(found).toMatchObject([{ class: 'refused', way: 'http-binary' }]);
  });
});

describe('an answer that holds what belongs to another event', () => {
  const OTHER = 'tabcdefghijkl';

  it('is a leak, wherever the token stands', () => {
    const found = symptoms(events(), withAttributes({ ext: `x${OTHER}y` }), { issued: [OTHER] });
    expect(found).toMatchObject([{ class: 'leaked', names: ['ext'] }]);
  });

  it('is none where no event has that token, or where the message itself has it', () => {
    expect(symptoms(events(), withAttributes({ ext: OTHER }))).toEqual([]);
    expect(symptoms(events(event({ ext: OTHER })), trueReply, { issued: [OTHER] })).toEqual([]);
    expect(symptoms(events(event({ ext: OTHER }), 'http-binary'), trueReply, { issued: [OTHER] })).toEqual([]);
  });

  it('is none where all that is seen is the status', () => {
    const asking = { issued: [OTHER], observation: 'status' } as const;
    expect(symptoms(events(), withAttributes({ ext: OTHER }), asking)).toEqual([]);
  });
});

describe('the same message twice', () => {
  const twice = { ...events(), again: true } as const;

  it('with two answers is not repeatable, which weighs more than the refusal', () => {
    const found = symptoms(
      twice,
      inOrder(() => responded(400), trueReply),
    );
    expect(found).toMatchObject([
      { class: 'unrepeatable', message: 'first refused, then accepted, and understood', expected: 'refused' },
    ]);
  });

  it('is not repeatable either where it is accepted both times and comes out in two ways', () => {
    const found = symptoms(twice, inOrder(trueReply, withAttributes({ type: 'other' })));
    expect(found).toMatchObject([
      { class: 'unrepeatable', expected: 'accepted, and understood', actual: 'accepted, and not understood' },
    ]);
  });

  it.each([
    ['refused', () => responded(409)],
    ['accepted, and nothing comes of it', () => responded(202)],
  ] as const)('may be taken for a duplicate the second time: %s', (_, second) => {
    expect(symptoms(twice, inOrder(trueReply, second))).toEqual([]);
  });

  it('with the same wrong answer is wrong once, not unrepeatable', () => {
    expect(symptoms(twice, () => responded(400)).map((one) => one.class)).toEqual(['refused']);
    expect(symptoms(twice, withAttributes({ type: 'other' })).map((one) => one.class)).toEqual(['altered', 'altered']);
  });
});

describe('an invalid message that nothing is demanded for', () => {
  const trial = violation('core.attr.missing', { kind: 'unset', attribute: 'id' });
  const answers = (statuses: readonly number[]): readonly string[] =>
    symptoms(trial, (_, index) => responded(statuses[index] ?? 200)).map((one) => one.class);

  it('may be taken or refused, but not both', () => {
    expect(answers([200, 200])).toEqual([]);
    expect(answers([400, 400])).toEqual([]);
    expect(answers([400, 200])).toEqual(['disagrees']);
    expect(answers([200, 422])).toEqual(['disagrees']);
  });

  it('is undecided behind an answer about something else', () => {
    expect(answers([429, 200])).toEqual([]);
    expect(answers([200, 413])).toEqual([]);
  });
});
