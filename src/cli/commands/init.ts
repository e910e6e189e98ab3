// `ce-conform init`: writes a configuration, a baseline and a workflow for whoever begins.
import { loadSuite } from '../../../suites/suite.js';
import { profilesNamed } from '../../engine/choose-profiles.js';
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import { baselineText } from '../init/baseline-text.js';
import { configText } from '../init/config-text.js';
import { FILES, WORKFLOWS } from '../init/files.js';
import { firstRun } from '../init/first-run.js';
import { planOf } from '../init/plan-of.js';
import { summaryOf } from '../init/summary.js';
import type { Terminal } from '../init/terminal.js';
import type { InitFlags } from '../init/types.js';
import { workflowText } from '../init/workflow-text.js';
import { assertAbsent, writeFiles } from '../init/write-files.js';
import type { Io } from '../io.js';
import { parseConfig } from '../parse-config.js';
import { version } from '../version.js';

/**
 * Asks or takes flags, drives the target once if it is there, and writes. Nothing is written where anything is wrong, and nothing that
 * is there already without `--force`. Throws a usage error for what cannot be judged or written.
 */
export async function init(
  argv: readonly string[],
  flags: InitFlags,
  io: Io,
  terminal: Terminal | undefined = terminalOf(io),
): Promise<ExitCode> {
  const plan = await planOf(argv, flags, terminal);
  // A run would find it out at its end.
  profilesNamed(loadSuite().profiles, plan.profiles);
  const workflow = workflowText(plan, version());
  const place = WORKFLOWS[plan.ci];
  if (flags.force !== true) assertAbsent([FILES.config, FILES.baseline, ...(place === undefined ? [] : [place])]);
  const config = configText(plan);
  parseConfig(config, FILES.config);
  const first = await firstRun(plan, io);
  if (io.signal.aborted) throw interrupted();
  const baseline = baselineText(first);
  writeFiles([
    { path: FILES.config, text: config },
    { path: FILES.baseline, text: baseline.text },
    ...(place === undefined || workflow === undefined ? [] : [{ path: place, text: workflow }]),
  ]);
  io.out.write(summaryOf(plan, baseline));
  return EXIT.conformant;
}

const interrupted = (): Error =>
  usageError('init.interrupted', 'failed to end the first run: it was interrupted', 'nothing was written');

const terminalOf = ({ err }: Io): Terminal | undefined =>
  process.stdin.isTTY === true && err.isTty ? { input: process.stdin, output: process.stderr } : undefined;
