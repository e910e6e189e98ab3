import { describe, expect, it } from 'vitest';
import { shapeOf, shapeOfText } from '../../src/fuzz/shape.js';
import type { Symptom } from '../../src/fuzz/symptom.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { event, events, symptom, violation, writing } from './helpers/trials.js';

const shape = (trial: Trial, more: Partial<Symptom> = {}): string => shapeOf(trial, symptom(more));

/** Pairs that one defect shows itself in. */
const ALIKE: readonly (readonly [string, string, string])[] = [
  [
    'over two forms',
    shape(events(event({ subject: '+' }), 'http-binary')),
    shape(events(event({ subject: '+' }), 'http-structured')),
  ],
  [
    'in two attributes',
    shape(events(event({ subject: '+' }))),
    shape(events(event({ type: '+' })), { names: ['type'] }),
  ],
  [
    'beside a plain value',
    shape(events(event({ subject: '+' }))),
    shape(events(event({ subject: '+', a: 'a', id: 'a' }))),
  ],
  [
    'in two extensions',
    shape(events(event({ a: '' })), { names: ['a'] }),
    shape(events(event({ b: '' })), { names: ['b'] }),
  ],
  [
    'of two lengths beyond a limit',
    shape(events(event({ subject: 'a'.repeat(300) }))),
    shape(events(event({ subject: 'a'.repeat(301) }))),
  ],
  [
    'in bytes',
    shape(events(event({}, { kind: 'binary', bytes: Uint8Array.of(0) }))),
    shape(events(event({}, { kind: 'binary', bytes: Uint8Array.of(0, 0, 0, 0) }))),
  ],
  [
    'in any order but the usual',
    shape(events(event(), writing('http-structured', { order: 1 }))),
    shape(events(event(), writing('http-batch', { order: 9 }))),
  ],
  [
    'beside what a refusal does not name',
    shape(events(event({ ext: 'a' })), { class: 'refused', names: [], detail: 'refused cannot set ext' }),
    shape(events(event({ ext: 'a', time: '2016-12-31T23:59:60Z' }, { kind: 'text', text: '+' })), {
      class: 'refused',
      names: [],
      detail: 'refused cannot set ext',
    }),
  ],
  [
    'by its root',
    shape(events(event({ subject: '%' })), { root: 'header as sent' }),
    shape(events(event({ subject: '\u00e9' })), { root: 'header as sent' }),
  ],
  [
    'in two violations of a rule',
    shape(violation('core.id.empty', { kind: 'set', attribute: 'id', value: '' })),
    shape(violation('core.id.empty', { kind: 'line', attribute: 'id', value: '' }, 'http-binary')),
  ],
];

/** What two defects show themselves in. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'a plus': shape(events(event({ subject: '+' }))),
  'a percent sign': shape(events(event({ subject: '%' }))),
  'a plus that is refused': shape(events(event({ subject: '+' })), { class: 'refused', names: [] }),
  'a mark at the start': shape(events(event({ subject: '\ufeff' }))),
  'a long value': shape(events(event({ subject: 'a'.repeat(256) }))),
  'a long name': shape(events(event({ aaaaaaaaaaaaaaaaaaaa: 'a' })), { names: ['aaaaaaaaaaaaaaaaaaaa'] }),
  'many extensions': shape(events(event({ a: 'a', b: 'a', c: 'a', d: 'a' })), { names: ['d'] }),
  'the subject': shape(events(event({ subject: 'a' }))),
  'an extension': shape(events(event({ a: 'a' })), { names: ['a'] }),
  'a leap second': shape(events(event({ time: '2016-12-31T23:59:60Z' })), { names: ['time'] }),
  'an offset': shape(events(event({ time: '2000-01-01T00:00:00+01:00' })), { names: ['time'] }),
  'an Integer': shape(events(event({ a: -2147483648 })), { names: ['a'] }),
  'a media type': shape(events(event({ datacontenttype: 'a/JSON' })), { names: ['datacontenttype'] }),
  bytes: shape(events(event({}, { kind: 'binary', bytes: Uint8Array.of(0) })), { names: ['data'] }),
  text: shape(events(event({}, { kind: 'text', text: 'a' })), { names: ['data'] }),
  'JSON null': shape(events(event({}, { kind: 'json', value: null })), { names: ['data'] }),
  'JSON in JSON': shape(events(event({}, { kind: 'json', value: '{}' })), { names: ['data'] }),
  'another order': shape(events(event(), writing('http-structured', { order: 1 }))),
  'needless escapes': shape(events(event(), writing('http-structured', { escapes: 'needless' }))),
  pieces: shape(events(event(), writing('http-structured', { pieces: 3 }))),
  'a batch': shape(events([event(), event()], 'http-batch'), { names: ['event'] }),
  'a violation': shape(violation('core.id.empty', { kind: 'unset', attribute: 'id' }), { class: 'let-through' }),
  'another violation': shape(violation('core.attr.missing', { kind: 'unset', attribute: 'id' }), {
    class: 'let-through',
  }),
};

describe('shapeOf', () => {
  it.each(ALIKE)('is the same of one defect %s', (_, one, other) => {
    expect(one).toBe(other);
  });

  it('is another one for each of these', () => {
    const shapes = Object.values(DIFFERENT);
    const twice = Object.keys(DIFFERENT).filter((name) => shapes.filter((one) => one === DIFFERENT[name]).length > 1);
    expect(twice).toEqual([]);
  });

  it('tells damage by what becomes of it, not by what it is', () => {
    const damaged = (at: number): Trial => ({
      kind: 'mutation',
      event: event({ subject: String(at) }),
      writing: writing('http-binary'),
      mutation: { steps: [{ kind: 'truncate', at }], delivery: {} },
    });
    const crash = { class: 'server-error', names: [], detail: '500' } as const;
    expect(shape(damaged(1), crash)).toBe(shape(damaged(500), crash));
    expect(shape(damaged(1), crash)).not.toBe(shape(damaged(1), { ...crash, detail: '502' }));
  });
});

describe('shapeOfText', () => {
  it.each([
    ['abc', 'a'],
    ['A1b22', 'a0a0'],
    ['%C3 +', '%a0 +'],
    ['\u00a0\u3000', '  '],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(shapeOfText(text)).toBe(expected);
  });

  it('of a long text ends soon, and says that it is long', () => {
    expect(shapeOfText('+'.repeat(10_000)).length).toBeLessThan(40);
    expect(shapeOfText('a'.repeat(10_000))).not.toBe(shapeOfText('a'));
  });
});
