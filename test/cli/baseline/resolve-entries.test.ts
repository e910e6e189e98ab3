import { describe, expect, test } from 'vitest';
import { parseBaseline } from '../../../src/cli/baseline/parse-baseline.js';
import { resolveEntries } from '../../../src/cli/baseline/resolve-entries.js';
import type { Entry } from '../../../src/report/baseline/types.js';
import { suiteOf } from '../../report/baseline/helpers/entries.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

const { cases } = suiteOf(['core.attr.one/plain', 'core.attr.one/other', 'http.dec.once/percent']);

const resolve = (text: string): readonly Entry[] => resolveEntries(parseBaseline(text, 'FILE'), cases);
const list = (...globs: readonly string[]): string =>
  `expected:\n${globs.map((glob) => `  - { case: "${glob}", reason: x }\n`).join('')}`;

describe('an entry that matches nothing is told what may be meant', () => {
  test.each([
    ['core.attr.oen', 'core.attr.one'],
    ['core.attr.one/plane', 'core.attr.one/plain'],
    ['http.dec.once/percnt@http-structured', 'http.dec.once/percent@http-structured'],
    ['htp.dec.*', 'http.dec.*'],
    ['http.dec.onse/*', 'http.dec.once/*'],
    ['*@http-structred', '*@http-structured'],
    ['kafka', undefined],
  ])('%s: %s', (glob, meant) => {
    const [entry] = resolve(list(glob));
    expect(entry?.meant).toBe(meant);
  });

  test('but not hundreds of them', () => {
    const many = Array.from({ length: 100 }, (_, index) => `core.attr.one/plain${index}`);
    const meant = resolve(list(...many)).filter((entry) => entry.meant !== undefined);
    expect(meant.length).toBeGreaterThan(0);
    expect(meant.length).toBeLessThan(20);
  });
});

test('an entry that matches stays as it is', () => {
  const text = list('core.*', 'http.dec.once/percent@http-structured');
  expect(resolve(text)).toEqual(parseBaseline(text, 'FILE').entries);
});

test('a case that is expected to fail and flaky is a contradiction, in whatever order', async () => {
  const flaky = 'flaky:\n  - { case: core.attr.one/plain, reason: x }\n';
  expect(await diagnosticOf(() => resolve(list('core.*') + flaky))).toEqual({
    code: 'baseline.contradiction',
    message:
      'failed to read FILE, line 4, column 13: "core.attr.one/plain" is flaky, and line 2 says that core.attr.one/plain@http-structured is expected to fail',
    hint: 'a case that may pass is flaky, and nothing else: narrow one of the globs',
    exit: 2,
  });
  expect((await diagnosticOf(() => resolve(flaky + list('core.*')))).message).toContain('line 2 says');
  expect(resolve(list('core.*', 'core.attr.*'))).toHaveLength(2);
});
