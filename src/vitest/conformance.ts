// Conformance as tests: every case is one, and the verdict is the last.
import { beforeAll, describe, type TestContext, test } from 'vitest';
import { loadSuite } from '../../suites/suite.js';
import type { Case } from '../engine/case.js';
import { casesOfTasks } from '../engine/cases-for.js';
import { ConformError } from '../engine/error.js';
import { select } from '../engine/select.js';
import { groups } from '../report/text/sections.js';
import { asked } from './asked.js';
import { caseFailure, failure, type Site, siteOf } from './failure.js';
import { type Judged, judgeOnce, longestOf } from './judge-once.js';
import type { ConformanceOptions } from './options.js';
import { type CaseMeta, metaOf, outcomeOf } from './outcome.js';
import { verdictOutcome } from './verdict-outcome.js';

declare module 'vitest' {
  interface TaskMeta {
    ceConform?: CaseMeta;
  }
}

/**
 * Declares a group of tests, one for each case that can come up and one for the verdict; to be called where tests are declared.
 * The target is driven once, before the first of them. Throws for settings that name nothing to judge, and for globs that match nothing.
 */
export function conformance(options: ConformanceOptions): void {
  const site = siteOf(new Error('here').stack);
  const cases = casesOf(options, site);
  describe(options.name ?? 'CloudEvents conformance', () => {
    let judged: Judged | undefined;
    const run = (): Judged => {
      if (judged === undefined) throw failure('failed to tell a test: the run has not ended', site);
      return judged;
    };
    beforeAll(async () => {
      judged = await judgeOnce(options).catch((error: unknown) => {
        throw located(error, site);
      });
      assertTold(judged, cases, site);
    }, longestOf(options));
    for (const [requirement, members] of groups(cases, (item) => item.requirement.id)) {
      describe(requirement, () => {
        for (const item of members)
          test(`${item.id}: ${item.title}`, (context) => tellCase(item, run(), site, context));
      });
    }
    test('verdict', (context) => {
      const outcome = verdictOutcome(run().report, options.allowInconclusive === true);
      if (outcome.kind === 'skip') context.skip(outcome.reason);
      if (outcome.kind === 'fail') throw failure(outcome.message, site);
    });
  });
}

/** The cases that can come up. */
function casesOf(options: ConformanceOptions, site: Site): readonly Case[] {
  try {
    const { tasks, bindings } = asked(options);
    return select(casesOfTasks(loadSuite().cases, tasks, bindings), {
      only: options.only ?? [],
      skip: options.skip ?? [],
    }).cases;
  } catch (error) {
    throw located(error, site);
  }
}

// A case without a test would fail unheard.
function assertTold({ cases: reported }: Judged, cases: readonly Case[], site: Site): void {
  const ids = new Set(cases.map(({ id }) => id));
  const untold = [...reported.keys()].filter((id) => !ids.has(id));
  if (untold.length > 0)
    throw failure(`failed to tell all: ${untold.length} cases ran that have no test, such as ${untold[0]}`, site);
}

function tellCase(item: Case, { report, cases, again }: Judged, site: Site, context: TestContext): void {
  const reported = cases.get(item.id);
  if (reported !== undefined) context.task.meta.ceConform = metaOf(reported);
  const outcome = outcomeOf(reported, report);
  if (outcome.kind === 'skip') context.skip(outcome.reason);
  if (outcome.kind === 'fail' && reported !== undefined)
    throw caseFailure(reported, { requirement: item.requirement, again: { ...again, report }, site });
}

// What the user did not do right is told where they did it, with what to do.
function located(error: unknown, site: Site): unknown {
  if (!(error instanceof ConformError)) return error;
  const { message, hint } = error.diagnostic;
  return failure(hint === undefined ? message : `${message}\n  hint: ${hint}`, site);
}
