// The fuzzer against a bare loop of undici that sends the very same bytes, at the same concurrency, to the same server. Each
// side is a process of its own that is warm when it counts, and they take turns, because the machine drifts.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startAsking } from '../cesql/ask.mjs';
import { median } from '../statistics.mjs';
import { startServer } from './start-server.mjs';

const LONG = { warmUp: 20_000, runs: 10_000, rounds: 11 };
const QUICK = { warmUp: 2000, runs: 1000, rounds: 2 };

const run = promisify(execFile);
const script = (name) => fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));

/** What is compared: valid events alone, which a client library can send, and all that the fuzzer does. */
const CONTESTS = [
  { name: 'fuzz, of bare undici', via: 'client', told: 'valid events' },
  { name: 'fuzz, of bare undici and sockets', via: 'any', told: 'events, violations and damage' },
];

/** A row for each; the ratio is requests a second of the fuzzer to those of the bare loop. */
export async function againstBare({ quick }) {
  const { url, end } = await startServer();
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-bench-'));
  try {
    const rows = [];
    for (const contest of quick ? CONTESTS.slice(0, 1) : CONTESTS)
      rows.push(await contested(contest, { url, folder, ...(quick ? QUICK : LONG) }));
    return rows;
  } finally {
    end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function contested({ name, via, told }, { url, folder, warmUp, runs, rounds }) {
  const file = join(folder, `${via}.json`);
  await run(process.execPath, [script('record'), url, via, String(runs), file]);
  const sides = ['fuzz', 'bare'].map((side) => ({
    side,
    rates: [],
    ...startAsking([process.execPath, script(`side-${side}`)], folder, { url, via, file }),
  }));
  try {
    for (const { ask } of sides) await ask({ runs: warmUp });
    for (let round = 0; round < rounds; round++) {
      // Who goes first changes, so that a machine that drifts favours neither.
      for (const { ask, rates } of round % 2 === 0 ? sides : sides.toReversed()) {
        const { requests, ms } = await ask({ runs });
        rates.push((requests / ms) * 1000);
      }
    }
  } finally {
    for (const { end } of sides) end();
  }
  const [fuzz, bare] = sides.map(({ rates }) => rates);
  return {
    name,
    ratio: median(fuzz.map((rate, round) => rate / bare[round])),
    least: 0.7,
    detail: `${told}: ${Math.round(median(fuzz))} requests a second against ${Math.round(median(bare))}`,
  };
}
