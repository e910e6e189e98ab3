import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../../src/engine/case.js';
import { listClaims, parseClaims } from '../../src/engine/claims.js';
import { ConformError } from '../../src/engine/error.js';

const thrown = (given: readonly string[]): unknown => {
  try {
    return parseClaims(given);
  } catch (error) {
    return error instanceof ConformError ? error.diagnostic : error;
  }
};

describe('claims', () => {
  it('are read with and without the operation, and listed in a fixed order', () => {
    expect(listClaims(parseClaims([' decode:http-batch ', 'http-binary']))).toEqual([
      'decode:http-binary',
      'decode:http-batch',
    ]);
    expect(parseClaims(['http-binary']).declared).toBe(true);
  });

  it('come back from their own list', () => {
    fc.assert(
      fc.property(fc.subarray([...CARRIERS], { minLength: 1 }), (carriers) => {
        const claims = parseClaims(carriers);
        expect(parseClaims(listClaims(claims))).toEqual(claims);
      }),
    );
  });

  it.each([['http'], ['decode:'], ['encode:http'], ['HTTP-BINARY'], ['']])('%j is a usage error', (claim) => {
    expect(thrown([claim])).toMatchObject({ code: 'claims.unknown', exit: 2 });
  });

  it('none at all is a usage error', () => {
    expect(thrown([])).toMatchObject({ code: 'claims.none', exit: 2 });
  });
});
