import { describe, expect, test } from 'vitest';
import { sourceLinks } from '../../../src/site/markdown/source-links.js';

const pages: Readonly<Record<string, string>> = {
  'docs/a.md': 'guides/a.html',
  'docs/decisions/0001-b.md': 'decisions/0001-b.html',
  'README.md': 'guides/overview.html',
  'reports/matrix.md': 'matrix.html',
  docs: 'guides/index.html',
};
const pageOf = (source: string): string | undefined => pages[source];

describe('a link of docs/a.md', () => {
  test.each([
    ['#here', '#here'],
    ['decisions/0001-b.md', '../decisions/0001-b.html'],
    ['decisions/0001-b.md#why', '../decisions/0001-b.html#why'],
    ['../README.md', 'overview.html'],
    ['a.md#here', '#here'],
    ['../docs/', 'index.html'],
    ['../reports/matrix.md#requirements', '../matrix.html'],
    ['https://example.org/x', 'https://example.org/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['javascript:alert(1)', undefined],
    ['JavaScript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['//example.org/x', undefined],
    ['../src/cli/main.ts', undefined],
    ['nothing.md', undefined],
  ])('%s leads to %s', (href, expected) => {
    expect(sourceLinks('docs/a.md', 'guides/a.html', { pageOf })(href)).toBe(expected);
  });

  test('what has no page leads to the repository, where there is one', () => {
    const resolve = sourceLinks('docs/a.md', 'guides/a.html', { pageOf, repository: 'https://example.org/r' });
    expect(resolve('../src/cli/main.ts')).toBe('https://example.org/r/blob/HEAD/src/cli/main.ts');
    expect(resolve('../../etc/passwd')).toBeUndefined();
    expect(resolve('javascript:alert(1)')).toBeUndefined();
  });
});
