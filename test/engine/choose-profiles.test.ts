import { describe, expect, it } from 'vitest';
import { chooseProfiles } from '../../src/engine/choose-profiles.js';
import { allClaims, type Claims } from '../../src/engine/claims.js';
import { tasksOf } from '../../src/engine/tasks.js';
import { PROFILES } from '../../suites/profiles.js';

const WAYS = { status: 'url', reply: 'url', sink: 'sink', adapter: 'adapter', capture: 'capture' } as const;

const ids = (
  names: readonly string[],
  observation: keyof typeof WAYS,
  claims: Partial<Claims> = {},
): readonly string[] => {
  const sight = {
    observation,
    tasks: tasksOf(WAYS[observation]),
    bindings: ['http'] as const,
    claims: { ...allClaims('http'), ...claims },
  };
  return chooseProfiles(PROFILES, names, sight).map(({ id }) => id);
};

describe('chooseProfiles', () => {
  it('takes by default those that the observation can decide', () => {
    expect(ids([], 'status')).toEqual(['http-acceptance']);
    expect(ids([], 'reply')).toEqual(['http-acceptance', 'http-receiver']);
    expect(ids([], 'sink')).toEqual(['http-acceptance', 'http-receiver', 'intermediary']);
    expect(ids([], 'capture')).toEqual(['http-producer']);
  });

  it('takes of an adapter those that its claims are about', () => {
    const encodes = new Set(['http-binary'] as const);
    expect(ids([], 'adapter')).toEqual(['http-acceptance', 'http-receiver']);
    expect(ids([], 'adapter', { encodes })).toEqual([
      'http-acceptance',
      'http-receiver',
      'http-producer',
      'intermediary',
    ]);
    expect(ids([], 'adapter', { encodes, decodes: new Set() })).toEqual(['http-producer']);
  });

  it('takes validation where it is claimed', () => {
    expect(ids([], 'status', { validates: true })).toEqual(['http-acceptance', 'validation']);
    expect(ids([], 'adapter', { validates: true })).toEqual(['http-acceptance', 'http-receiver', 'validation']);
  });

  it('takes what is named, also where it cannot be decided', () => {
    expect(ids(['http-receiver'], 'status')).toEqual(['http-receiver']);
  });

  it('does not know others, and says which there are', () => {
    expect(() => ids(['http-acceptance', 'http-reciever'], 'reply')).toThrowError(
      expect.objectContaining({
        diagnostic: expect.objectContaining({
          code: 'profile.unknown',
          exit: 2,
          hint: expect.stringContaining('http-receiver'),
        }),
      }),
    );
  });
});
