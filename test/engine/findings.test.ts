import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings } from '../../src/engine/findings.js';
import { type Judgement, STATUSES } from '../../src/engine/judgement.js';
import { named, tinyCases, vector } from './tiny-suite.js';

const cases = tinyCases([vector('core.a/one'), vector('core.a/two'), vector('core.b/one'), vector('core.c/one')]);
const at = (name: string, judgement: Judgement) => ({ item: named(cases, `${name}@http-structured`), judgement });
const failed = (key: string): Judgement => ({ status: 'fail', cause: { key, title: `about ${key}` } });

describe('findings', () => {
  it('groups what has one root, most cases first', () => {
    expect(
      findings([at('core.c/one', failed('x')), at('core.b/one', failed('y')), at('core.a/two', failed('y'))]),
    ).toMatchObject([
      {
        title: 'about y',
        requirements: ['core.a', 'core.b'],
        cases: ['core.a/two@http-structured', 'core.b/one@http-structured'],
      },
      { title: 'about x', requirements: ['core.c'], cases: ['core.c/one@http-structured'] },
    ]);
  });

  it('groups by requirement where no cause is known', () => {
    const found = findings([
      at('core.a/one', { status: 'timeout', message: 'no answer' }),
      at('core.a/two', { status: 'timeout', message: 'no answer' }),
      at('core.b/one', { status: 'timeout' }),
    ]);
    expect(found.map(({ cases }) => cases.length)).toEqual([2, 1]);
    expect(found[0]?.title).toBe('no answer: the case core.a/one');
    expect(found[1]?.title).toBe('timeout: the case core.b/one');
  });

  it.each(STATUSES)('%s is a finding only if it is a failure or a warning', (status) => {
    const isOne = status === 'fail' || status === 'warn' || status === 'timeout';
    expect(findings([at('core.a/one', { status })])).toHaveLength(isOne ? 1 : 0);
  });

  it('gives ids that hold nothing but letters, digits and hyphens, whatever the target said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        const [finding] = findings([at('core.a/one', failed(key))]);
        expect(finding?.id).toMatch(/^[a-z0-9-]*-[0-9a-f]{6}$/);
        expect(finding?.id.length).toBeLessThanOrEqual(47);
      }),
    );
  });

  it('gives the same list for any order of the results', () => {
    const results = [at('core.a/one', failed('x')), at('core.a/two', failed('y')), at('core.b/one', failed('x'))];
    expect(findings(results.toReversed())).toEqual(findings(results));
  });
});
