import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../src/binding/types.js';
import type { Evidence } from '../../src/engine/evidence.js';
import { observe, reaction, repeatsHeaders } from '../../src/engine/observe.js';
import type { Reply, Stimulus } from '../../src/target/types.js';
import { baselineOf } from '../../suites/vector/case.js';
import { broken, evidenceOf, responded, response, trueArrival, trueReply } from './helpers/observed.js';
import { named, tinySuite } from './tiny-suite.js';

const { baseline } = tinySuite();
const copy = (request: Stimulus) => responded(200, request.headers, request.body);
const outputOf = (evidence: Evidence) => observe(evidence).outputs[0];

describe('reaction', () => {
  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [299, 'accepted'],
    [100, 'undecided'],
    [307, 'undecided'],
    [401, 'undecided'],
    [404, 'undecided'],
    [429, 'undecided'],
    [502, 'undecided'],
    [503, 'undecided'],
    [504, 'undecided'],
    [400, 'refused'],
    [413, 'refused'],
    [415, 'refused'],
    [422, 'refused'],
    [500, 'refused'],
    [599, 'refused'],
  ] as const)('%i is %s', (status, kind) => {
    expect(reaction(responded(status)).kind).toBe(kind);
  });

  it('of no response is broken, with the failure', () => {
    expect(reaction(broken('reset'))).toEqual({ kind: 'broken', failure: { code: 'reset', message: 'it was reset' } });
  });

  it('keeps the beginning of what a refusal said, whatever bytes it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (body) => {
        const said = reaction(responded(400, [], body));
        expect(said.kind === 'refused' && said.text.length <= 240).toBe(true);
      }),
    );
  });
});

describe('the reaction of an adapter', () => {
  it.each<[Reply, string]>([
    [{ kind: 'events', events: [] }, 'accepted'],
    [{ kind: 'messages', messages: [] }, 'accepted'],
    [{ kind: 'valid' }, 'accepted'],
    [{ kind: 'rejected', reason: 'no' }, 'refused'],
    [{ kind: 'invalid', reason: 'no' }, 'refused'],
    [{ kind: 'unsupported' }, 'undecided'],
    [{ kind: 'unwritten', reason: 'no' }, 'undecided'],
  ])('%j is %s, without a status', (reply, kind) => {
    expect(reaction(reply).kind).toBe(kind);
    expect(reaction(reply)).not.toHaveProperty('status');
  });

  it('keeps the beginning of a reason, in whole letters', () => {
    const long = reaction({ kind: 'rejected', reason: `${'x'.repeat(239)}\u{1f600}${'y'.repeat(1_000_000)}` });
    expect(long).toEqual({ kind: 'refused', text: 'x'.repeat(239) });
    expect(reaction({ kind: 'invalid', reason: 'y'.repeat(500) })).toEqual({ kind: 'refused', text: 'y'.repeat(240) });
    expect(reaction({ kind: 'rejected', reason: '' })).toEqual({ kind: 'refused', text: '' });
  });
});

describe('outputs of an adapter', () => {
  const item = baseline('http-binary');
  const event = { attributes: new Map([['id', 'x']]) };
  const over = (...replies: readonly Reply[]) =>
    observe({ ...evidenceOf(item, trueReply), observation: 'adapter', replies }).outputs;

  it('are the events themselves, hidden behind no message', () => {
    expect(over({ kind: 'events', events: [event, event] })).toEqual([
      { decoded: { kind: 'decoded', value: { mode: 'structured', events: [event, event] } }, copied: false },
    ]);
  });

  it('are the messages, read by our own decoder', () => {
    const [request] = item.stimulus('t0123456789ab');
    if (request === undefined) throw new Error('no request');
    const { headers, body } = request;
    expect(
      over({
        kind: 'messages',
        messages: [
          { headers, body },
          { headers: [], body: Buffer.from('x') },
        ],
      }),
    ).toMatchObject([
      { message: { headers }, decoded: { kind: 'decoded', value: { mode: 'binary' } } },
      { decoded: { kind: 'rejected' }, copied: false },
    ]);
  });

  it('are none of what is refused, validated, unsupported or lost', () => {
    expect(
      over(
        { kind: 'rejected', reason: '' },
        { kind: 'valid' },
        { kind: 'invalid', reason: '' },
        { kind: 'unsupported' },
        broken('closed'),
      ),
    ).toEqual([]);
  });

  it('are not looked for where another way to observe was chosen', () => {
    const evidence = {
      ...evidenceOf(item, () => ({ kind: 'events', events: [event] })),
      observation: 'reply' as const,
    };
    expect(observe(evidence).outputs).toEqual([]);
  });
});

describe('outputs', () => {
  const item = baseline('http-structured');

  it('are none where only the status is observed', () => {
    expect(observe(evidenceOf(item, trueReply, { observation: 'status' })).outputs).toEqual([]);
  });

  it('are the replies, or else what arrived at the sink, never both', () => {
    const evidence = evidenceOf(item, trueReply);
    expect(outputOf(evidence)?.decoded.kind).toBe('decoded');
    expect(observe({ ...evidence, observation: 'sink' }).outputs).toEqual([]);
    const arrived = evidence.requests.map(trueArrival);
    expect(observe({ ...evidence, replies: [responded(202)], observation: 'sink', arrived }).outputs).toHaveLength(1);
  });

  it.each([400, 307, 500])('are not looked for in an answer of %i', (status) => {
    const evidence = evidenceOf(item, (request) => {
      const reply = trueReply(request);
      return reply.kind === 'response' ? { ...reply, response: { ...reply.response, status } } : reply;
    });
    expect(observe(evidence).outputs).toEqual([]);
  });

  it('of a reply that was cut are neither an event nor nothing', () => {
    const evidence = evidenceOf(item, (request) => {
      const reply = trueReply(request);
      return reply.kind === 'response' ? { ...reply, response: { ...reply.response, truncated: true } } : reply;
    });
    expect(outputOf(evidence)?.decoded).toMatchObject({ kind: 'rejected', code: 'malformed' });
  });

  it('never throw, whatever the target sends', () => {
    const name = fc.constantFrom(
      'Content-Type',
      'content-type',
      'ce-id',
      'CE-Source',
      'ce-',
      'ce-data',
      'x',
      '__proto__',
    );
    const value = fc.oneof(
      fc.constantFrom(
        'application/cloudevents+json',
        'application/cloudevents-batch+json',
        'application/json',
        '%',
        '%FF',
        '"',
        '"\\',
      ),
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }),
    );
    const body = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), body, (headers, bytes) => {
        expect(observe(evidenceOf(item, () => responded(200, headers, bytes))).outputs).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('copies', () => {
  it.each(['http-binary', 'http-structured', 'http-batch'] as const)('of %s are seen through', (carrier) => {
    expect(outputOf(evidenceOf(baseline(carrier), copy))?.copied).toBe(true);
  });

  it.each(['http-binary', 'http-structured', 'http-batch'] as const)(
    'what the reference answers to %s is none',
    (carrier) => {
      expect(outputOf(evidenceOf(baseline(carrier), trueReply))?.copied).toBe(false);
    },
  );

  it('are copies with other headers around, another casing, and a parameter at the type', () => {
    const evidence = evidenceOf(baseline('http-binary'), ({ headers, body }) =>
      responded(
        200,
        [
          ['Server', 'x'],
          ...headers.map(
            ([name, value]): HeaderLine =>
              name === 'Content-Type' ? [name, `${value}; charset=utf-8`] : [name.toUpperCase(), value],
          ),
        ],
        body,
      ),
    );
    expect(outputOf(evidence)?.copied).toBe(true);
  });

  it('are copies also where the server took white space away, or joined repeated lines', () => {
    const request = {
      headers: [
        ['ce-id', ' a\t'],
        ['ce-x', '1'],
        ['CE-X', ' 2'],
      ] as const,
      body: Buffer.of(),
    };
    expect(
      repeatsHeaders(
        request,
        response(200, [
          ['CE-ID', 'a'],
          ['ce-x', '1, 2'],
        ]),
      ),
    ).toBe(true);
    expect(
      repeatsHeaders(
        request,
        response(200, [
          ['ce-id', 'a'],
          ['ce-x', '1'],
        ]),
      ),
    ).toBe(false);
    expect(repeatsHeaders({ headers: [], body: Buffer.of() }, response(200, [['ce-id', 'a']]))).toBe(false);
  });

  it('are none where one value was written in another way', () => {
    const evidence = evidenceOf(baseline('http-binary'), ({ headers, body }) =>
      responded(
        200,
        headers.map(([name, value]): HeaderLine => [name, name === 'ce-type' ? `${value}x` : value]),
        body,
      ),
    );
    expect(outputOf(evidence)?.copied).toBe(false);
  });
});

describe('what a judge may look at', () => {
  it('says that the fence was lost', () => {
    expect(observe(evidenceOf(baseline('http-binary'), trueReply, { fence: 'lost' })).fence).toBe('lost');
    expect(observe(evidenceOf(baseline('http-binary'), trueReply))).not.toHaveProperty('fence');
  });

  it('is one reaction for each request', () => {
    const item = named(tinySuite().cases, baselineOf('http-batch'));
    const evidence = evidenceOf(item, trueReply);
    expect(
      observe({ ...evidence, replies: [responded(200), broken('closed')] }).reactions.map(({ kind }) => kind),
    ).toEqual(['accepted', 'broken']);
  });
});
