// `ce-conform replay`: tries findings of the fuzzer again, each as often as it takes to be sure.
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import { safe } from '../../report/text/safe.js';
import { readConfig } from '../config.js';
import { writeFixture } from '../fuzz/export-fixture.js';
import { FINDINGS_FOLDER, findingPaths, type ReadFinding, readFinding } from '../fuzz/finding-file.js';
import type { FuzzFlags } from '../fuzz/fuzz-settings.js';
import { assertFuzzable } from '../fuzz/fuzz-settings.js';
import { type Replayed, replayAll } from '../fuzz/replay-all.js';
import type { Io } from '../io.js';
import type { RunSettings } from '../options.js';
import { printJson } from '../print-json.js';
import { createProgress } from '../progress.js';
import { settingsOf } from '../settings-of.js';

export interface ReplayFlags extends FuzzFlags {
  readonly exportFixture?: string;
}

/**
 * Tries findings again: those of the files, or all of the folder. Exit code 0 where none fails any more, 1 where one still does,
 * 3 where the target answers nothing. Without a target, that of the finding is tried.
 */
export async function replay(
  files: readonly string[],
  argv: readonly string[],
  flags: ReplayFlags,
  io: Io,
): Promise<ExitCode> {
  const { findings: folder = FINDINGS_FOLDER, exportFixture, ...rest } = flags;
  const found = (files.length > 0 ? files : findingPaths(folder)).map(readFinding);
  if (found.length === 0) {
    throw usageError(
      'replay.none',
      `failed to replay: there is no finding in ${folder}`,
      'name a file, or a folder with --findings; ce-conform fuzz writes them',
    );
  }
  if (exportFixture !== undefined) return writeFixture(found, exportFixture, io);
  const settings = settingsOf(argv, rest, await readConfig(flags.config));
  assertFuzzable(settings);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true, undefined, 'findings');
  try {
    const replayed: Replayed[] = [];
    for (const [target, group] of byTarget(found, settings)) {
      const ofTarget = await replayAll(group, target, { io, progress, done: replayed.length, total: found.length });
      replayed.push(...ofTarget);
    }
    progress.end();
    if (flags.json === true) printJson(replayed.map(shown), io);
    else for (const one of replayed) io.out.write(`${lineOf(one)}\n`);
    return exitOf(replayed);
  } finally {
    progress.end();
  }
}

/** The findings by the target that they are tried on: the one that is named, else their own, which must be a URL. */
function byTarget(
  found: readonly ReadFinding[],
  settings: RunSettings,
): ReadonlyMap<RunSettings, readonly ReadFinding[]> {
  const isNamed = settings.target !== undefined || settings.adapter !== undefined || settings.image !== undefined;
  if (isNamed) return new Map([[settings, found]]);
  const groups = new Map<string, ReadFinding[]>();
  for (const one of found) {
    const { url, name } = one.file.target;
    if (url === undefined) {
      throw usageError(
        'replay.target',
        `failed to replay ${one.path}: it was found on ${safe(name, 80)}, which has no address`,
        'say what it is to be tried on: --target URL, or --adapter -- ARGV…',
      );
    }
    groups.set(url, [...(groups.get(url) ?? []), one]);
  }
  return new Map([...groups].map(([target, group]) => [{ ...settings, target }, group]));
}

const shown = ({ finding, outcome, again, message }: Replayed): object => ({
  file: finding.path,
  id: finding.file.finding.id,
  outcome,
  ...(again === undefined ? {} : { again }),
  ...(message === undefined ? {} : { message }),
});

function lineOf({ finding, outcome, again, message }: Replayed): string {
  const { title } = finding.file.finding;
  const times = again === undefined ? '' : ` (${again.hits} of ${again.of} times)`;
  const words = outcome === 'failing' ? `still failing${times}` : outcome;
  return safe(`${words}: ${title}${message === undefined ? '' : `: ${message}`}  ${finding.path}`, 400);
}

function exitOf(replayed: readonly Replayed[]): ExitCode {
  if (replayed.some(({ outcome }) => outcome === 'failing')) return EXIT.nonconformant;
  return replayed.some(({ outcome }) => outcome === 'unreachable') ? EXIT.inconclusive : EXIT.conformant;
}
