import { describe, expect, it } from 'vitest';
import { binary, expectFault, expectUnchanged, REQUIRED, shown, structured } from './answers.js';

describe('core.name.long/exactly-20', () => {
  const name = 'core.name.long/exactly-20';
  const named = (length: number) => 'n'.repeat(length);

  it.each([structured({ [named(20)]: 'x' }), binary([[`ce-${named(20)}`, 'x']])])(
    'refuses 20 characters',
    (message) => {
      expectFault(name, message).toEqual({ status: 400, json: undefined });
    },
  );

  it('takes 19 and 21', () => {
    expectUnchanged(name, [structured({ [named(19)]: 'x' }), structured({ [named(21)]: 'x' }), structured({})]);
  });
});

describe('core.ext.unknown/constructor', () => {
  const name = 'core.ext.unknown/constructor';

  it('loses that extension and keeps the others', () => {
    expectFault(name, structured({ constructor: 'x', other: 'y' })).toEqual({
      status: 200,
      json: { ...REQUIRED, other: 'y' },
    });
    expectFault(name, binary([['ce-constructor', 'x']])).toEqual({ status: 200, json: REQUIRED });
  });

  it('keeps what is named like other members of objects', () => {
    const members = { valueof: 'x', tostring: 'y', prototype: 'z', constructors: 'c', constructo: 'd' };
    expectUnchanged(name, [structured(members)]);
  });
});

describe('core.ext.empty-string/unset', () => {
  const name = 'core.ext.empty-string/unset';

  it.each([structured({ ext: '' }), binary([['ce-ext', '']])])('loses an extension without characters', (message) => {
    expectFault(name, message).toEqual({ status: 200, json: REQUIRED });
  });

  it('keeps a blank, 0 and false, and what is no extension', () => {
    expectUnchanged(name, [
      structured({ ext: ' ' }),
      structured({ ext: 0, other: false }),
      binary([['ce-ext', '%20']]),
      structured({ subject: '' }),
    ]);
  });
});

describe('core.ext.many/tenth', () => {
  const name = 'core.ext.many/tenth';
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`ext${index + 1}`, 'x']));

  it.each([10, 11])('of %i extensions the tenth alone is missing', (count) => {
    const { ext10: _, ...kept } = many(count);
    expectFault(name, structured({ subject: 's', ...many(count) })).toEqual({
      status: 200,
      json: { ...REQUIRED, subject: 's', ...kept },
    });
  });

  it('nine are kept, and core attributes do not count', () => {
    const message = structured({ subject: 's', time: '2020-01-01T00:00:00Z', ...many(9) });
    expect(Object.keys(shown(message, name).json as object)).toHaveLength(15);
    expectUnchanged(name, [message]);
  });
});
