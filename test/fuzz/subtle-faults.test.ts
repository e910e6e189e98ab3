// The proof that the fuzzer finds what is planted: each subtle fault of the reference, shrunk to an input that shows it at a glance.
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/fuzz/describe-found.js';
import type { Found } from '../../src/fuzz/found.js';
import { SUBTLE_FAULTS } from '../../src/reference/subtle/index.js';
import { fuzzReference } from './helpers/fuzz-reference.js';

/** More than any of them takes with these seeds; what depends on chance takes far fewer. */
const MOST = 20_000;

/** One violation among many damages: the first seed comes to it only after thousands of messages. */
const SEEDS: Readonly<Record<string, string>> = { 'http.dec.bad-utf8/overlong-later': 'a' };

/** Bytes of the smallest trial: a batch of seventeen is the largest of them. */
const LARGEST = 1600;

async function firstFound(name: string, validates: boolean): Promise<Found | undefined> {
  const enough = new AbortController();
  let first: Found | undefined;
  await fuzzReference({
    faults: [name],
    seed: SEEDS[name] ?? 'faults',
    runs: MOST,
    concurrency: 16,
    signal: enough.signal,
    ...(validates && { validates }),
    onFinding: (found) => {
      first ??= found;
      enough.abort();
    },
  });
  return first;
}

describe('each subtle fault is found, and shrunk', () => {
  it.each(SUBTLE_FAULTS.map(({ name, role }) => [name, role] as const))(
    '%s',
    { timeout: 60_000 },
    async (name, role) => {
      const found = await firstFound(name, role === 'validator');
      expect(found?.kind).toBe(name === 'http.bin.attrs/shared' ? 'beside' : 'reliable');
      if (found === undefined) return;
      expect(sizeOf(found.trial)).toBeLessThan(LARGEST);
      expect(sizeOf(found.trial)).toBeLessThanOrEqual(sizeOf(found.met));
    },
  );
});
