import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue, CloudEvent } from '../../src/event/types.js';
import { validate } from '../../src/event/validate.js';
import { anyEvent } from './any-event.js';

const REQUIRED = { specversion: '1.0', id: '1', source: '/s', type: 't' };

/** A valid event with some attributes set otherwise, or not at all. */
function event(changes: Record<string, AttributeValue | undefined> = {}): CloudEvent {
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of Object.entries({ ...REQUIRED, ...changes })) {
    if (value !== undefined) attributes.set(name, value);
  }
  return { attributes };
}

const rulesOf = (candidate: CloudEvent, spec: '1.0.2' | 'main' = '1.0.2') =>
  validate(candidate, spec).map(({ attribute, rule }) => [attribute, rule]);

describe.each(['1.0.2', 'main'] as const)('valid on %s', (spec) => {
  it.each<[string, CloudEvent]>([
    ['the minimal event', event()],
    [
      'the example of the core',
      event({
        type: 'com.github.pull_request.opened',
        source: 'https://github.com/cloudevents/spec/pull',
        subject: '123',
        id: 'A234-1234-1234',
        time: '2018-04-05T17:31:00Z',
        comexampleextension1: 'value',
        comexampleothervalue: 5,
        datacontenttype: 'text/xml',
      }),
    ],
    ['extensions of every native type', event({ b: true, i: -2147483648, j: 2147483647, s: '' })],
    ['names at the edge', event({ '1st': 'x', constructor: 'x', ['a'.repeat(64)]: 'x' })],
    ['an opaque id', event({ id: ` /é\u{1F600}${'x'.repeat(512)}` })],
    ['a schema with a fragment', event({ dataschema: 'https://e.test/s#v1' })],
    ['a type without data', event({ datacontenttype: 'application/json; charset=utf-8' })],
  ])('%s', (_, candidate) => {
    expect(validate(candidate, spec)).toEqual([]);
  });

  it('any event of the generator', () => {
    fc.assert(fc.property(anyEvent, (candidate) => validate(candidate, spec).length === 0));
  });
});

describe('invalid', () => {
  it.each(['id', 'source', 'specversion', 'type'])('without %s', (name) => {
    expect(rulesOf(event({ [name]: undefined }))).toEqual([[name, 'core.attr.missing']]);
  });

  it.each<[string, AttributeValue, string]>([
    ['id', '', 'core.id.empty'],
    ['id', 1, 'json.type.core-wrong'],
    ['type', '', 'core.typeattr.empty'],
    ['type', true, 'json.type.core-wrong'],
    ['source', '', 'core.source.empty'],
    ['source', 'a b', 'core.type.uriref-bad'],
    ['source', 'http://[', 'core.type.uriref-bad'],
    ['source', '/é', 'core.type.uriref-bad'],
    ['specversion', '', 'core.specversion.other'],
    ['specversion', '0.3', 'core.specversion.other'],
    ['specversion', '1.0.2', 'core.specversion.other'],
    ['specversion', '1', 'core.specversion.other'],
    ['specversion', 1, 'core.specversion.number'],
    ['datacontenttype', '', 'core.dct.bad'],
    ['datacontenttype', 'json', 'core.dct.bad'],
    ['datacontenttype', 'a/b/c', 'core.dct.bad'],
    ['datacontenttype', 'text/', 'core.dct.bad'],
    ['dataschema', '', 'core.dataschema.empty'],
    ['dataschema', '/s.json', 'core.type.uri-relative'],
    ['subject', '', 'core.subject.empty'],
    ['time', '', 'core.type.time-bad'],
    ['time', '2018-02-30T00:00:00Z', 'core.type.time-bad'],
    ['time', '2018-04-05T24:00:00Z', 'core.type.time-bad'],
    ['time', 0, 'json.type.core-wrong'],
    ['ext', 2147483648, 'core.type.int-over'],
    ['ext', -2147483649, 'core.type.int-over'],
    ['ext', 1.5, 'core.type.unlisted'],
    ['ext', Number.NaN, 'core.type.unlisted'],
    ['ext', 'a\u0000', 'core.type.str-control'],
    ['subject', '\n', 'core.type.str-control'],
    ['subject', '\u007f', 'core.type.str-control'],
    ['subject', '\u0085', 'core.type.str-control'],
    ['ext', '\ufdd0', 'core.type.str-nonchar'],
    ['ext', '\u{10ffff}', 'core.type.str-nonchar'],
    ['ext', '\uDEAD', 'core.type.str-lone'],
    ['Foo', 'x', 'core.name.bad-charset'],
    ['my-ext', 'x', 'core.name.bad-charset'],
    ['é', 'x', 'core.name.bad-charset'],
    ['__proto__', 'x', 'core.name.bad-charset'],
  ])('with %s %j', (name, value, rule) => {
    const candidate: CloudEvent = {
      attributes: new Map<string, AttributeValue>([...event().attributes, [name, value]]),
    };
    expect(rulesOf(candidate)).toEqual([[name, rule]]);
    expect(rulesOf(candidate, 'main')).toEqual([[name, rule]]);
  });

  it.each([
    ['', 'core.name.empty'],
    ['data', 'core.name.data-in'],
  ])('on main alone, with the name %j', (name, rule) => {
    expect(rulesOf(event({ [name]: 'x' }))).toEqual([]);
    expect(rulesOf(event({ [name]: 'x' }), 'main')).toEqual([[name, rule]]);
  });

  it('for several reasons at once, in a stable order', () => {
    expect(rulesOf(event({ id: undefined, type: '', source: 'a\n', Foo: '\u0001' }))).toEqual([
      ['id', 'core.attr.missing'],
      ['source', 'core.type.str-control'],
      ['source', 'core.type.uriref-bad'],
      ['type', 'core.typeattr.empty'],
      ['Foo', 'core.name.bad-charset'],
      ['Foo', 'core.type.str-control'],
    ]);
  });
});

it('says what and where, and never quotes a value', () => {
  expect(validate(event({ subject: 'a\u001b[31m' }), '1.0.2')).toEqual([
    {
      attribute: 'subject',
      rule: 'core.type.str-control',
      message: 'U+001B at position 1 is disallowed in a String',
      section: 'Type System',
    },
  ]);
});

it('ends for any attributes at all', () => {
  const value = fc.oneof<fc.Arbitrary<AttributeValue>[]>(fc.string({ unit: 'binary' }), fc.double(), fc.boolean());
  const attributes = fc.array(fc.tuple(fc.string({ unit: 'binary' }), value)).map((entries) => new Map(entries));
  fc.assert(
    fc.property(attributes, (candidate) => {
      expect(validate({ attributes: candidate }, 'main').length).toBeGreaterThanOrEqual(4 - candidate.size);
    }),
  );
});
