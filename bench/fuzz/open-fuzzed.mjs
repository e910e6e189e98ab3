// A target over HTTP, opened and probed as `ce-conform fuzz` does it.
import fc from 'fast-check';
import { openDriven } from '../../dist/src/cli/fuzz/open-driven.js';
import { keepHeapSmall } from '../../dist/src/cli/fuzz/small-heap.js';
import { aimsOf } from '../../dist/src/fuzz/aims.js';
import { fuzz } from '../../dist/src/fuzz/fuzz.js';
import { obligationsOf } from '../../dist/src/fuzz/obligations.js';

export const CONCURRENCY = 16;

/**
 * Opens the target at a URL. `fuzzed` resolves with its totals, and rejects where the reference is found to be wrong. `via`:
 * `client` for what a client library sends, which is valid events in one piece each; otherwise all there is.
 */
export async function openFuzzed(url, { via, wrap = (target) => target } = {}) {
  keepHeapSmall();
  const driven = await openDriven(
    { target: url, concurrency: CONCURRENCY },
    { seed: 'bench', timeoutMs: 30_000, signal: new AbortController().signal, env: {} },
    {},
  );
  const drive = { ...driven.drive, target: wrap(driven.drive.target) };
  const obligations = obligationsOf(driven.suite, driven.claims, drive.observation);
  const all = aimsOf(driven.abilities);
  const aims = via === 'client' ? all.filter(isOfEvents).map(inOnePiece) : all;
  return {
    async fuzzed({ seed, runs }) {
      const { totals, findings, durationMs } = await fuzz({
        drive,
        obligations,
        aims,
        seed,
        concurrency: CONCURRENCY,
        runs,
      });
      if (findings.length > 0) throw new Error(`the reference is found to be wrong:\n${findings.map(told).join('\n')}`);
      return { totals, ms: durationMs };
    },
    close: driven.close,
  };
}

const isOfEvents = (aim) => !aim.name.startsWith('damage@') && !isOfViolations(aim);

// A requirement can be aimed at by valid events as well as by violations: the trials tell.
const isOfViolations = ({ arbitrary }) => fc.sample(arbitrary, 1)[0].kind === 'violation';

const inOnePiece = (aim) => ({ ...aim, arbitrary: aim.arbitrary.map(joined) });

const joined = (trial) => ({
  ...trial,
  writings: trial.writings.map(({ form, spelling: { pieces: _, ...spelling } }) => ({ form, spelling })),
});

const told = ({ kind, symptom, again, trial }) =>
  `${kind}, ${again.hits} of ${again.of} times, ${symptom.way} ${symptom.title}: ${symptom.message} ${symptom.detail}\n${JSON.stringify(trial).slice(0, 600)}`;
