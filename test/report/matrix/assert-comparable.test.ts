import { describe, expect, test } from 'vitest';
import { assertComparable } from '../../../src/report/matrix/assert-comparable.js';
import { diagnosticOf } from '../../cli/helpers/diagnostic.js';
import { excerpt } from './helpers/excerpts.js';

const of = (name: string, digest: string, specVersion = '1.0.2') =>
  excerpt({ target: { name }, suite: { digest: digest.repeat(64), specVersion } }, `${name}.json`);

describe('reports that can be compared', () => {
  test.each([
    ['none', []],
    ['one', [of('a', '0')]],
    ['several of one suite', [of('a', '0'), of('b', '0'), of('c', '0')]],
  ])('%s', (_, reports) => {
    expect(() => assertComparable(reports)).not.toThrow();
  });
});

describe('reports that cannot', () => {
  test('of different suites: every file stands beside its digest', async () => {
    const diagnostic = await diagnosticOf(() => assertComparable([of('a', '0'), of('b', 'f'), of('c', '0')]));
    expect(diagnostic).toEqual({
      code: 'matrix.suites',
      message:
        'failed to lay the reports side by side: they were judged by different suites (CloudEvents 1.0.2, suite 000000000000: a.json, c.json; CloudEvents 1.0.2, suite ffffffffffff: b.json)',
      hint: 'make all reports with one version of ce-conform and one --spec, or add --force to mix them',
      exit: 2,
    });
  });

  test('of different versions of the specification', async () => {
    const { message } = await diagnosticOf(() => assertComparable([of('a', '0'), of('b', '0', 'main')]));
    expect(message).toContain(
      'CloudEvents 1.0.2, suite 000000000000: a.json; CloudEvents main, suite 000000000000: b.json',
    );
  });

  test('of digests that begin alike', async () => {
    const [one, other] = ['0'.repeat(63), '0'.repeat(63)].map((digits, index) =>
      excerpt({ target: { name: `${index}` }, suite: { digest: `${digits}${index}`, specVersion: '1.0.2' } }),
    );
    if (one === undefined || other === undefined) throw new Error('no reports');
    expect(await diagnosticOf(() => assertComparable([one, other]))).toMatchObject({ code: 'matrix.suites' });
  });

  test('two of the same subject and version', async () => {
    const [a, b] = [of('sdk', '0'), { ...of('sdk', '0'), file: 'again.json' }];
    expect(await diagnosticOf(() => assertComparable([a, of('other', '0'), b]))).toMatchObject({
      code: 'matrix.repeated',
      message: 'failed to lay the reports side by side: sdk.json, again.json are all of "sdk"',
      exit: 2,
    });
  });

  test('but two versions of one subject can', () => {
    const versioned = (version: string) => {
      const one = of('sdk', '0');
      return { ...one, target: { ...one.target, version } };
    };
    expect(() => assertComparable([versioned('1.0.0'), versioned('2.0.0')])).not.toThrow();
    expect(() => assertComparable([versioned('1.0.0'), versioned('1.0.0')])).toThrow('are all of "sdk 1.0.0"');
  });

  test('a name cannot write to the terminal', async () => {
    const evil = '\u001b]0;owned\u0007';
    const { message } = await diagnosticOf(() =>
      assertComparable([of(evil, '0'), of(evil, '0')].map((one) => ({ ...one, file: 'x' }))),
    );
    expect(message).not.toMatch(/[\u0000-\u001f]/);
    expect(message).toContain('owned');
  });
});
