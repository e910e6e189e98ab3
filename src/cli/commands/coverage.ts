// `ce-conform coverage`: which statement of the specification has which requirements and cases.
import { type CoverageTotals, coverage as coverageOf, type DocumentCoverage } from '../../../suites/coverage.js';
import { loadRegistry } from '../../../suites/registry.js';
import { loadSuite } from '../../../suites/suite.js';
import { inSpec } from '../../engine/in-spec.js';
import type { SpecVersion } from '../../event/types.js';
import { createStyle } from '../../report/text/style.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';
import { printTable } from '../table.js';

export interface CoverageFlags {
  readonly spec?: SpecVersion;
  readonly json?: boolean;
}

/** Prints every statement with its requirements and cases, or the reason why there are none, and the totals. */
export async function coverage(flags: CoverageFlags, io: Io): Promise<number> {
  const spec = flags.spec ?? '1.0.2';
  const { bold } = createStyle(io.out.hasColors, io.out.columns);
  // Cases of the other version's requirements are not strays: they are left out of the question.
  const registry = loadRegistry();
  const { cases } = loadSuite();
  const report = coverageOf(
    registry,
    cases.filter(({ requirement }) => inSpec(requirement, spec)),
    spec,
  );
  if (flags.json === true) {
    printJson(report, io);
    return 0;
  }
  for (const document of report.documents) {
    io.out.write(`${bold(document.title)} ${spec}  ${document.path} at ${document.commit.slice(0, 12)}\n`);
    printTable(rows(document), io);
    io.out.write(`${sum(document.totals)}\n`);
  }
  io.out.write(`${bold('All documents')}\n${sum(report.totals)}`);
  if (report.strays.length > 0) io.out.write(`\ncases without a requirement: ${report.strays.join(', ')}\n`);
  return 0;
}

const rows = ({ statements }: DocumentCoverage): readonly (readonly string[])[] => [
  ['  statement', 'keyword', 'requirements', 'cases', 'why none'],
  ...statements.map(({ id, keyword, requirements, cases, reason }) => [
    `  ${id}`,
    keyword,
    `${requirements.length}`.padStart(12),
    `${cases}`.padStart(5),
    reason ?? (cases > 0 ? '' : GAP),
  ]),
];

/** What a statement shows that has neither cases nor a reason. */
const GAP = '(a gap: no reason is written)';

function sum({ statements, requirements, cases }: CoverageTotals): string {
  return [
    `  statements    ${statements.total}: ${statements.mapped} with requirements, ${statements.withCases} with cases, ${statements.notTestable} not testable, ${statements.unmapped} unmapped`,
    `  requirements  ${requirements.total}: ${requirements.withCases} with cases, ${requirements.withReason} with a reason why not, ${requirements.open} open`,
    `  cases         ${cases}`,
    '',
  ].join('\n');
}
