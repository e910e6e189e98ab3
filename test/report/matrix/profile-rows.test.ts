import { expect, test } from 'vitest';
import { profileRows } from '../../../src/report/matrix/profile-rows.js';
import type { Report } from '../../../src/report/types.js';
import { reportOf } from '../text/helpers/reports.js';
import { excerpt } from './helpers/excerpts.js';

const KNOWN = [
  { id: 'http-acceptance', title: 'accepts' },
  { id: 'http-receiver', title: 'decodes' },
  { id: 'never-seen', title: 'nothing' },
];

const profile = (id: string, rest: Partial<Report['profiles'][number]> = {}): Report['profiles'][number] => ({
  id,
  verdict: 'conformant',
  summary: reportOf().summary,
  requirements: { applicable: 5, verified: 5, failed: 0 },
  ...rest,
});

test('a row for each profile that a report speaks of, the known ones in their order, a cell for each report', () => {
  const reports = [
    excerpt({ profiles: [profile('zeta'), profile('http-receiver'), profile('http-acceptance')] }),
    excerpt({
      profiles: [
        profile('http-acceptance', {
          verdict: 'inconclusive',
          requirements: { applicable: 5, verified: 3, failed: 0 },
          reason: '2 of 5 cases are undecided',
        }),
      ],
      unseen: [{ id: 'http-receiver', reveal: 'let it answer' }],
    }),
  ];
  const full = { kind: 'seen', verdict: 'conformant', applicable: 5, verified: 5, failed: 0 };
  expect(profileRows(reports, KNOWN)).toEqual([
    {
      id: 'http-acceptance',
      title: 'accepts',
      cells: [
        full,
        {
          kind: 'seen',
          verdict: 'inconclusive',
          applicable: 5,
          verified: 3,
          failed: 0,
          reason: '2 of 5 cases are undecided',
        },
      ],
    },
    { id: 'http-receiver', title: 'decodes', cells: [full, { kind: 'unseen', reveal: 'let it answer' }] },
    { id: 'zeta', cells: [full, { kind: 'unseen' }] },
  ]);
});

test('no reports, no rows', () => {
  expect(profileRows([], KNOWN)).toEqual([]);
});
