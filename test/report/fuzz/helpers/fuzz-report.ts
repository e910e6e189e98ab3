import { toTrialJson } from '../../../../src/fuzz/trial-json.js';
import { FUZZ_SCHEMA, type FuzzFinding, type FuzzReport } from '../../../../src/report/fuzz/types.js';
import { events } from '../../../fuzz/helpers/trials.js';

export const findingOf = (changes: Partial<FuzzFinding> = {}): FuzzFinding => ({
  id: '0123456789',
  class: 'altered',
  title: 'Subject has another value',
  requirement: 'core.type.str',
  level: 'must',
  ways: ['http-structured'],
  expected: { subject: 'a' },
  actual: { subject: 'b' },
  message: 'subject has another value',
  count: 2,
  again: { hits: 3, of: 3 },
  path: { seed: 'test', index: 7, aim: 'any event' },
  bytes: { met: 200, smallest: 100 },
  after: 12,
  trial: toTrialJson(events()),
  evidence: [],
  ...changes,
});

export type Changes = Partial<Omit<FuzzReport, 'run'>> & { readonly run?: Partial<FuzzReport['run']> };

/** The report of a part of a seed, from 0, that found nothing. */
export const partOf = (index: number, of: number, { run, ...changes }: Changes = {}): FuzzReport => ({
  schema: FUZZ_SCHEMA,
  tool: { name: 'ce-conform', version: '1.0.0' },
  suite: { digest: 'ab'.repeat(32) },
  target: { name: 'target.test', kind: 'http', url: 'http://target.test/' },
  run: {
    seed: 'night',
    shard: { index, of },
    startedAt: `2020-01-01T00:00:0${index % 10}.000Z`,
    durationMs: 10_000,
    node: 'v20.19.0',
    platform: 'linux-x64',
    concurrency: 16,
    observation: 'reply',
    ...run,
  },
  totals: {
    messages: 100,
    again: 1,
    trials: 50,
    accepted: 90,
    refused: 8,
    undecided: 1,
    unanswered: 1,
    kinds: { events: 40, violation: 10 },
  },
  cells: {
    reached: 1,
    total: 2,
    list: [
      { requirement: 'core.type.str', way: 'http-binary', messages: 3 },
      { requirement: 'core.type.time', way: 'http-binary', messages: 0 },
    ],
  },
  findings: [],
  fixed: [],
  more: 0,
  ...changes,
});
