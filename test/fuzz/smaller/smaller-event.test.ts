import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../src/event/types.js';
import { validate } from '../../../src/event/validate.js';
import { toWire } from '../../../src/event/wire.js';
import { smallerEvents } from '../../../src/fuzz/smaller/smaller-event.js';
import { anyEvent } from '../../../src/generate/any-event.js';
import { sample } from '../../../src/generate/sample.js';
import { event } from '../helpers/trials.js';
import { descend, endsAlways, firstOf } from './helpers/descents.js';

const key = (one: CloudEvent): string => JSON.stringify(toWire(one));
const drawn = sample(anyEvent, 'smaller', 30).filter((one) => key(one).length < 1000);

/** As it is sent, with a token before its id. */
const isValid = ({ attributes }: CloudEvent): boolean =>
  validate({ attributes: new Map([...attributes, ['id', `t${String(attributes.get('id'))}`]]) }, '1.0.2').length === 0;

/** Takes the event at this share of all smaller ones, again and again, so many times at most. */
function wander(start: CloudEvent, share: number, steps: number): readonly CloudEvent[] {
  const path = [start];
  for (let current: CloudEvent | undefined = start; current !== undefined && path.length < steps; ) {
    const all: readonly CloudEvent[] = [...smallerEvents(current)];
    current = all[Math.min(all.length - 1, Math.floor(all.length * share))];
    if (current !== undefined) path.push(current);
  }
  return path;
}

describe('smallerEvents', () => {
  it('are valid, and others than the event that they are made of', () => {
    for (const one of drawn)
      for (const smaller of firstOf(smallerEvents(one), 60))
        if (!isValid(smaller) || key(smaller) === key(one)) expect.fail(`${key(one)} has ${key(smaller)}`);
  });

  it('get to the smallest of all, from anywhere', () => {
    for (const one of drawn) expect(key(descend(one, smallerEvents, () => true, 200).smallest)).toBe(key(event()));
  });

  it('have none that is smaller than that', () => {
    expect([...smallerEvents(event())]).toEqual([]);
  });

  it('leave an event that they are made of as it is', () => {
    for (const one of drawn.slice(0, 5)) {
      const before = key(one);
      expect([...smallerEvents(one)].length).toBeGreaterThanOrEqual(0);
      expect(key(one)).toBe(before);
    }
  });

  it('have no time that is special in another way', () => {
    const times = (time: string) => [...smallerEvents(event({ time }))].map(({ attributes }) => attributes.get('time'));
    expect(times('2018-04-05T17:31:00.1234567890Z')).toContain('2000-01-01T00:00:00.0000000001Z');
    expect(times('2018-04-05T17:31:00.1234567890Z')).not.toContain('2016-12-31T23:59:60Z');
    expect(times('1990-12-31T15:59:60-08:00')).toContain('2016-12-31T23:59:60Z');
  });

  it.each<readonly [string, CloudEvent, (one: CloudEvent) => boolean]>([
    [
      'no URI of http without a host that is a name',
      event({ source: 'https://conform.example/%c3%a9' }),
      ({ attributes }) => /^https?:(?!\/\/[a-z])/.test(String(attributes.get('source'))),
    ],
    [
      'no string of JSON under a type of text',
      event({ datacontenttype: 'application/problem+json' }, { kind: 'json', value: '[]' }),
      ({ attributes, data }) => data?.kind === 'json' && attributes.get('datacontenttype') === 'text/plain',
    ],
    [
      'no empty text without a type',
      event({ datacontenttype: 'text/plain' }, { kind: 'text', text: 'ab' }),
      ({ attributes, data }) => data?.kind === 'text' && data.text === '' && !attributes.has('datacontenttype'),
    ],
  ])('have %s', (_, start, isWrong) => {
    const seen = new Set<string>();
    const walk = (one: CloudEvent): void => {
      if (seen.has(key(one))) return;
      seen.add(key(one));
      if (isWrong(one)) expect.fail(key(one));
      if (seen.size < 400) for (const smaller of smallerEvents(one)) walk(smaller);
    };
    walk(start);
    expect(seen.size).toBeGreaterThan(5);
  });

  it.each([
    event({ subject: 'b+', b: 'x' }),
    event({ time: '2017-01-01T00:59:60.5+01:00' }),
    event({ id: 'xy', source: 'a:b' }),
    event({ b: true, c: 2 }),
    event({ datacontenttype: 'a/b' }, { kind: 'text', text: 'x+' }),
    event({ datacontenttype: 'a/json' }, { kind: 'json', value: [1] }),
    event({ dataschema: 'b:c' }, { kind: 'binary', bytes: Uint8Array.of(1, 2) }),
  ])('end, whichever steps are taken: %#', (start) => {
    expect(endsAlways(start, smallerEvents, key)).toBeGreaterThan(5);
  });

  it.each([0.4, 0.9])('never come back on a long way from any event, at a share of %d', (share) => {
    for (const one of drawn.slice(0, 3)) {
      const path = wander(one, share, 20).map(key);
      expect(new Set(path).size).toBe(path.length);
    }
  });

  it.each<readonly [string, CloudEvent, (one: CloudEvent) => boolean]>([
    [
      'a name of 20',
      event({ aaaaaaaaaaaaaaaaaaaa: 'a' }),
      ({ attributes }) => [...attributes.keys()].some(({ length }) => length === 20),
    ],
    ['a value', event({ a: -2147483648 }), ({ attributes }) => [...attributes.values()].includes(-2147483648)],
    [
      'ten extensions',
      event(Object.fromEntries(Array.from('abcdefghij', (name) => [name, 'a']))),
      ({ attributes }) => attributes.size >= 14,
    ],
    [
      'a leap second',
      event({ time: '2016-12-31T23:59:60Z' }),
      ({ attributes }) => String(attributes.get('time')).includes(':60'),
    ],
    [
      'an offset',
      event({ time: '2000-01-01T00:00:00+01:00' }),
      ({ attributes }) => /\+\d\d:\d\d$/.test(String(attributes.get('time'))),
    ],
    ['any data', event({}, { kind: 'json', value: {} }), ({ data }) => data?.kind === 'json'],
    [
      'a media type',
      event({ datacontenttype: 'application/json' }),
      ({ attributes }) => attributes.has('datacontenttype'),
    ],
    ['a name', event({ constructor: 'a' }), ({ attributes }) => attributes.has('constructor')],
  ])('leave what it takes: %s', (_, expected, holds) => {
    const start: CloudEvent = {
      attributes: new Map([
        ...event({ id: 'id-1', source: 'https://example.test/x', type: 'org.example', subject: 'x+y' }).attributes,
        [
          'time',
          holds(event({ time: '2012-06-30T23:59:60.123+02:00' }))
            ? '2012-06-30T23:59:60.123+02:00'
            : '1999-01-01T00:00:00+02:00',
        ],
        ['datacontenttype', 'application/json'],
        ['aab', -2147483648],
        ['aaaaaaaaaabbbbbbbbbb', 'value'],
        ['constructor', 'c'],
        ...Array.from({ length: 9 }, (_, at): [string, boolean] => [`ext${at}`, true]),
      ]),
      data: { kind: 'json', value: [{ a: 1 }] },
    };
    expect(holds(start)).toBe(true);
    const { smallest, attempts } = descend(start, smallerEvents, holds);
    expect(toWire(smallest)).toEqual(toWire(expected));
    expect(attempts).toBeLessThan(1500);
  });
});
