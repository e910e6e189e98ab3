import { expect, test } from 'vitest';
import { rerunOf } from '../../src/report/rerun-of.js';
import { rerun } from '../../src/report/text/rerun.js';
import type { Report } from '../../src/report/types.js';
import { reportOf } from './text/helpers/reports.js';

const { url, ...bare } = reportOf().target;
const line = (target: Partial<Report['target']>, specVersion = '1.0.2'): string =>
  rerun(rerunOf({ target: { ...bare, ...target }, suite: { digest: '', specVersion } }), 'a.b/c');

test.each<[string, Partial<Report['target']>, string]>([
  ['a service', { url: 'http://h/' }, 'ce-conform --target http://h/ --only a.b/c'],
  [
    'one that forwards',
    { url: 'http://h/', observation: 'sink' },
    'ce-conform --target http://h/ --sink-port PORT --only a.b/c',
  ],
  [
    'a consumer over a broker',
    { kind: 'kafka', url: 'kafka://h/in?reply=out', observation: 'sink', bindings: ['kafka'] },
    "ce-conform --target 'kafka://h/in?reply=out' --only a.b/c",
  ],
  ['an SDK', { kind: 'adapter' }, 'ce-conform --only a.b/c --adapter -- PROGRAM'],
  ['a producer', { kind: 'producer' }, 'ce-conform --listen ADDRESS --only a.b/c -- PROGRAM'],
  [
    'a filter',
    { url: 'http://h/', tasks: ['filter'] },
    'ce-conform --target http://h/ --only a.b/c --apply -- COMMAND',
  ],
  [
    'the reference',
    { kind: 'reference', name: 'reference with x/y, z' },
    "ce-conform --target 'reference:?fault=x/y&fault=z' --only a.b/c",
  ],
  ['what nobody knows', { kind: 'else' }, 'ce-conform --target TARGET --only a.b/c'],
])('%s', (_, target, expected) => {
  expect(line(target)).toBe(expected);
});

test('the version of the specification stands before the program', () => {
  expect(line({ kind: 'adapter' }, 'main')).toBe('ce-conform --spec main --only a.b/c --adapter -- PROGRAM');
  expect(url).toBe('http://localhost:8080/events');
});
