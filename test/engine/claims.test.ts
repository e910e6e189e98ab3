import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIERS, formOf } from '../../src/engine/carriers.js';
import {
  allClaims,
  type Claims,
  canPassOn,
  claimsOf,
  listClaims,
  missingClaim,
  overruled,
  parseClaims,
} from '../../src/engine/claims.js';
import { ConformError } from '../../src/engine/error.js';

const thrown = (given: readonly string[]): unknown => {
  try {
    return parseClaims(given);
  } catch (error) {
    return error instanceof ConformError ? error.diagnostic : error;
  }
};

const claims: fc.Arbitrary<Claims> = fc.record({
  decodes: fc.subarray([...CARRIERS]).map((carriers) => new Set(carriers)),
  encodes: fc.subarray([...CARRIERS]).map((carriers) => new Set(carriers)),
  validates: fc.boolean(),
  validOnly: fc.boolean(),
  keys: fc.subarray(['given', 'mapper'] as const).map((kinds) => new Set(kinds)),
  evaluates: fc.boolean(),
  userFunctions: fc.boolean(),
  filters: fc.boolean(),
  declared: fc.constant(true),
});

describe('claims', () => {
  it('are read with and without the operation, and listed in a fixed order', () => {
    expect(listClaims(parseClaims([' decode:http-batch ', 'http-binary']))).toEqual([
      'decode:http-binary',
      'decode:http-batch',
    ]);
    expect(parseClaims(['http-binary']).declared).toBe(true);
  });

  it('of who writes and validates come after those of who reads', () => {
    const words = ['validation', 'encode:http-batch', 'http-batch', 'encode:http-binary'];
    expect(listClaims(parseClaims(words))).toEqual([
      'decode:http-batch',
      'encode:http-binary',
      'encode:http-batch',
      'validate',
    ]);
  });

  it('come back from their own list', () => {
    fc.assert(
      fc.property(claims, (some) => {
        expect(claimsOf(listClaims(some))).toEqual(some);
      }),
    );
  });

  it.each([['http'], ['decode:'], ['encode:http'], ['HTTP-BINARY'], ['evaluate:sql'], ['']])(
    '%j is a usage error',
    (claim) => {
      expect(thrown([claim])).toMatchObject({ code: 'claims.unknown', exit: 2 });
    },
  );

  it('none at all is a usage error', () => {
    expect(thrown([])).toMatchObject({ code: 'claims.none', exit: 2 });
  });
});

describe('the claims of an adapter', () => {
  it('say nothing by words that nobody knows, or that are about something else', () => {
    const none = claimsOf(['decode:carrier-pigeon', 'evaluate:sql', 'encode', 'toString']);
    expect(listClaims(none)).toEqual([]);
    expect(listClaims(claimsOf([' validate ', 'decode:http-binary', 'decode:http-binary']))).toEqual([
      'decode:http-binary',
      'validate',
    ]);
  });

  it('can pass one event on where they write it in binary or structured mode', () => {
    expect(canPassOn(claimsOf(['encode:http-binary']))).toBe(true);
    expect(canPassOn(claimsOf(['encode:http-structured']))).toBe(true);
    expect(canPassOn(claimsOf(['encode:http-batch', 'decode:http-binary', 'validate']))).toBe(false);
  });
});

describe('the claims of who runs it', () => {
  const own = claimsOf(['decode:http-binary', 'encode:http-binary', 'validate']);

  it('take the place of those of the adapter', () => {
    expect(listClaims(overruled(own, parseClaims(['http-structured'])))).toEqual(['decode:http-structured']);
    expect(listClaims(overruled(own, parseClaims(['encode:http-batch'])))).toEqual(['encode:http-batch']);
  });

  it('add to them where they are about validation alone', () => {
    const readers = claimsOf(['decode:http-binary']);
    expect(listClaims(overruled(readers, parseClaims(['validation'])))).toEqual(['decode:http-binary', 'validate']);
  });

  it('leave them alone where there are none', () => {
    expect(overruled(own, undefined)).toBe(own);
  });

  it('say the same when they are said twice', () => {
    fc.assert(
      fc.property(claims, claims, (adapters, users) => {
        const once = overruled(adapters, users);
        expect(overruled(once, users)).toEqual(once);
      }),
    );
  });
});

describe('the claim that a case is about', () => {
  it.each([
    ['decode', 'http-binary', undefined],
    ['decode', 'http-batch', 'decode:http-batch'],
    ['forward', 'http-structured', 'decode:http-structured'],
    ['encode', 'http-binary', 'encode:http-binary'],
    ['encode', 'http-structured', undefined],
    ['capture', 'http-batch', undefined],
  ] as const)('of %s over %s, where it is missing: %s', (task, carrier, claim) => {
    const some = claimsOf(['decode:http-binary', 'encode:http-structured']);
    expect(missingClaim({ task, carrier }, some)).toBe(claim);
  });

  it('is never missing of a receiver of everything', () => {
    for (const carrier of CARRIERS)
      expect(missingClaim({ task: 'decode', carrier }, allClaims(formOf(carrier).binding))).toBeUndefined();
  });
});
