// `ce-conform matrix`: reports side by side, requirements by subject.
import { loadRegistry, resolveId } from '../../../suites/registry.js';
import { assertComparable } from '../../report/matrix/assert-comparable.js';
import { buildMatrix } from '../../report/matrix/build-matrix.js';
import { type Excerpt, excerptOf } from '../../report/matrix/excerpt.js';
import { renderHtml } from '../../report/matrix/html/render-html.js';
import { renderMarkdown } from '../../report/matrix/markdown/render-markdown.js';
import type { Matrix } from '../../report/matrix/types.js';
import { expandGlobs } from '../expand-globs.js';
import type { Io } from '../io.js';
import { type PageFlags, type PageFormat, pageOutputs } from '../page-outputs.js';
import { readReport } from '../read-report.js';
import { writeOutput } from '../write-output.js';

export interface MatrixFlags extends PageFlags {
  /** Mix suites, versions of the specification, and reports of one subject. */
  readonly force?: boolean;
}

/**
 * Writes the matrix of the reports. Throws a usage error for a file that is no report, and, unless forced, for reports
 * that cannot be compared.
 */
export async function matrix(args: readonly string[], flags: MatrixFlags, io: Io): Promise<number> {
  const outputs = pageOutputs(flags);
  const reports = expandGlobs(args).map(read);
  if (flags.force !== true) assertComparable(reports);
  const built = buildMatrix(reports);
  for (const { format, path } of outputs) {
    const text = render(built, format);
    if (path === undefined) io.out.write(text);
    else writeOutput(path, text);
  }
  return 0;
}

// One after the other: what is kept of a report is a small part of it.
function read(file: string): Excerpt {
  const registry = loadRegistry();
  return excerptOf(readReport(file), file, (id) => resolveId(id, registry));
}

function render(built: Matrix, format: PageFormat): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(built);
    case 'html':
      return renderHtml(built);
    case 'json':
      return `${JSON.stringify(built, null, 2)}\n`;
  }
}
