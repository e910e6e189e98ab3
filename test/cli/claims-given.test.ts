import { describe, expect, it } from 'vitest';
import { claimsGiven, observationOf } from '../../src/cli/claims-given.js';
import type { RunSettings } from '../../src/cli/options.js';
import { NO_CLAIMS } from '../../src/engine/claims.js';
import type { Sink } from '../../src/target/types.js';
import { diagnosticOf } from './helpers/diagnostic.js';

const URL_GIVEN = 'http://localhost:1';
const SINK: Sink = { url: new URL(URL_GIVEN), take: async () => [], close: async () => undefined };

/** How a target is observed; only its kind and its sink matter. */
const observed = (kind: 'http' | 'adapter' | 'kafka', sink: Sink | undefined, settings: RunSettings = {}) =>
  observationOf(
    {
      kind,
      ...(sink && { sink }),
      name: 'n',
      tasks: [],
      target: { name: 'n', exchange: () => Promise.reject(new Error('it is not asked')), close: async () => undefined },
      close: async () => undefined,
    },
    settings,
  );

describe('observationOf', () => {
  it('is told by an adapter, and comes to the reply topic of a broker, whatever the settings say', () => {
    expect(observed('adapter', undefined, { observe: 'status' })).toBe('adapter');
    expect(observed('kafka', SINK, { observe: 'status' })).toBe('sink');
  });

  it('is what the settings say of a target over HTTP, else a probe finds it out', () => {
    expect(observed('http', undefined, { observe: 'reply' })).toBe('reply');
    expect(observed('http', undefined)).toBe('auto');
  });
});

describe('claimsGiven', () => {
  it('are none where nothing is claimed', () => {
    expect(claimsGiven({ target: URL_GIVEN })).toBeUndefined();
  });

  it('are those of the settings', () => {
    const claims = claimsGiven({ target: URL_GIVEN, claims: ['http-binary', 'validation'] });
    expect(claims).toEqual({ ...NO_CLAIMS, decodes: new Set(['http-binary']), validates: true });
  });

  it('has a filter who says how it is set, and keeps what else is claimed', () => {
    expect(claimsGiven({ target: URL_GIVEN, apply: ['set'] })).toEqual({ ...NO_CLAIMS, filters: true });
    const claims = claimsGiven({ target: URL_GIVEN, apply: ['set'], claims: ['http-binary', 'filter:cesql'] });
    expect(claims).toEqual({ ...NO_CLAIMS, decodes: new Set(['http-binary']), filters: true });
  });

  it.each<readonly [string, RunSettings]>([
    ['apply.target', { apply: ['set'], adapter: ['program'] }],
    ['apply.target', { apply: ['set'], target: 'reference:' }],
    ['apply.missing', { target: URL_GIVEN, claims: ['filter:cesql'] }],
    ['claims.unknown', { target: URL_GIVEN, claims: ['http-xml'] }],
    ['claims.none', { target: URL_GIVEN, claims: [] }],
  ])('%s is a usage error', async (code, settings) => {
    expect(await diagnosticOf(() => claimsGiven(settings))).toMatchObject({ code, exit: 2 });
  });
});
