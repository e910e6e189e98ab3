import { describe, expect, it } from 'vitest';
import { isAlike } from '../../src/fuzz/alike.js';
import { generalName, keyOf, type Symptom } from '../../src/fuzz/symptom.js';
import { symptom } from './helpers/trials.js';

describe('isAlike', () => {
  it('is so of a symptom and itself, and of one about fewer attributes', () => {
    expect(isAlike(symptom(), symptom())).toBe(true);
    expect(isAlike(symptom({ names: ['subject', 'data'] }), symptom({ names: ['data'] }))).toBe(true);
  });

  it('is so of any two extensions, whatever their names', () => {
    expect(isAlike(symptom({ names: ['ext'] }), symptom({ names: ['a'] }))).toBe(true);
  });

  it.each([
    ['there is none', undefined],
    ['of another class', symptom({ class: 'lost' })],
    ['over another form', symptom({ way: 'http-binary' })],
    ['of another detail', symptom({ detail: 'lost' })],
    ['about another attribute', symptom({ names: ['type'] })],
    ['about one more', symptom({ names: ['subject', 'ext'] })],
  ])('is not where %s', (_, now) => {
    expect(isAlike(symptom(), now)).toBe(false);
  });

  it('is so of two expressions that differ alike, whatever the rule', () => {
    const told = (rule: string, way: Symptom['way'] = 'evaluate') =>
      symptom({ way, names: [], detail: `${rule} another value` });
    expect(isAlike(told('cesql.op.ne'), told('cesql.miss.fn'))).toBe(true);
    expect(
      isAlike(told('cesql.op.ne'), symptom({ way: 'evaluate', names: [], detail: 'cesql.op.ne other errors' })),
    ).toBe(false);
    expect(isAlike(told('a', 'http-binary'), told('b', 'http-binary'))).toBe(false);
  });

  it('is so of two leaks, whatever leaks', () => {
    const leak = symptom({ class: 'leaked', names: ['id'], detail: '' });
    expect(isAlike(leak, symptom({ class: 'leaked', names: ['ext'], detail: 'x' }))).toBe(true);
    expect(isAlike(leak, symptom({ class: 'leaked', names: ['id'], way: 'http-binary' }))).toBe(false);
  });
});

describe('keyOf', () => {
  it('is the same whatever an extension is called and whatever the words are', () => {
    expect(keyOf(symptom({ names: ['a'] }))).toBe(keyOf(symptom({ names: ['b'], message: 'x', title: 'y' })));
  });

  it('tells class, form, detail and attributes', () => {
    const keys = [
      symptom(),
      symptom({ class: 'lost' }),
      symptom({ way: 'http-binary' }),
      symptom({ detail: 'lost' }),
      symptom({ names: ['type'] }),
      symptom({ names: ['ext'] }),
      symptom({ names: [] }),
    ].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('the names of the core, data and event are their own, all others are extensions', () => {
  expect(['id', 'time', 'data', 'event', 'ext', 'constructor'].map(generalName)).toEqual([
    'id',
    'time',
    'data',
    'event',
    'extension',
    'extension',
  ]);
});
