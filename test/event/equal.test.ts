import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, sameEvent } from '../../src/event/equal.js';
import type { AttributeValue, CloudEvent, EventData } from '../../src/event/types.js';
import { encodeUtf8 } from '../../src/event/utf8.js';
import { anyEvent } from './any-event.js';

const event = (attributes: Record<string, AttributeValue>, data?: EventData): CloudEvent => ({
  attributes: new Map(Object.entries(attributes)),
  ...(data && { data }),
});
const jsonOne: EventData = { kind: 'json', value: 1 };
const bytesOne: EventData = { kind: 'binary', bytes: encodeUtf8('1') };

describe('the same event', () => {
  it.each<[string, CloudEvent, CloudEvent]>([
    ['attributes in another order', event({ id: '1', type: 't' }), event({ type: 't', id: '1' })],
    ['a native value and its canonical string', event({ a: 5, b: true }), event({ a: '5', b: 'true' })],
    ['minus zero and zero', event({ a: -0 }), event({ a: '0' })],
    [
      'one instant in two zones',
      event({ time: '2018-04-05T17:31:00Z' }),
      event({ time: '2018-04-05T19:31:00.0+02:00' }),
    ],
    [
      'a time cut to milliseconds',
      event({ time: '2018-04-05T17:31:00.123456Z' }),
      event({ time: '2018-04-05T17:31:00.123Z' }),
    ],
    [
      'a media type in another case',
      event({ datacontenttype: 'Application/JSON' }),
      event({ datacontenttype: 'application/json' }),
    ],
    [
      'JSON with its implied type written out',
      event({}, jsonOne),
      event({ datacontenttype: 'application/json' }, bytesOne),
    ],
    ['no data with the implied type written out', event({}), event({ datacontenttype: 'application/json' })],
    [
      'JSON and its bytes',
      event({ datacontenttype: 'text/json' }, jsonOne),
      event({ datacontenttype: 'text/json' }, bytesOne),
    ],
    [
      'JSON bytes spelt otherwise',
      event({ datacontenttype: 'a/b+json' }, { kind: 'binary', bytes: encodeUtf8('[1]') }),
      event({ datacontenttype: 'a/b+json' }, { kind: 'binary', bytes: encodeUtf8('[ 1 ]') }),
    ],
  ])('%s', (_, one, other) => {
    expect(differences(one, other)).toEqual([]);
    expect(sameEvent(one, other)).toBe(true);
  });

  it('is the same the other way round, but for digits that appear from nowhere', () => {
    const short = event({ time: '2018-04-05T17:31:00.123Z' });
    const long = event({ time: '2018-04-05T17:31:00.123456Z' });
    expect([sameEvent(long, short), sameEvent(short, long)]).toEqual([true, false]);
    expect(sameEvent(event({ datacontenttype: 'application/json' }, bytesOne), event({}, jsonOne))).toBe(true);
  });
});

describe('a difference is named', () => {
  it('for each attribute and for the data', () => {
    const expected = event({ id: '1', same: 's', gone: 'g', n: 5 }, jsonOne);
    const actual = event({ id: '2', same: 's', added: true, n: '5.0' }, { kind: 'json', value: 2 });
    expect(differences(expected, actual)).toEqual([
      { kind: 'attribute', name: 'id', expected: '1', actual: '2' },
      { kind: 'attribute', name: 'gone', expected: 'g' },
      { kind: 'attribute', name: 'n', expected: 5, actual: '5.0' },
      { kind: 'attribute', name: 'added', actual: true },
      { kind: 'data', expected: jsonOne, actual: { kind: 'json', value: 2 } },
    ]);
    expect(sameEvent(expected, actual)).toBe(false);
  });

  it('for data that is gone, and for data from nowhere', () => {
    expect(differences(event({}, jsonOne), event({}))).toEqual([{ kind: 'data', expected: jsonOne }]);
    expect(differences(event({}), event({}, jsonOne))).toEqual([{ kind: 'data', actual: jsonOne }]);
  });

  it.each<[string, CloudEvent, CloudEvent]>([
    ['an empty value and none', event({ a: '' }), event({})],
    ['a value that was trimmed', event({ a: ' x ' }), event({ a: 'x' })],
    ['a value normalised', event({ a: 'e\u0301' }), event({ a: 'é' })],
    ['an instant in an extension', event({ at: '2018-04-05T17:31:00Z' }), event({ at: '2018-04-05T17:31:00.0Z' })],
    ['another instant', event({ time: '2018-04-05T17:31:00Z' }), event({ time: '2018-04-05T17:31:00+02:00' })],
    ['a type made up for bytes', event({}, bytesOne), event({ datacontenttype: 'application/json' }, bytesOne)],
    ['another type for JSON', event({}, jsonOne), event({ datacontenttype: 'text/plain' }, jsonOne)],
    ['a parameter lost', event({ datacontenttype: 'a/b;c=d' }), event({ datacontenttype: 'a/b' })],
    ['a source normalised', event({ source: 'http://h/%7e' }), event({ source: 'http://h/~' })],
    ['the string null for none', event({ subject: 'null' }), event({})],
  ])('%s', (_, one, other) => {
    expect(differences(one, other)).toHaveLength(1);
  });
});

it('every event is the same as itself and as its copy', () => {
  fc.assert(fc.property(anyEvent, (one) => sameEvent(one, one) && sameEvent(one, structuredClone(one))));
});

it('no event is the same as itself with one attribute more', () => {
  fc.assert(
    fc.property(anyEvent, (one) => {
      const more: CloudEvent = { ...one, attributes: new Map([...one.attributes, ['onemore', '']]) };
      fc.pre(!one.attributes.has('onemore'));
      expect(differences(one, more)).toEqual([{ kind: 'attribute', name: 'onemore', actual: '' }]);
    }),
  );
});
