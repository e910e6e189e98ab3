import { describe, expect, it } from 'vitest';
import { decodeHttp } from '../../../src/binding/http/decode.js';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import { differences } from '../../../src/event/equal.js';
import { validate } from '../../../src/event/validate.js';
import { BATCHES } from '../../../src/generate/telling/batches.js';
import { plain } from '../../../src/generate/telling/telling.js';
import { TELLING_EVENTS } from '../../../src/generate/telling/telling-events.js';

/** The smaller reading of the size that every consumer has to take ("Size Limits"). */
const KB_64 = 64_000;

describe('the telling events', () => {
  it('have a name each, which fits a cell of a table', () => {
    const names = TELLING_EVENTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 60 || !/^[A-Za-z0-9][A-Za-z0-9_\u2019 -]+$/.test(name))).toEqual([]);
  });

  it('are single events, but for batches', () => {
    expect(TELLING_EVENTS.filter(({ events }) => events.length !== 1)).toEqual(BATCHES);
    expect(TELLING_EVENTS.length).toBeGreaterThan(40);
  });

  it.each(TELLING_EVENTS.map((telling) => [telling.name, telling] as const))(
    '%s: valid, and not too large',
    (_, { events }) => {
      for (const spec of ['1.0.2', 'main'] as const)
        expect(events.flatMap((event) => validate(event, spec))).toEqual([]);
      for (const event of events) {
        for (const mode of ['binary', 'structured'] as const) {
          const { headers, body } = encodeHttp([event], mode);
          expect(body.length + headers.flat().join('').length).toBeLessThanOrEqual(KB_64);
        }
      }
    },
  );

  it.each(TELLING_EVENTS.map((telling) => [telling.name, telling] as const))(
    '%s: kept by our own binding',
    (_, { events }) => {
      for (const mode of ['binary', 'structured', 'batch'] as const) {
        if (mode !== 'batch' && events.length !== 1) continue;
        const decoded = decodeHttp(encodeHttp(events, mode));
        expect(decoded.kind).toBe('decoded');
        if (decoded.kind !== 'decoded') continue;
        expect(decoded.value.events).toHaveLength(events.length);
        expect(decoded.value.events.map((seen, at) => differences(events[at] ?? plain(), seen))).toEqual(
          events.map(() => []),
        );
      }
    },
  );

  it('differ from each other', () => {
    const told = TELLING_EVENTS.map(({ events }) => JSON.stringify(events.map((one) => [...one.attributes, one.data])));
    expect(new Set(told).size).toBe(told.length);
  });
});

describe('the plain event', () => {
  it('has what is required, and what it is given', () => {
    expect([...plain({ subject: 's' }).attributes.keys()]).toEqual(['specversion', 'id', 'source', 'type', 'subject']);
  });

  it('loses what is undefined', () => {
    expect([...plain({ type: undefined }).attributes.keys()]).toEqual(['specversion', 'id', 'source']);
  });
});
