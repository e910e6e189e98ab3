import { describe, expect, test } from 'vitest';
import { byVersion } from '../../../src/site/data/by-version.js';

describe('the order of versions', () => {
  test.each([
    [
      ['2.9.0', '2.16.2', '10.0.0'],
      ['10.0.0', '2.16.2', '2.9.0'],
    ],
    [
      ['1.0.0-rc.10', '1.0.0', '1.0.0-rc.9', '0.9.0'],
      ['1.0.0', '1.0.0-rc.10', '1.0.0-rc.9', '0.9.0'],
    ],
    [
      ['1.0.0+build.1', '1.0.1'],
      ['1.0.1', '1.0.0+build.1'],
    ],
    [
      ['2024.1', '2023.12'],
      ['2024.1', '2023.12'],
    ],
  ])('%j', (versions, expected) => {
    expect(versions.toSorted(byVersion)).toEqual(expected);
    expect(versions.toReversed().toSorted(byVersion)).toEqual(expected);
  });
});
