import { describe, expect, it } from 'vitest';
import { print } from '../../src/cesql/print.js';
import { CARRIERS } from '../../src/engine/carriers.js';
import type { JsonValue } from '../../src/event/types.js';
import { toWire } from '../../src/event/wire.js';
import { aimsOf } from '../../src/fuzz/aims.js';
import { draw } from '../../src/fuzz/draw.js';
import { NOTHING_DUE, shotsOf } from '../../src/fuzz/shots-of.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { fromTrialJson, toTrialJson } from '../../src/fuzz/trial-json.js';
import type { TrialJson } from '../../src/report/fuzz/types.js';
import { event, events, violation, writing } from './helpers/trials.js';

const TOKEN = 'tabcdefghijkl';
const aims = aimsOf({ decodes: CARRIERS, encodes: CARRIERS, evaluates: true });

/** Through text, as in a file. */
const kept = (trial: Trial): Trial => fromTrialJson(JSON.parse(JSON.stringify(toTrialJson(trial))));

/** All that a trial sends and asks, as a text that is soon compared. */
const sent = (trial: Trial): string =>
  JSON.stringify(
    shotsOf(trial, 'try', NOTHING_DUE).map(({ exchanged }) => [
      exchanged.stimulus(TOKEN).map(({ body, ...rest }) => [rest, Buffer.from(body).toString('base64')]),
      exchanged.told?.(TOKEN).events.map(toWire),
      exchanged.questions?.(TOKEN).map(({ expression, event: asked }) => [expression, toWire(asked)]),
    ]),
  );

describe('a trial through a file', () => {
  it('sends the same, whatever it aims at', () => {
    for (const [at, { arbitrary }] of aims.entries()) {
      const { trial } = draw(arbitrary, 11, at * 7);
      const back = kept(trial);
      expect(sent(back)).toBe(sent(trial));
      expect(JSON.stringify(toTrialJson(back))).toBe(JSON.stringify(toTrialJson(trial)));
    }
  });

  it('is of every kind in that', () => {
    const kinds = new Set(aims.map(({ arbitrary }) => draw(arbitrary, 11, 0).trial.kind));
    expect(kinds).toEqual(new Set(['events', 'violation', 'mutation', 'encode', 'expression']));
  });

  it('keeps a second message of the same bytes', () => {
    expect(kept({ ...events(), again: true })).toEqual({ ...events(), again: true });
    expect(kept(events())).not.toHaveProperty('again');
  });

  it('keeps names and members that objects have by themselves', () => {
    const value = JSON.parse('{ "__proto__": 1, "constructor": 2 }') as JsonValue;
    const one = events(event({ constructor: 'a', tostring: 'b' }, { kind: 'json', value }));
    expect(sent(kept(one))).toBe(sent(one));
  });

  it('keeps data of every kind', () => {
    for (const data of [
      { kind: 'json', value: null },
      { kind: 'text', text: '' },
      { kind: 'binary', bytes: Uint8Array.of(0, 255) },
    ] as const)
      expect(kept(events(event({}, data)))).toMatchObject({ events: [{ data }] });
  });

  it('keeps what an expression says, as it is printed', () => {
    const aim = aims.find(({ name }) => name === 'expression');
    for (let index = 0; index < 50 && aim !== undefined; index++) {
      const { trial } = draw(aim.arbitrary, 3, index);
      const back = kept(trial);
      if (trial.kind !== 'expression' || back.kind !== 'expression') expect.fail('no expression');
      expect(print(back.posed.expression)).toBe(print(trial.posed.expression));
    }
  });
});

describe('a trial that is not as it was written', () => {
  const valid = toTrialJson(events(event(), writing('http-structured', { pieces: 3 })));
  const broken = toTrialJson(violation('core.id.empty', { kind: 'set', attribute: 'id', value: '' }));
  const wrong = (more: TrialJson): TrialJson => ({ ...valid, ...more });

  it.each<readonly [string, TrialJson]>([
    ['it has a trial of no known kind', {}],
    ['it has a trial of no known kind', { kind: 'constructor' }],
    ['its events are no list', wrong({ events: {} })],
    ['its writings are no list', { kind: 'events', events: [] }],
    ['it has nothing to send', wrong({ writings: [] })],
    ['it has an event that is none', wrong({ events: [1] })],
    ['it has an event that is none', wrong({ events: [{ attributes: { a: {} } }] })],
    ['it has an event that is none', wrong({ events: [{ attributes: {}, data: { base64: '!' } }] })],
    ['it names a message form that there is not', wrong({ writings: [{ form: 'http-xml', spelling: {} }] })],
    ['it names a message form that there is not', wrong({ writings: [{ form: 'toString', spelling: {} }] })],
    ['its writing is no object', wrong({ writings: ['http-binary'] })],
    ['its spelling is no object', wrong({ writings: [{ form: 'http-binary', spelling: [] }] })],
    ['its requirement is no text', { ...broken, requirement: 1 }],
    ['its damage is no object', { ...broken, damage: null }],
    [
      'its mutation is no object',
      { kind: 'mutation', event: { attributes: {} }, writing: { form: 'http-binary', spelling: {} } },
    ],
    ['its events are no list', { kind: 'encode', form: 'http-binary' }],
    ['its expression is no text', { kind: 'expression', expression: 1 }],
    ['its expression is none', { kind: 'expression', expression: 'a AND', event: { attributes: {} } }],
  ])('%s', (message, written) => {
    expect(() => fromTrialJson(written)).toThrow(message);
  });
});
