import { describe, expect, it } from 'vitest';
import { type Answer, ourAnswers } from '../../../src/report/interop-cesql/answer.js';
import { chooseMode } from '../../../src/report/interop-cesql/choose-mode.js';
import { type Found, groupFound } from '../../../src/report/interop-cesql/groups.js';
import { event, gave, judged, posed } from './helpers/posed.js';

function found(subject: string, text: string, theirs: Answer): Found {
  const { how, what, ...rest } = judged(text, theirs);
  return { subject, posed: posed(text), from: posed(text), difference: { how, what }, judged: rest };
}

describe('groups', () => {
  const all = [
    found('b', 'LENGTH(missing)', gave(5, 'missingAttribute')),
    found('a', '2147483647 + 1', gave(-2147483648)),
    found('a', '2147483646 + 2', gave(-2147483648)),
    found('a', '2147483645 + 3', gave(-2147483648)),
    found('a', 'LENGTH(absent)', gave(5, 'missingAttribute')),
    found('a', '5 / 0', gave(0)),
    found('b', '5 / 0', gave(1)),
    found('b', '55 / 0', gave(0)),
    found('b', '55 / 0', gave(0)),
  ];

  it('are of one construct and one way each, the settled ones first, then those of most expressions', () => {
    const groups = groupFound(all).map(({ judged: { verdict, construct }, difference, subjects }) => ({
      verdict,
      construct,
      what: difference.what,
      subjects: subjects.map(({ id, expressions }) => `${id} ${expressions}`).join(),
    }));
    const division = '/ of an Integer and an Integer';
    expect(groups).toEqual([
      { verdict: 'settled', construct: division, what: 'no math error', subjects: 'a 1,b 3' },
      { verdict: 'settled', construct: 'LENGTH of a missing attribute', what: 'another value', subjects: 'a 1,b 1' },
      { verdict: 'open', construct: '+ of an Integer and an Integer', what: 'no math error', subjects: 'a 3' },
    ]);
  });

  it('have the smallest as their example, and do not depend on the order', () => {
    const shown = (list: readonly Found[]) => groupFound(list).map(({ example }) => example.posed.expression);
    expect(shown(all)).toEqual(shown([...all].reverse()));
    expect(groupFound(all)[0]?.example.posed).toEqual(posed('5 / 0'));
  });

  it('of nothing are none', () => {
    expect(groupFound([])).toEqual([]);
  });
});

describe('the mode', () => {
  const texts = ["'a' + 1", "'b' + 2", '1 + 1', 'LEFT(id, -1)'];
  const ours = texts.map((text) => ourAnswers(text, event));
  const asIn = (mode: 'complete' | 'fail-fast' | 'operator'): readonly Answer[] =>
    ours.map((one) => ({ kind: 'evaluated', ...one[mode] }));

  it.each(['complete', 'fail-fast', 'operator'] as const)('is the one that agrees most: %s', (mode) => {
    const chosen = chooseMode(asIn(mode), ours, undefined);
    expect(chosen).toMatchObject({ mode, isDeclared: false });
    expect(chosen.agreement[mode]).toBe(4);
  });

  it('is the declared one, however it agrees', () => {
    const chosen = chooseMode(asIn('complete'), ours, 'fail-fast');
    expect(chosen).toMatchObject({ mode: 'fail-fast', isDeclared: true, agreement: { complete: 4, 'fail-fast': 1 } });
  });

  it('is our default where nothing tells them apart, or nothing was asked', () => {
    const { mode, agreement } = chooseMode([{ kind: 'not-asked' }], ours, undefined);
    expect({ mode, agreement }).toEqual({ mode: 'operator', agreement: { complete: 0, 'fail-fast': 0, operator: 0 } });
  });
});
