import { describe, expect, it } from 'vitest';
import { chooseProfiles } from '../../src/engine/choose-profiles.js';
import { PROFILES } from '../../suites/profiles.js';

const ids = (names: readonly string[], observation: 'status' | 'reply' | 'sink'): readonly string[] =>
  chooseProfiles(PROFILES, names, observation).map(({ id }) => id);

describe('chooseProfiles', () => {
  it('takes by default those that the observation can decide', () => {
    expect(ids([], 'status')).toEqual(['http-acceptance']);
    expect(ids([], 'reply')).toEqual(['http-acceptance', 'http-receiver']);
    expect(ids([], 'sink')).toEqual(['http-acceptance', 'http-receiver']);
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
