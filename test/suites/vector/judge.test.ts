import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../../src/binding/types.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import { observe } from '../../../src/engine/observe.js';
import type { Reply, Stimulus, TransportFailure } from '../../../src/target/types.js';
import type { Vector } from '../../../suites/vector/types.js';
import { broken, evidenceOf, responded, trueArrival, trueReply } from '../../engine/helpers/observed.js';
import { tinyCases, vector } from '../../engine/tiny-suite.js';

const JSON_TYPE = [['Content-Type', 'application/cloudevents+json']] as const;
const BATCH_TYPE = [['Content-Type', 'application/cloudevents-batch+json']] as const;

/** What is said of a vector over its first carrier when the target answers like this. */
function judge(
  one: Vector,
  reply: (request: Stimulus, token: string) => Reply,
  more: Partial<Evidence> = {},
  bare = false,
): Judgement {
  const [item] = tinyCases([one], bare ? { [one.requirement]: { needs: ['status'] } } : {});
  if (item === undefined) throw new Error('no carrier');
  const { token } = evidenceOf(item, () => responded(204));
  return item.judge(observe(evidenceOf(item, (request) => reply(request, token), more)));
}

const subject = vector('core.subject');
const binary = vector('core.subject', { carriers: ['http-binary'] });
const pair = [{ set: { id: '{token}-1' } }, { set: { id: '{token}-2' } }];
const batch = vector('http.batch', {
  carriers: ['http-batch'],
  batch: pair,
  expect: { elements: pair.map(({ set }) => ({ attributes: set })) },
});
const refusal = vector('http.bad', { expect: { refused: { attributes: ['subject'] } } });
const free = vector('core.free', { expect: undefined as never, watch: ['subject', 'data'] });
const accepted = vector('core.bare', { expect: { accepted: true } });
const event = (token: string, attributes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ specversion: '1.0', id: token, source: `/${token}`, type: 't', ...attributes });

describe('what no answer says', () => {
  const codes: readonly TransportFailure['code'][] = [
    'timeout',
    'unreachable',
    'closed',
    'reset',
    'tls',
    'not-http',
    'too-large',
    'aborted',
  ];
  const statuses = (one: Vector) =>
    Object.fromEntries(codes.map((code) => [code, judge(one, () => broken(code)).status]));
  const nothing = {
    unreachable: 'inconclusive',
    tls: 'inconclusive',
    'too-large': 'inconclusive',
    aborted: 'inconclusive',
  };

  it.each([
    ['a valid event', subject, 'timeout', 'fail'],
    ['an event to be accepted', accepted, 'timeout', 'fail'],
    ['an event to be refused', refusal, 'timeout', 'inconclusive'],
    ['input without a rule', free, 'inconclusive', 'inconclusive'],
  ] as const)('to %s', (_, one, late, cut) => {
    expect(statuses(one)).toEqual({ ...nothing, timeout: late, closed: cut, reset: cut, 'not-http': cut });
  });

  it('is one cause for all cases', () => {
    const keys = [subject, accepted].map((one) => judge(one, () => broken('reset')).cause?.key);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('an expected event', () => {
  it('that came out passes', () => {
    expect(judge(subject, trueReply).status).toBe('pass');
    expect(judge(binary, trueReply).status).toBe('pass');
  });

  it.each([401, 403, 404, 405, 429, 301, 503])('answered with %i is not decided', (status) => {
    expect(judge(subject, () => responded(status))).toMatchObject({ status: 'inconclusive' });
  });

  it.each([400, 413, 415, 422, 500])('refused with %i fails, in the words of the target', (status) => {
    const judgement = judge(subject, () => responded(status, [], 'no such thing'));
    expect(judgement).toMatchObject({ status: 'fail', actual: `refused with ${status}: no such thing` });
  });

  it('is refused for one cause, whatever token and number the words hold', () => {
    const keys = ['t0123456789ab at 17', 't9876543210zy at 4'].map(
      (words) => judge(subject, () => responded(400, [], words)).cause?.key,
    );
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['nothing', responded(200)],
    ['something else', responded(200, [['Content-Type', 'application/json']], '{}')],
    ['a page', responded(200, [['Content-Type', 'text/html']], '<p>')],
    [
      'another event',
      responded(200, JSON_TYPE, '{"specversion":"1.0","id":"x","source":"/x","type":"t","subject":"s"}'),
    ],
  ])('of which %s came out fails as lost', (_, reply) => {
    expect(judge(subject, () => reply)).toMatchObject({
      status: 'fail',
      message: expect.stringContaining('no event came out'),
    });
  });

  it.each([
    ['not JSON', responded(200, JSON_TYPE, '{')],
    ['not UTF-8', responded(200, JSON_TYPE, Buffer.from([0x22, 0xff, 0x22]))],
    ['another format', responded(200, [['Content-Type', 'application/cloudevents+xml']], '<event/>')],
    ['an odd event', responded(200, JSON_TYPE, '{"specversion":{},"id":1}')],
  ])('whose answer is %s is not decided', (_, reply) => {
    expect(judge(subject, () => reply).status).toBe('inconclusive');
  });

  it('that was cut on its way to us is not decided', () => {
    const judgement = judge(subject, (request) => {
      const reply = trueReply(request);
      return reply.kind === 'response' ? { ...reply, response: { ...reply.response, truncated: true } } : reply;
    });
    expect(judgement).toMatchObject({
      status: 'inconclusive',
      message: expect.stringContaining('longer than the harness reads'),
    });
  });

  it.each([
    ['lost', {}, 'subject is missing'],
    ['changed', { subject: 'x' }, 'subject has another value'],
  ])('%s in part fails, and says in which', (_, attributes, message) => {
    const judgement = judge(subject, (_request, token) => responded(200, JSON_TYPE, event(token, attributes)));
    expect(judgement).toMatchObject({
      status: 'fail',
      message,
      expected: { subject: expect.stringContaining('-subject') },
    });
  });

  it('with an altered id fails as altered, not as lost', () => {
    const id = vector('core.id', { expect: { event: { attributes: { id: '{token}' } } } });
    const judgement = judge(id, (_, token) => responded(200, JSON_TYPE, event(token, { id: token.toUpperCase() })));
    expect(judgement).toMatchObject({ status: 'fail', message: 'id has another value' });
  });

  it('beside another that nobody sent fails', () => {
    const two = (token: string): string =>
      `[${event(token, { subject: `${token}-subject` })},${event(token, { id: 'more' })}]`;
    expect(judge(subject, (_, token) => responded(200, BATCH_TYPE, two(token)))).toMatchObject({
      status: 'fail',
      message: 'event should not be there',
    });
  });

  it('is only seen to be accepted where the status is all that is seen', () => {
    const bare = { observation: 'status' } as const;
    expect(judge(subject, () => responded(202), bare).status).toBe('inconclusive');
    expect(judge(subject, () => responded(202), bare, true)).toMatchObject({ status: 'pass', bare: true });
    expect(judge(accepted, () => responded(202))).toMatchObject({ status: 'pass', bare: true });
  });
});

describe('an answer that only repeats', () => {
  const copy = ({ headers, body }: Stimulus): Reply => responded(200, headers, body);

  it.each(['http-binary', 'http-structured', 'http-batch'] as const)('the request shows nothing over %s', (carrier) => {
    const one = carrier === 'http-batch' ? batch : vector('core.subject', { carriers: [carrier] });
    expect(judge(one, copy)).toMatchObject({ status: 'inconclusive' });
  });

  it.each([
    ['without its body', ''],
    ['with another body', '{"probe":1}'],
  ])('the headers %s shows nothing', (_, body) => {
    expect(judge(binary, ({ headers }) => responded(200, headers, body)).status).toBe('inconclusive');
    const encoded = vector('http.enc', {
      carriers: ['http-binary'],
      event: { set: { subject: '{token} €"%' } },
      expect: { event: { attributes: { subject: '{token} €"%' } } },
    });
    expect(judge(encoded, ({ headers }) => responded(200, headers, body)).status).toBe('inconclusive');
    expect(judge(encoded, trueReply).status).toBe('pass');
  });

  it('the value undecoded, in structured mode, fails', () => {
    const encoded = vector('http.dec', {
      carriers: ['http-binary'],
      event: { set: { subject: 'a%b' } },
      expect: { event: { attributes: { subject: 'a%b' } } },
    });
    const judgement = judge(encoded, (_, token) => responded(200, JSON_TYPE, event(token, { subject: 'a%25b' })));
    expect(judgement).toMatchObject({ status: 'fail', message: expect.stringContaining('not decoded') });
  });

  it('is no excuse for a plain value that came out otherwise', () => {
    const changed = ({ headers, body }: Stimulus): Reply =>
      responded(
        200,
        headers.map(([name, value]): HeaderLine => [name, name === 'ce-subject' ? 'other' : value]),
        body,
      );
    expect(judge(binary, changed)).toMatchObject({ status: 'fail', message: 'subject has another value' });
  });
});

describe('a batch', () => {
  it('that came out whole passes, in any order', () => {
    expect(judge(batch, trueReply).status).toBe('pass');
    const turned = (token: string): string =>
      `[${event(token, { id: `${token}-2` })},${event(token, { id: `${token}-1` })}]`;
    expect(judge(batch, (_, token) => responded(200, BATCH_TYPE, turned(token))).status).toBe('pass');
  });

  it.each([
    ['one is missing', ['-1'], 'event is missing'],
    ['one is there twice', ['-1', '-2', '-2'], 'event should not be there'],
    ['one is another', ['-1', '-3'], 'event is missing'],
  ])('of which %s fails', (_, ends, message) => {
    const body = (token: string): string => `[${ends.map((end) => event(token, { id: token + end })).join()}]`;
    expect(judge(batch, (_request, token) => responded(200, BATCH_TYPE, body(token)))).toMatchObject({
      status: 'fail',
      message,
    });
  });

  it('that arrives with a duplicate at the sink passes: forwarding may repeat itself', () => {
    const [item] = tinyCases([batch]);
    if (item === undefined) throw new Error('no carrier');
    const { token, requests } = evidenceOf(item, () => responded(202));
    const arrived = [...requests, ...requests].map(trueArrival);
    const seen: Evidence = { token, requests, observation: 'sink', replies: [responded(202)], arrived, ms: 0 };
    expect(item.judge(observe(seen)).status).toBe('pass');
    expect(item.judge(observe({ ...seen, arrived: [], fence: 'lost' })).status).toBe('inconclusive');
    expect(item.judge(observe({ ...seen, arrived: [] })).status).toBe('fail');
  });
});

describe('a refusal that is asked for', () => {
  it.each([400, 415, 422, 500])('passes with %i', (status) => {
    expect(judge(refusal, () => responded(status)).status).toBe('pass');
  });

  it.each([
    ['200 and no event', responded(200), 'pass'],
    ['404', responded(404), 'inconclusive'],
    ['an unreadable event', responded(200, JSON_TYPE, '{'), 'inconclusive'],
    [
      'another event',
      responded(200, JSON_TYPE, '{"specversion":"1.0","id":"x","source":"/x","type":"t","subject":"s"}'),
      'pass',
    ],
  ])('answered with %s', (_, reply, status) => {
    expect(judge(refusal, () => reply).status).toBe(status);
  });

  it('is not seen where the status is all that is seen, and that is 2xx', () => {
    expect(judge(refusal, () => responded(200), { observation: 'status' }).status).toBe('inconclusive');
    expect(judge(refusal, () => responded(400), { observation: 'status' }).status).toBe('pass');
  });

  it('passes where the value was dropped, and fails where one was made up', () => {
    expect(judge(refusal, (_, token) => responded(200, JSON_TYPE, event(token, {}))).status).toBe('pass');
    expect(judge(refusal, (_, token) => responded(200, JSON_TYPE, event(token, { subject: 'x' })))).toMatchObject({
      status: 'fail',
      actual: { subject: 'x' },
    });
  });

  it('fails where it is said, and the event is passed on all the same', () => {
    const [item] = tinyCases([refusal]);
    if (item === undefined) throw new Error('no carrier');
    const seen = evidenceOf(item, () => responded(400), { observation: 'sink' });
    expect(item.judge(observe(seen)).status).toBe('pass');
    expect(item.judge(observe({ ...seen, fence: 'lost' })).status).toBe('pass');
    expect(item.judge(observe({ ...seen, arrived: seen.requests.map(trueArrival) })).status).toBe('fail');
  });

  it('is not concluded from silence behind a lost fence', () => {
    expect(judge(refusal, () => responded(202), { observation: 'sink', fence: 'lost' }).status).toBe('inconclusive');
    expect(judge(refusal, () => responded(202), { observation: 'sink' }).status).toBe('pass');
  });
});

describe('input without a rule', () => {
  it.each([
    [
      'accepted',
      trueReply,
      { reaction: 'accepted', status: 200, events: [{ subject: expect.any(String), data: expect.anything() }] },
    ],
    ['refused', () => responded(400), { reaction: 'refused', status: 400 }],
    ['undecided', () => responded(404), { reaction: 'undecided', status: 404 }],
  ])('is recorded when %s', (word, reply, actual) => {
    expect(judge(free, reply)).toEqual({ status: 'observed', message: expect.stringContaining(word), actual });
  });

  it('is never judged, whatever comes back', () => {
    const any = fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      body: fc.uint8Array(),
      type: fc.constantFrom('application/cloudevents+json', 'text/plain', 'application/json'),
    });
    fc.assert(
      fc.property(any, ({ status, body, type }) => {
        expect(['observed', 'inconclusive']).toContain(
          judge(free, () => responded(status, [['Content-Type', type]], body)).status,
        );
      }),
    );
  });
});

describe('any judge', () => {
  it('never passes an answer that does not hold the token of its case', () => {
    const body = fc.oneof(fc.json(), fc.string(), fc.constant(event('tzzzzzzzzzzzz', { subject: 'x' })));
    const type = fc.constantFrom(
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
      'application/json',
      '',
    );
    fc.assert(
      fc.property(body, type, fc.constantFrom(subject, binary, batch), (text, contentType, one) => {
        expect(judge(one, () => responded(200, [['Content-Type', contentType]], text)).status).not.toBe('pass');
      }),
    );
  });

  it('never throws', () => {
    const value = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });
    const headers = fc.array(
      fc.tuple(fc.constantFrom('Content-Type', 'ce-id', 'ce-source', 'ce-subject', 'ce-specversion', 'ce-time'), value),
    );
    const any = fc.constantFrom(subject, binary, batch, refusal, free, accepted);
    fc.assert(
      fc.property(headers, fc.uint8Array(), fc.integer({ min: 100, max: 599 }), any, (lines, bytes, status, one) => {
        expect(judge(one, () => responded(status, lines, bytes))).toHaveProperty('status');
      }),
    );
  });
});
