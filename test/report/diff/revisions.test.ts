// Whether a case is the same one: its bytes apart from tokens, its level, what it expects.
import { describe, expect, test } from 'vitest';
import { tokenOf } from '../../../src/engine/random.js';
import { revisions } from '../../../src/report/diff/revisions.js';
import type { CaseReport, Report } from '../../../src/report/types.js';
import { caseOf, evidenceOf, reportOf, sentOf } from '../text/helpers/reports.js';
import { OTHER_SUITE } from './helpers/diffs.js';

const ID = 'http.dec.once/twice@http-binary';
const old = reportOf({ run: { seed: 'one' } });
const other = (seed = 'one'): Report => reportOf({ ...OTHER_SUITE, run: { seed } });

const sent = (seed: string, body = 'x', subject = 'a'): CaseReport =>
  caseOf(ID, {
    evidence: evidenceOf(
      [
        sentOf({ 'ce-id': tokenOf(seed, ID), 'ce-subject': subject }, body),
        {
          kind: 'events',
          mode: 'binary',
          events: [{ attributes: { id: '1' }, data: { base64: base64(`${tokenOf(seed, ID)}\xff`) } }],
        },
      ],
      [],
    ),
  });
const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

describe('of another suite', () => {
  test('the same bytes are the same case, whatever the seed made of its token', () => {
    expect(revisions(sent('one'), sent('two'), old, other('two'))).toEqual([]);
  });

  test.each([
    ['another body', sent('two', 'y')],
    ['another header', sent('two', 'x', 'b')],
    ['another token than that of its seed', sent('three')],
  ])('%s is another case', (_, after) => {
    expect(revisions(sent('one'), after, old, other('two'))).toEqual(['sent']);
  });

  test('another expectation is another case; one that only a failure tells is not', () => {
    const expecting = (expected: string): CaseReport => caseOf(ID, { expected });
    expect(revisions(expecting('a'), expecting('b'), old, other())).toEqual(['expected']);
    expect(revisions(expecting('a'), expecting('a'), old, other())).toEqual([]);
    expect(revisions(caseOf(ID), expecting('b'), old, other())).toEqual([]);
  });

  test('a case without evidence is not said to have changed', () => {
    expect(revisions(sent('one'), caseOf(ID, { status: 'not-applicable' }), old, other())).toEqual([]);
  });
});

test('one suite sends one thing, whatever header lines a user adds', () => {
  expect(revisions(sent('one'), sent('one', 'x', 'b'), old, old)).toEqual([]);
});

test('another level, and a rule that is scored now, are another case even of one suite', () => {
  const should = caseOf(ID, { level: 'should' });
  expect(revisions(caseOf(ID), should, old, old)).toEqual(['level']);
  expect(revisions(caseOf(ID), caseOf(ID, { unscored: true }), old, old)).toEqual(['scored']);
});
