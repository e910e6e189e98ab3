import { oneLine } from '../page/one-line.js';
import { caseLines, caseText } from '../render/case-words.js';
import type { RenderContext } from '../render/render-context.js';
import type { Standing } from '../render/standing.js';
import { rerun } from '../text/rerun.js';
import { safe } from '../text/safe.js';
import type { CaseReport, Report } from '../types.js';

/** Longest id or message, in characters. */
const MOST = 300;

/** As much of a test of the format as is written. */
export interface CtrfTest {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'other';
  /** Milliseconds. */
  readonly duration: number;
  readonly rawStatus: string;
  readonly suite?: readonly string[];
  readonly message?: string;
  readonly trace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, string>>;
}

interface Around {
  readonly report: Report;
  readonly context: RenderContext;
  readonly suite: readonly string[];
}

export function ctrfTest(item: CaseReport, standing: Standing, { report, context, suite }: Around): CtrfTest {
  const isBroken = ['failed', 'error', 'known'].includes(standing.kind) || item.status === 'warn';
  return {
    name: safe(item.id, MOST),
    status: statusOf(item, standing),
    duration: item.ms,
    rawStatus: item.status,
    suite,
    ...(standing.kind === 'passed' ? {} : { message: oneLine(standing.reason, MOST) }),
    ...(isBroken ? { trace: caseText(caseLines(item, report, context)) } : {}),
    labels: { requirement: safe(item.requirement, MOST), level: item.level },
    ...(isBroken ? { extra: { rerun: rerun(context.rerun, safe(item.id, MOST)) } } : {}),
  };
}

// A fault of ours is no failure of the target, and still nothing that a reader of counts may overlook.
function statusOf({ status }: CaseReport, { kind }: Standing): CtrfTest['status'] {
  switch (kind) {
    case 'passed':
      return 'passed';
    case 'failed':
    case 'error':
      return 'failed';
    case 'known':
      return 'other';
    case 'other':
      return status === 'not-applicable' || status === 'not-run' ? 'skipped' : 'other';
  }
}
