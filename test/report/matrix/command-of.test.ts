import { describe, expect, test } from 'vitest';
import { commandOf } from '../../../src/report/matrix/command-of.js';
import { reportOf } from '../text/helpers/reports.js';

const command = (target: object, specVersion = '1.0.2'): string => {
  const { url: _, ...plain } = reportOf().target;
  return commandOf({ target: { ...plain, ...target }, suite: { digest: '', specVersion } });
};

describe('the command that judges a target again', () => {
  test.each([
    ['a service', { kind: 'http', url: 'http://localhost:8080/in' }, 'ce-conform --target http://localhost:8080/in'],
    ['the reference', { kind: 'reference', name: 'reference' }, 'ce-conform --target reference:'],
    [
      'the reference with faults',
      { kind: 'reference', name: 'reference with http.dec.once/twice, core.size.accept/cut' },
      "ce-conform --target 'reference:?fault=http.dec.once/twice&fault=core.size.accept/cut'",
    ],
    ['what a report does not say how to start', { kind: 'other', name: 'x' }, 'ce-conform --target TARGET'],
    [
      'a URL that a shell would read something into',
      { kind: 'http', url: "http://h/?a=1&b='$(id)'" },
      `ce-conform --target 'http://h/?a=1&b='\\''$(id)'\\'''`,
    ],
  ])('%s', (_, target, expected) => {
    expect(command(target)).toBe(expected);
  });

  test('names another version of the specification', () => {
    expect(command({ kind: 'reference', name: 'reference' }, 'main')).toBe(
      'ce-conform --target reference: --spec main',
    );
  });

  test('holds nothing that a terminal would obey', () => {
    expect(command({ kind: 'http', url: 'http://h/\u001b[31m\n' })).not.toMatch(/[\u0000-\u001f]/);
  });
});
