// `ce-conform verify`: derives every verdict of a report again from its evidence, without the target.
import { loadSuite } from '../../../suites/suite.js';
import { EXIT } from '../../engine/error.js';
import type { Discrepancy } from '../../report/discrepancy.js';
import { inert } from '../../report/text/inert.js';
import { safe } from '../../report/text/safe.js';
import { createStyle } from '../../report/text/style.js';
import type { Report } from '../../report/types.js';
import { type Verification, verifyReport } from '../../report/verify.js';
import { assertSameSuite } from '../assert-same-suite.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';
import { readEditedReport } from '../read-report.js';

export interface VerifyFlags {
  readonly json?: boolean;
}

/** Longest text of a report that a line repeats, in characters. */
const MOST = 200;

/** More discrepancies than these are counted: nobody reads on. */
const MOST_LINES = 100;

/**
 * Prints the verdict that follows from the evidence, and each place where the report says otherwise. Exit code 0 when
 * everything holds, 1 when not. Throws a usage error for a file that is no report of this suite.
 */
export async function verify(path: string, flags: VerifyFlags, io: Io): Promise<number> {
  const report = readEditedReport(path);
  const suite = loadSuite();
  assertSameSuite(report, suite, `verify ${path}`);
  const verification = verifyReport(suite, report);
  const holds = verification.discrepancies.length === 0;
  if (flags.json === true) printJson({ holds, reported: report.verdict, ...verification }, io);
  else io.out.write(inert(render(report, verification, io)));
  return holds ? EXIT.conformant : EXIT.nonconformant;
}

function render(report: Report, { verdict, judged, discrepancies }: Verification, io: Io): string {
  const { bold, verdict: paint } = createStyle(io.out.hasColors, io.out.columns);
  const outcome =
    discrepancies.length === 0
      ? 'everything in the report follows from its evidence'
      : `${discrepancies.length === 1 ? 'one place does' : `${discrepancies.length} places do`} not follow from the evidence:`;
  return [
    `${bold(paint[verdict](verdict))}  from the evidence of ${judged} of ${report.cases.length} cases against ${safe(report.target.name, MOST)}`,
    outcome,
    ...discrepancies.slice(0, MOST_LINES).map((discrepancy) => `  ${sentence(discrepancy)}`),
    ...(discrepancies.length > MOST_LINES
      ? [`  and ${discrepancies.length - MOST_LINES} more; --json lists them all`]
      : []),
    '',
  ].join('\n');
}

const CONCLUSIONS: Readonly<Record<Extract<Discrepancy, { kind: 'conclusion' }>['part'], string>> = {
  summary: 'the summary does',
  profiles: 'the profiles do',
  selection: 'the selection does',
  unseen: 'what is said to be unseen does',
  requirements: 'the requirements do',
  findings: 'the findings do',
  baseline: 'what is said of the baseline does',
};

function sentence(discrepancy: Discrepancy): string {
  switch (discrepancy.kind) {
    case 'status': {
      const { id, reported, derived, message } = discrepancy;
      return `${safe(id, MOST)}: reported ${reported}, derived ${derived}${message === undefined ? '' : ` (${safe(message, MOST)})`}`;
    }
    case 'verdict': {
      const { profile, reported, derived } = discrepancy;
      const what = profile === undefined ? 'the verdict' : `the verdict of ${safe(profile, MOST)}`;
      return `${what}: reported ${reported}, derived ${derived}`;
    }
    case 'digest':
      return 'the report was edited, or cut, since it was written: its digest is another';
    case 'altered':
      return `${safe(discrepancy.id, MOST)}: the evidence was altered: its digest is another`;
    case 'stimulus':
      return `${safe(discrepancy.id, MOST)}: the bytes sent are not those of this case and seed`;
    case 'altered-capture':
      return 'the captured messages were altered: their digest is another';
    case 'account':
      return `${safe(discrepancy.id, MOST)}: the status follows, but what is said about it does not`;
    case 'conclusion':
      return `${CONCLUSIONS[discrepancy.part]} not follow from the cases`;
    case 'missing-case':
      return `${safe(discrepancy.id, MOST)}: the case was asked for, and is not in the report`;
    case 'repeated-case':
      return `${safe(discrepancy.id, MOST)}: the case is in the report more than once`;
    case 'unknown-case':
      return `${safe(discrepancy.id, MOST)}: the suite has no such case`;
  }
}
