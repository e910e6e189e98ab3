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
  /** Findings of earlier runs, against any target. */
  readonly saved: readonly ReadFinding[];
  /** The files of this run's findings, by their ids. */
  readonly files: ReadonlyMap<string, string>;
  save(finding: FuzzFinding, sent: readonly Stimulus[], at: Place): void;
  /** Takes away what no longer fails on the target that it was found on. */
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
  const named = (id: string): ReadFinding | undefined => saved.find(({ file }) => file.finding.id === id);
  return {
    saved,
    files,
    save(finding, sent, at) {
      const before = named(behind(finding));
      const told = before === undefined ? finding : met(before.file.finding, finding);
      const path = writeFinding(place, fileOf(told, sent, at));
      if (before !== undefined && before.path !== path) removeFinding(before.path);
      files.set(finding.id, path);
    },
    fixed(id) {
      const one = named(id);
      if (one !== undefined) removeFinding(one.path);
    },
  };
}

/** Whether a finding is of this target: who fixes one has not fixed it in another. */
export function isOfTarget({ file }: ReadFinding, { kind, name, url }: FuzzReport['target']): boolean {
  const { target } = file;
  return target.kind === kind && (url === undefined ? target.name === name : target.url === url);
}

/** The id of the saved finding that it was found by, which may have failed in another way; else its own. */
const behind = ({ id, path }: FuzzFinding): string => /^saved ([0-9a-f]{10})$/.exec(path.aim)?.[1] ?? id;

/** Where it was met first, when it was tried again and still fails. */
const met = ({ path, after, bytes }: FuzzFinding, now: FuzzFinding): FuzzFinding => ({
  ...now,
  path,
  after,
  bytes: { ...now.bytes, met: bytes.met },
});

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
