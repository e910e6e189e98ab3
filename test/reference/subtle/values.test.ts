import { describe, it } from 'vitest';
import { binary, expectFault, expectUnchanged, REQUIRED, structured } from './answers.js';

describe('core.type.str/mark-lost', () => {
  const name = 'core.type.str/mark-lost';

  it.each([structured({ ext: '\ufeffa' }), binary([['ce-ext', '%EF%BB%BFa']])])('loses the first U+FEFF', (message) => {
    expectFault(name, message).toEqual({ status: 200, json: { ...REQUIRED, ext: 'a' } });
  });

  it('loses one of two', () => {
    expectFault(name, structured({ id: '\ufeff\ufeff' })).toEqual({ status: 200, json: { ...REQUIRED, id: '\ufeff' } });
  });

  it('keeps it elsewhere, and its neighbours', () => {
    expectUnchanged(
      name,
      ['a\ufeff', 'a\ufeffb', '\ufefe', '\ufe00', '\u2060a'].map((ext) => structured({ ext })),
    );
  });
});

describe('core.type.str/exactly-256', () => {
  const name = 'core.type.str/exactly-256';

  it.each(['x', '\u00e9', '\u{1f600}'])('loses the last of 256 times %s', (character) => {
    expectFault(name, structured({ ext: character.repeat(256) })).toEqual({
      status: 200,
      json: { ...REQUIRED, ext: character.repeat(255) },
    });
  });

  it('keeps 255 and 257 characters, and 256 units of 128 characters', () => {
    expectUnchanged(
      name,
      ['x'.repeat(255), 'x'.repeat(257), '\u{1f600}'.repeat(128)].map((ext) => structured({ ext })),
    );
  });
});

describe('core.type.int-bounds/wrapped', () => {
  const name = 'core.type.int-bounds/wrapped';

  it('makes the largest Integer of the smallest, as a number and in a header', () => {
    expectFault(name, structured({ ext: -2147483648 })).toEqual({
      status: 200,
      json: { ...REQUIRED, ext: 2147483647 },
    });
    expectFault(name, binary([['ce-ext', '-2147483648']])).toEqual({
      status: 200,
      json: { ...REQUIRED, ext: '2147483647' },
    });
  });

  it('keeps what is next to it, the largest, and an id that looks like it', () => {
    expectUnchanged(name, [
      structured({ ext: -2147483647 }),
      structured({ ext: 2147483647 }),
      structured({ id: '-2147483648' }),
      structured({ ext: '-2147483648 ' }),
    ]);
  });
});

describe('core.type.time/two-digit-year', () => {
  const name = 'core.type.time/two-digit-year';

  it.each([
    ['0099-12-31T23:59:59Z', '1999-12-31T23:59:59Z'],
    ['0000-01-01T00:00:00Z', '1900-01-01T00:00:00Z'],
  ])('reads %s as %s', (sent, read) => {
    expectFault(name, structured({ time: sent })).toEqual({ status: 200, json: { ...REQUIRED, time: read } });
  });

  it('reads the years 100, 1000 and 1900 as they are, and leaves other attributes alone', () => {
    expectUnchanged(name, [
      ...['0100', '1000', '1900'].map((year) => structured({ time: `${year}-01-01T00:00:00Z` })),
      structured({ ext: '0099-01-01T00:00:00Z' }),
    ]);
  });
});

describe('core.type.time/leap-second', () => {
  const name = 'core.type.time/leap-second';

  it.each(['2016-12-31T23:59:60Z', '2016-12-31T18:59:60.5-05:00'])('refuses %s', (time) => {
    expectFault(name, structured({ time })).toEqual({ status: 400, json: undefined });
  });

  it('takes the seconds around it, and that text in other attributes', () => {
    expectUnchanged(name, [
      structured({ time: '2016-12-31T23:59:59Z' }),
      structured({ time: '2017-01-01T00:00:00.60Z' }),
      structured({ subject: '2016-12-31T23:59:60Z' }),
    ]);
  });
});
