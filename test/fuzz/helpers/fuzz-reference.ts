// The loop of the fuzzer in the process of a test, against real servers, closed when the test ends.
import { onTestFinished } from 'vitest';
import { type Carrier, carriersOf } from '../../../src/engine/carriers.js';
import { allClaims, type Claims, NO_CLAIMS } from '../../../src/engine/claims.js';
import type { Drive } from '../../../src/engine/drive.js';
import { probe } from '../../../src/engine/probe.js';
import { aimsOf } from '../../../src/fuzz/aims.js';
import { type Fuzzed, type FuzzOptions, fuzz } from '../../../src/fuzz/fuzz.js';
import { obligationsOf } from '../../../src/fuzz/obligations.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { serveReference } from '../../../src/reference/serve.js';
import { createHttpTarget } from '../../../src/target/http-target.js';
import { loadSuite } from '../../../suites/suite.js';

export interface FuzzUrlOptions extends Partial<Omit<FuzzOptions, 'drive' | 'obligations' | 'aims'>> {
  /** All three of HTTP by default. */
  readonly carriers?: readonly Carrier[];
  /** The target claims to refuse what is invalid. */
  readonly validates?: true;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Fuzzes what is served at a URL, which answers with the events that it understood. */
export async function fuzzUrl(url: URL, options: FuzzUrlOptions = {}): Promise<Fuzzed> {
  const { carriers, validates, timeoutMs, signal, seed = 'test', ...rest } = options;
  const decodes = new Set(carriers ?? carriersOf(['http']));
  const claims: Claims = { ...NO_CLAIMS, decodes, validates: validates === true };
  return fuzz({
    concurrency: 8,
    runs: 300,
    seed,
    ...rest,
    drive: await driveOf(url, { seed, ...(timeoutMs && { timeoutMs }), ...(signal && { signal }) }),
    obligations: obligationsOf(loadSuite(), claims, 'reply'),
    aims: aimsOf({ decodes: [...decodes], encodes: [], evaluates: false }),
  });
}

/** Fuzzes the reference with these faults. */
export async function fuzzReference({
  faults = [],
  ...options
}: FuzzUrlOptions & { readonly faults?: readonly string[] } = {}): Promise<Fuzzed> {
  const served = await serveReference({ faults: faults.map(faultNamed) });
  try {
    return await fuzzUrl(served.url, options);
  } finally {
    await served.close();
  }
}

/** What drives a target, after it was probed with the patience of a test. */
export async function driveOf(
  url: URL,
  { seed = 'test', timeoutMs = 20_000, signal = new AbortController().signal }: Partial<Drive> = {},
): Promise<Drive> {
  const target = createHttpTarget({ url });
  onTestFinished(() => target.close());
  const driving = { suite: loadSuite(), target, seed, timeoutMs: 20_000, signal: new AbortController().signal };
  const probed = await probe({ ...driving, bindings: ['http'], observe: 'reply', claims: allClaims('http') });
  return { target, seed, observation: 'reply', fence: probed.fence, timeoutMs, signal };
}
