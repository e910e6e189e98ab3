import { describe, expect, test } from 'vitest';
import { linkFrom } from '../../src/site/paths.js';

describe('a link', () => {
  test.each([
    ['index.html', 'requirements/a.b.html', 'requirements/a.b.html'],
    ['requirements/a.b.html', 'index.html', '../index.html'],
    ['requirements/a.b.html', 'requirements/c.d.html#x', 'c.d.html#x'],
    ['sdks/go/index.html', 'sdks/go/badge.svg', 'badge.svg'],
    ['sdks/go/index.html', 'requirements/a.b.html', '../../requirements/a.b.html'],
    ['index.html', 'index.html', 'index.html'],
    ['sdks/index.html', 'sdks/index.html#go', '#go'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(linkFrom(from)(to)).toBe(expected);
  });
});
