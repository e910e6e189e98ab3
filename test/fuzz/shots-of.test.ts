import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../src/binding/decode-message.js';
import { CARRIERS } from '../../src/engine/carriers.js';
import { validate } from '../../src/event/validate.js';
import { aimsOf } from '../../src/fuzz/aims.js';
import { draw } from '../../src/fuzz/draw.js';
import type { Shot } from '../../src/fuzz/shot.js';
import { NOTHING_DUE, shotsOf } from '../../src/fuzz/shots-of.js';
import type { Trial } from '../../src/fuzz/trial.js';
import type { Stimulus } from '../../src/target/types.js';
import { trueReply } from '../engine/helpers/observed.js';
import { answeredBy, event, events, violation, writing } from './helpers/trials.js';

const TOKEN = 'tabcdefghijkl';
const DUE = { ...NOTHING_DUE, isDue: () => true };

const sentBy = ({ exchanged }: Shot, token = TOKEN): readonly Stimulus[] => exchanged.stimulus(token);
const sent = (trial: Trial, token = TOKEN): readonly Stimulus[] =>
  shotsOf(trial, 'try', NOTHING_DUE).flatMap((shot) => sentBy(shot, token));

/** The ids of the events in a message. */
function idsIn(message: Stimulus | undefined): readonly unknown[] {
  const decoded = message && decodeMessage(message);
  return decoded?.kind === 'decoded' ? decoded.value.events.map(({ attributes }) => attributes.get('id')) : [];
}

describe('valid events', () => {
  it('are sent in every writing, each with its token before its id', () => {
    const trial = events(event({ id: 'own' }), 'http-structured', 'http-binary', 'http-batch');
    const shots = shotsOf(trial, 'try', NOTHING_DUE);
    expect(shots.map(({ way }) => way)).toEqual(['http-structured', 'http-binary', 'http-batch']);
    expect(new Set(shots.map(({ exchanged }) => exchanged.id)).size).toBe(3);
    for (const shot of shots) expect(idsIn(sentBy(shot)[0])).toEqual([`${TOKEN}own`]);
  });

  it('keep ids that are equal, and those that are not', () => {
    const batch = events([event({ id: 'a' }), event({ id: 'a', source: '/b' }), event({ id: 'b' })], 'http-batch');
    expect(idsIn(sent(batch)[0])).toEqual([`${TOKEN}a`, `${TOKEN}a`, `${TOKEN}b`]);
  });

  it('have other tokens at the next attempt', () => {
    const idOf = (name: string) => shotsOf(events(), name, NOTHING_DUE)[0]?.exchanged.id;
    expect(idOf('1')).not.toBe(idOf('2'));
    expect(idOf('1')).toBe(idOf('1'));
  });

  it('are sent a second time byte by byte, before the other forms', () => {
    const trial = { ...events(event(), 'http-structured', 'http-binary'), again: true } as const;
    const shots = shotsOf(trial, 'try', NOTHING_DUE);
    const [first, second, third] = shots;
    expect(shots.map(({ way }) => way)).toEqual(['http-structured', 'http-structured', 'http-binary']);
    expect(first?.exchanged.id).toBe(second?.exchanged.id);
    expect(first && sentBy(first)).toEqual(second && sentBy(second));
    expect([first?.bytes, second?.bytes, third?.bytes]).toEqual([first?.bytes, first?.bytes, undefined]);
    expect(first?.bytes).toBeDefined();
  });

  it('go through a client library, unless they come in pieces', () => {
    const [whole, inPieces] = sent(events(event(), 'http-structured', writing('http-structured', { pieces: 16 })));
    expect(whole).toMatchObject({ via: 'client', method: 'POST' });
    expect(inPieces).toMatchObject({ via: 'raw', pieces: 16 });
  });

  it('come in few pieces, however long they are', () => {
    const long = event({}, { kind: 'text', text: 'x'.repeat(100_000) });
    const [request] = sent(events(long, writing('http-structured', { pieces: 1 })));
    if (request === undefined || !('pieces' in request)) expect.fail('no pieces');
    expect(request.body.length / (request.pieces ?? 1)).toBeLessThan(25);
  });

  it('pass on the reference', () => {
    for (const trial of [events(), events([event(), event({ id: 'b' })], 'http-batch')])
      for (const { shot, observed } of answeredBy(trial, trueReply))
        expect(shot.judge?.(observed)).toMatchObject({ status: 'pass' });
  });

  it('of which there are none are answered with none, which is a copy and shows nothing', () => {
    for (const { shot, observed } of answeredBy(events([], 'http-batch'), trueReply))
      expect(shot.judge?.(observed)).toMatchObject({ status: 'inconclusive' });
  });
});

describe('a violation', () => {
  const NONCHARACTER = { kind: 'set', attribute: 'subject', value: 'a\ufffe' } as const;
  const trial = violation('core.type.str-nonchar', NONCHARACTER);

  it('comes behind its twin where it is due', () => {
    const [twin, broken, ...more] = shotsOf(trial, 'try', DUE);
    if (twin === undefined || broken === undefined) expect.fail('no shots');
    expect(more).toEqual([]);
    expect([twin.due, broken.due]).toEqual([undefined, 'core.type.str-nonchar']);
    expect(decodeMessage(sentBy(twin)[0] as Stimulus)).toMatchObject({ kind: 'decoded' });
    expect(Buffer.from(sentBy(broken)[0]?.body ?? []).toString('utf8')).toContain('\ufffe');
    expect(twin.exchanged.id).not.toBe(broken.exchanged.id);
  });

  it('comes in two ways that mean the same, and with any answer, where it is not due', () => {
    const shots = shotsOf(trial, 'try', NOTHING_DUE);
    expect(shots.map(({ group, judge, due }) => [group, judge, due])).toEqual([
      ['same violation', undefined, undefined],
      ['same violation', undefined, undefined],
    ]);
    const [plain, other] = sent(trial).map(({ body }) => Buffer.from(body).toString('utf8'));
    expect(other).toBe(`${plain}\r\n `);
  });

  it('comes with its header lines in another order, unless one of them is there twice', () => {
    const other = violation('http.dec.control', { kind: 'line', attribute: 'subject', value: '%00' }, 'http-binary');
    const [lines, reversed] = sent(other).map(({ headers }) => headers);
    expect(reversed).toEqual(lines?.toReversed());
    const twice = violation(
      'core.attr.duplicate',
      { kind: 'one-more-line', attribute: 'id', value: 'b' },
      'http-binary',
    );
    const [one, same] = sent(twice).map(({ headers }) => headers);
    expect(same).toEqual(one);
  });

  it('is not due where what becomes of it is open, or where there is no such rule', () => {
    const open = { kind: 'set', attribute: 'a_b', value: 'x' } as const;
    expect(shotsOf(violation('no.such.rule', open), 'try', DUE).every(({ due }) => due === undefined)).toBe(true);
  });

  it('is marked in an extension too, since its id may be what is wrong', () => {
    const [request] = sent(violation('core.attr.missing', { kind: 'unset', attribute: 'id' }));
    expect(JSON.parse(Buffer.from(request?.body ?? []).toString('utf8'))).toMatchObject({ conformtoken: TOKEN });
  });

  it('is written on a socket, as no client library would send it', () => {
    expect(sent(trial)).toMatchObject([
      { via: 'raw', method: 'POST' },
      { via: 'raw', method: 'POST' },
    ]);
  });
});

describe('a violation for who is asked about events themselves', () => {
  const ASKED = { ...DUE, asked: 'event' } as const;

  it('is sent, and asked about beside its twin', () => {
    const trial = violation('core.type.str-nonchar', { kind: 'set', attribute: 'subject', value: 'a\ufffe' });
    const [sentOne, asked, ...more] = shotsOf(trial, 'try', ASKED);
    expect(more).toEqual([]);
    expect(sentOne).not.toHaveProperty('judge');
    expect(asked?.due).toBe('core.type.str-nonchar');
    const pair = asked?.exchanged.validity?.(TOKEN) ?? [];
    expect(pair.map(({ attributes }) => attributes.get('subject'))).toEqual([undefined, 'a\ufffe']);
    expect(pair.map(({ attributes }) => attributes.get('id'))).toEqual([TOKEN, TOKEN]);
    expect(pair.map((one) => validate(one, '1.0.2').length)).toEqual([0, 1]);
  });

  it('is sent alone where no event is made of the message', () => {
    const trial = violation('json.env.syntax', { kind: 'cut', at: 500 });
    expect(shotsOf(trial, 'try', ASKED).every(({ exchanged }) => exchanged.validity === undefined)).toBe(true);
  });

  it('is sent behind its twin where the text itself asks for the refusal', () => {
    const trial = violation(
      'http.dec.bad-utf8',
      { kind: 'line', attribute: 'subject', value: '%C0%AF' },
      'http-binary',
    );
    const shots = shotsOf(trial, 'try', { ...ASKED, isDemanded: () => true });
    expect(shots.map(({ due, judge }) => [due, typeof judge])).toEqual([
      [undefined, 'function'],
      ['http.dec.bad-utf8', 'function'],
    ]);
  });
});

describe('damage', () => {
  const damaged = (delivery: object): Trial => ({
    kind: 'mutation',
    event: event({}, { kind: 'text', text: 'x'.repeat(1000) }),
    writing: writing('http-binary'),
    mutation: { steps: [], delivery },
  });

  it('is written on a socket, and nothing is asked of the answer', () => {
    const [shot, ...more] = shotsOf(damaged({ framing: 'chunked', pieces: 500 }), 'try', NOTHING_DUE);
    expect(more).toEqual([]);
    expect(shot).not.toHaveProperty('judge');
    expect(shot?.survival).toBe('answer');
    expect(shot && sentBy(shot)).toMatchObject([{ via: 'raw', framing: 'chunked', pieces: 500 }]);
  });

  it('comes in few pieces too', () => {
    const [shot] = shotsOf(damaged({ pieces: 1 }), 'try', NOTHING_DUE);
    const [request] = shot === undefined ? [] : sentBy(shot);
    if (request === undefined || !('pieces' in request)) expect.fail('no pieces');
    expect(request.body.length / (request.pieces ?? 1)).toBeLessThan(25);
  });

  it('is cut off at a share of its body, and then no answer is asked for', () => {
    const [shot] = shotsOf(damaged({ cutAt: 250 }), 'try', NOTHING_DUE);
    expect(shot?.survival).toBe('health');
    const [request] = shot === undefined ? [] : sentBy(shot);
    expect(request).toMatchObject({ cutAfter: 250 });
    expect(request).not.toHaveProperty('cutAt');
  });

  it('of another length than it says asks for no answer either', () => {
    const [shot] = shotsOf(damaged({ lengthDelta: 5 }), 'try', NOTHING_DUE);
    expect(shot?.survival).toBe('health');
    expect(shot && sentBy(shot)).toMatchObject([{ lengthDelta: 5 }]);
  });
});

describe('what a target behind an adapter is asked', () => {
  it('is to write marked events', () => {
    const trial: Trial = {
      kind: 'encode',
      events: [event({ id: 'x' })],
      form: { binding: 'kafka', mode: 'binary' },
    };
    const [shot] = shotsOf(trial, 'try', NOTHING_DUE);
    expect(shot?.way).toBe('kafka-binary');
    const told = shot?.exchanged.told?.(TOKEN);
    expect(told).toMatchObject({ binding: 'kafka', mode: 'binary' });
    expect(told?.events.map(({ attributes }) => attributes.get('id'))).toEqual([`${TOKEN}x`]);
  });

  it('is the value of an expression', () => {
    const expression = { kind: 'literal', value: true, span: { start: 0, end: 4 } } as const;
    const [shot] = shotsOf(
      { kind: 'expression', posed: { expression, event: event(), spelling: 0 } },
      'x',
      NOTHING_DUE,
    );
    expect(shot?.way).toBe('evaluate');
    expect(shot?.exchanged.questions?.(TOKEN)).toEqual([{ expression: 'TRUE', event: event() }]);
  });
});

it('is a function of the token alone, for every trial that can be drawn', () => {
  const aims = aimsOf({ decodes: CARRIERS, encodes: CARRIERS, evaluates: true });
  const drawn = fc.record({ aim: fc.constantFrom(...aims), index: fc.nat({ max: 100_000 }) });
  fc.assert(
    fc.property(drawn, ({ aim, index }) => {
      const { trial } = draw(aim.arbitrary, 7, index);
      for (const due of [DUE, NOTHING_DUE]) {
        const [shots, again] = [shotsOf(trial, 'try', due), shotsOf(trial, 'try', due)];
        expect(shots.length).toBeGreaterThan(0);
        expect(shots.map((shot) => sentBy(shot))).toEqual(again.map((shot) => sentBy(shot)));
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});
