// The findings of a folder: those of earlier runs, and those of this one as they are found, so that no end of a run loses one.
import { commandLine } from '../../report/command-line/command-line.js';
import type { CommandLine, Where } from '../../report/command-line/types.js';
import { FINDING_SCHEMA, type FindingFile } from '../../report/fuzz/finding-file.js';
import type { FuzzFinding, FuzzReport } from '../../report/fuzz/types.js';
import type { Stimulus } from '../../target/types.js';
import {
  FINDINGS_FOLDER,
  findingPaths,
  type ReadFinding,
  readFinding,
  removeFinding,
  writeFinding,
} from './finding-file.js';
import { toolOf } from './fuzz-report.js';

export interface Saving {
  /** Findings of earlier runs against the same kind of target. */
  readonly saved: readonly ReadFinding[];
  /** The files of this run's findings, by their ids. */
  readonly files: ReadonlyMap<string, string>;
  save(finding: FuzzFinding, sent: readonly Stimulus[], at: Place): void;
  /** Takes away what no longer fails. */
  fixed(id: string): void;
}

/** The target of a finding, and where a common tool reaches it. */
export interface Place {
  readonly target: FuzzReport['target'];
  readonly where: Where | undefined;
}

/** Saving into a folder, `.ce-conform` by default. `false`: nothing is read or written. Throws a usage error for a file that is none. */
export function createSaving(folder: string | undefined | false): Saving {
  const files = new Map<string, string>();
  if (folder === false) return { saved: [], files, save: () => undefined, fixed: () => undefined };
  const place = folder ?? FINDINGS_FOLDER;
  const saved = findingPaths(place).map(readFinding);
  return {
    saved,
    files,
    save(finding, sent, at) {
      files.set(finding.id, writeFinding(place, fileOf(finding, sent, at)));
    },
    fixed(id) {
      const one = saved.find(({ file }) => file.finding.id === id);
      if (one !== undefined) removeFinding(one.path);
    },
  };
}

const fileOf = (finding: FuzzFinding, sent: readonly Stimulus[], { target, where }: Place): FindingFile => ({
  schema: FINDING_SCHEMA,
  tool: toolOf(),
  target,
  savedAt: new Date().toISOString(),
  finding,
  lines: where === undefined ? [] : sent.map((stimulus) => lineOf(commandLine(stimulus, where))),
});

const lineOf = (line: CommandLine): FindingFile['lines'][number] =>
  line.kind === 'line' ? { tool: line.tool, line: line.line } : { tool: line.tool, reason: line.reason };
