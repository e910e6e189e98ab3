// `ce-conform diff`: what became of a target between two reports.
import { loadRegistry, resolveId } from '../../../suites/registry.js';
import type { ExitCode } from '../../engine/error.js';
import { assertDiffable } from '../../report/diff/assert-diffable.js';
import { buildDiff } from '../../report/diff/build-diff.js';
import type { NamedReport } from '../../report/diff/compare-cases.js';
import { renderDiffMarkdown } from '../../report/diff/markdown/render-markdown.js';
import { renderDiffText } from '../../report/diff/text/render-text.js';
import type { Diff } from '../../report/diff/types.js';
import { headline } from '../../report/diff/words.js';
import { type DiffFlags, type DiffFormat, diffOutputs } from '../diff-outputs.js';
import type { Io } from '../io.js';
import { readReport } from '../read-report.js';
import { writeOutput } from '../write-output.js';

/**
 * Compares an old report with a new one. Exit code 1 where a MUST that was seen to hold is seen to be broken; else 3 where one is no
 * longer shown to hold; else 0. Throws a usage error for files that are no reports, and, unless forced, for those that cannot be compared.
 */
export async function diff(oldFile: string, newFile: string, flags: DiffFlags, io: Io): Promise<ExitCode> {
  const outputs = diffOutputs(flags);
  const [old, now] = [read(oldFile), read(newFile)];
  if (flags.force !== true) assertDiffable(old, now);
  const registry = loadRegistry();
  const built = buildDiff(old, now, registry, (id) => resolveId(id, registry));
  for (const { format, path } of outputs) {
    if (path === undefined) io.out.write(render(built, format, flags, io));
    else writeOutput(path, render(built, format, flags, undefined));
  }
  // What is in a file is not on the screen.
  if (outputs.every(({ path }) => path !== undefined)) io.err.write(`${headline(built)}.\n`);
  return built.exit;
}

const read = (file: string): NamedReport => ({ file, report: readReport(file) });

function render(built: Diff, format: DiffFormat, { verbose = false }: DiffFlags, io: Io | undefined): string {
  switch (format) {
    case 'text':
      return renderDiffText(built, { colors: io?.out.hasColors ?? false, columns: io?.out.columns ?? 0, verbose });
    case 'markdown':
      return renderDiffMarkdown(built);
    case 'json':
      return `${JSON.stringify(built, null, 2)}\n`;
  }
}
