// Laws of judging what an adapter answers: no reply makes a judge fail, none is green that says nothing, and what was
// judged once is judged the same from the report.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/engine/case.js';
import type { Evidence } from '../../src/engine/evidence.js';
import { judgeAll } from '../../src/engine/judge.js';
import { tokenOf } from '../../src/engine/random.js';
import { fromEvidenceReport, toEvidenceReport } from '../../src/report/evidence.js';
import type { Reply } from '../../src/target/types.js';
import { loadSuite } from '../../suites/suite.js';
import { adapterReply } from '../report/helpers/any-evidence.js';

const suite = loadSuite();
const SEED = 'hostile';

// One case of each requirement and task, as a target that claims everything is asked.
const cases: readonly Case[] = [
  ...new Map(
    suite.cases
      .filter(({ transport, task }) => transport !== true && task !== 'capture')
      .map((item) => [`${item.task} ${item.requirement.id}`, item.whenValidating?.('event') ?? item] as const),
  ).values(),
];

function evidenceOf(item: Case, replies: readonly Reply[]): Evidence {
  const token = tokenOf(SEED, item.id);
  const told = item.told?.(token);
  const validated = item.validity?.(token);
  return {
    token,
    observation: 'adapter',
    requests: validated === undefined ? item.stimulus(token) : [],
    ...(told && { told }),
    ...(validated && { validated }),
    replies,
    arrived: [],
    ms: 1,
  };
}

const judged = (evidence: ReadonlyMap<string, Evidence>) => judgeAll(cases, evidence, '1.0.2');

const again = (evidence: Evidence): Evidence => {
  const report = JSON.parse(JSON.stringify(toEvidenceReport(evidence, (lines) => lines)));
  return fromEvidenceReport(report, evidence.token, evidence.observation, evidence.ms);
};

describe('whatever an adapter answers', () => {
  it('no judge fails over it', () => {
    fc.assert(
      fc.property(fc.array(adapterReply, { maxLength: 3 }), (replies) => {
        const judgements = judged(new Map(cases.map((item) => [item.id, evidenceOf(item, replies)])));
        for (const [id, judgement] of judgements)
          expect(judgement.status, `${id}: ${judgement.message}`).not.toBe('harness-error');
      }),
      { numRuns: 60 },
    );
  });

  it('it is judged the same from a report', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.array(adapterReply, { maxLength: 3 }), (item, replies) => {
        const evidence = evidenceOf(item, replies);
        const [first, second] = [evidence, again(evidence)].map((one) =>
          judged(new Map([[item.id, one]])).get(item.id),
        );
        expect(JSON.parse(JSON.stringify(second))).toEqual(JSON.parse(JSON.stringify(first)));
      }),
      { numRuns: 300 },
    );
  });

  it('the same answer to everything is no conformant target', () => {
    fc.assert(
      fc.property(adapterReply, (reply) => {
        const judgements = judged(new Map(cases.map((item) => [item.id, evidenceOf(item, [reply])])));
        const must = cases.filter(({ level, task }) => level === 'must' && task !== 'forward');
        const passed = must.filter(({ id }) => judgements.get(id)?.status === 'pass');
        expect(passed.length).toBeLessThan(must.length / 4);
      }),
      { numRuns: 30 },
    );
  });
});
