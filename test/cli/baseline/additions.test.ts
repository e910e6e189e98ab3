import { expect, test } from 'vitest';
import { additions } from '../../../src/cli/baseline/additions.js';
import { NO_REASON } from '../../../src/cli/baseline/first-flaw.js';
import { entryOf, idOf, suiteOf } from '../../report/baseline/helpers/entries.js';
import { reportOf } from '../../report/text/helpers/reports.js';

const suite = suiteOf(['core.a/one', 'core.a/two', 'core.b/one']);
const [a1, a2, b1] = ['core.a/one', 'core.a/two', 'core.b/one'].map(idOf) as [string, string, string];
const report = reportOf({
  findings: [
    { id: 'f1', title: 'B is\nlost', requirements: ['core.b'], cases: [b1] },
    { id: 'f2', title: 'A is lost', requirements: ['core.a'], cases: [a1, a2] },
    { id: 'f3', title: 'known', requirements: ['core.c'], cases: ['core.c/one'] },
  ],
});
const failure = (id: string) => ({ case: id, fingerprint: '0a1b2c3d' });
const added = (id: string) => ({ case: id, reason: NO_REASON, fingerprint: '0a1b2c3d' });

test('failures of one finding stand together, below its title in one line', () => {
  expect(additions([failure(a1), failure(a2), failure(b1)], report, [], suite)).toEqual([
    { list: 'expected', comment: 'B is\\u{a}lost', entries: [added(b1)] },
    { list: 'expected', comment: 'A is lost', entries: [added(a1), added(a2)] },
  ]);
});

test('what nothing new belongs to is left out', () => {
  expect(additions([failure(a2)], report, [], suite)).toEqual([
    { list: 'expected', comment: 'A is lost', entries: [added(a2)] },
  ]);
  expect(additions([], report, [], suite)).toEqual([]);
});

test('another failure of a flaky case is flaky too: a case in both lists would be a contradiction', () => {
  const flaky = entryOf('core.a/one', { list: 'flaky', fingerprint: '00000000' });
  expect(additions([failure(a1), failure(a2)], report, [flaky], suite)).toEqual([
    { list: 'expected', comment: 'A is lost', entries: [added(a2)] },
    { list: 'flaky', comment: 'A is lost', entries: [added(a1)] },
  ]);
});
