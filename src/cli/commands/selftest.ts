// `ce-conform selftest`: prints how many faults were noticed, and every one that was not.
import { availableParallelism } from 'node:os';
import picomatch from 'picomatch';
import { loadSuite } from '../../../suites/suite.js';
import { EXIT, usageError } from '../../engine/error.js';
import { FAULTS } from '../../reference/faults/index.js';
import type { NullOutcome } from '../../reference/null-runs.js';
import { selftest as runSelftest, type SelftestResult } from '../../reference/selftest.js';
import { ALL_NULLS, type MutantOutcome, stagesOf } from '../../reference/steps.js';
import { GREEN } from '../../report/badge/types.js';
import type { Io } from '../io.js';
import { createProgress } from '../progress.js';
import { startCrew } from '../selftest/start-crew.js';

/** Threads: as many as there are processors, up to where each would have little to do and all of them much memory. */
const MOST_THREADS = 8;

interface SelftestFlags {
  readonly only?: readonly string[];
  readonly json?: boolean;
}

/** Exit 0 when everything was noticed and nothing was believed; 4, a fault of the harness, otherwise. */
export async function selftest(flags: SelftestFlags, io: Io): Promise<number> {
  const only = flags.only ?? [];
  const faults = FAULTS.filter(({ name }) => isNamed(name, only));
  const nulls = ALL_NULLS.filter(({ name }) => isNamed(name, only));
  if (faults.length + nulls.length === 0) {
    throw usageError(
      'selftest.unmatched',
      `failed to select faults: ${only.join(', ')} matches none`,
      'run `ce-conform reference --list-faults` to see them',
    );
  }
  const progress = createProgress(io.err, flags.json === true, undefined, 'faults and null targets');
  const crew = startCrew(Math.min(availableParallelism(), MOST_THREADS), io.signal);
  const result = await runSelftest({
    suite: loadSuite(),
    faults,
    nulls,
    // A selection is proven against the reference in the roles that it is about.
    ...(only.length > 0 && faults.length > 0 && { stages: [...new Set(faults.flatMap(stagesOf))] }),
    signal: io.signal,
    crew,
    onProgress: (done, total) => progress.show(done, total),
  }).finally(() => crew.close());
  progress.end();
  if (io.signal.aborted) {
    io.err.write('interrupted: the selftest is not complete\n');
    return EXIT.inconclusive;
  }
  // A selection proves nothing about the rest.
  const judged = only.length === 0 ? result : { ...result, unproven: [] };
  io.out.write(flags.json === true ? `${JSON.stringify(toJson(judged), null, 2)}\n` : text(judged));
  return isSound(judged) ? EXIT.conformant : EXIT.harness;
}

const isNamed = (name: string, only: readonly string[]): boolean =>
  only.length === 0 ||
  only.some((glob) => picomatch.isMatch(name.replaceAll('/', '\u0001'), glob.replaceAll('/', '\u0001')));

const isSound = ({ reference, mutants, nulls, unproven }: SelftestResult): boolean =>
  reference.verdict === 'conformant' &&
  reference.unexpected.length === 0 &&
  mutants.every(({ killed }) => killed) &&
  nulls.every(({ fooled }) => !fooled) &&
  unproven.length === 0;

function toJson({ reference, mutants, nulls, unproven }: SelftestResult): object {
  const killed = mutants.filter((mutant) => mutant.killed);
  return {
    reference,
    mutants: {
      total: mutants.length,
      killed: killed.length,
      survivors: mutants.filter((mutant) => !mutant.killed).map(({ name }) => name),
      requirements: [...new Set(killed.map(({ requirement }) => requirement))],
      unproven,
      outcomes: mutants,
    },
    nulls: {
      total: nulls.length,
      refused: nulls.filter(({ fooled }) => !fooled).length,
      fooled: nulls.filter(({ fooled }) => fooled).map(({ name }) => name),
      outcomes: nulls,
    },
  };
}

function text({ reference, mutants, nulls, unproven }: SelftestResult): string {
  const killed = mutants.filter((mutant) => mutant.killed).length;
  const refused = nulls.filter(({ fooled }) => !fooled).length;
  return `${[
    'Faults of the reference, each noticed by a case of its own requirement:',
    ...mutants.map(mutantLine),
    '',
    'Null targets, none of which may be believed:',
    ...nulls.map(nullLine),
    '',
    `reference   ${reference.verdict}, ${reference.cases} cases, ${reference.unexpected.length} of them not as expected`,
    ...reference.unexpected.map((line) => `  ✖ ${line}`),
    `faults      ${killed} of ${mutants.length} killed`,
    `nulls       ${refused} of ${nulls.length} refused`,
    `survivors   ${
      mutants
        .filter((mutant) => !mutant.killed)
        .map(({ name }) => name)
        .join(', ') || 'none'
    }`,
    `unproven    ${unproven.join(', ') || 'none'} (MUST requirements that no fault breaks)`,
  ].join('\n')}\n`;
}

function mutantLine({ name, summary, killed, killers, also }: MutantOutcome): string {
  const head = `  ${killed ? '✔' : '✖'} ${name}: ${summary}`;
  const by = killed
    ? `${killers.length} ${killers.length === 1 ? 'case' : 'cases'}, such as ${killers[0]}`
    : 'no case noticed it';
  return `${head}\n      ${by}${also.length > 0 ? `; also fails ${also.join(', ')}` : ''}`;
}

const nullLine = ({ name, summary, verdict, passed, badges, fooled }: NullOutcome): string => {
  const green = badges.filter(({ color }) => color === GREEN).map(({ label }) => label);
  return [
    `  ${fooled ? '✖' : '✔'} ${name} (${summary}): ${verdict}`,
    ...(passed.length > 0 ? [`though these passed: ${passed.slice(0, 5).join(', ')}`] : []),
    ...(green.length > 0 ? [`with a green badge: ${green.join('; ')}`] : []),
  ].join(', ');
};
