// The fuzzer against Schemathesis, the newest that pip gives, which drives the same endpoint of the same server from a description
// in OpenAPI. Both are counted at the server, from their first request to their last: how long they take to start is left out.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startAsking } from '../cesql/ask.mjs';
import { median } from '../statistics.mjs';
import { startServer } from './start-server.mjs';

const [ROUNDS, SECONDS, WARM_UP, RUNS] = [3, 12, 20_000, 20_000];
const NAME = 'fuzz against Schemathesis';

const run = promisify(execFile);
const file = (name) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** One row: how many times as many requests a second. */
export async function againstSchemathesis({ quick }) {
  if (quick) return [{ name: NAME, notRun: 'left out with --quick, as it has to be installed first' }];
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-bench-'));
  const server = await startServer();
  const fuzz = startAsking([process.execPath, file('side-fuzz.mjs')], folder, { url: server.url, via: 'any' });
  try {
    const installed = await install(folder);
    if (installed.missing !== undefined) return [{ name: NAME, notRun: installed.missing }];
    const rates = { fuzz: [], schemathesis: [] };
    await fuzz.ask({ runs: WARM_UP });
    const sides = {
      fuzz: () => fuzz.ask({ runs: RUNS }),
      schemathesis: () => run(installed.program, argumentsFor(server.url), { cwd: folder }).catch(unlessFailure),
    };
    for (let round = 0; round < ROUNDS; round++) {
      // Who goes first changes, so that a machine that drifts favours neither.
      for (const side of round % 2 === 0 ? Object.keys(sides) : Object.keys(sides).toReversed()) {
        await server.counted();
        await sides[side]();
        const { count, ms } = await server.counted();
        rates[side].push((count / ms) * 1000);
      }
    }
    return [
      {
        name: NAME,
        ratio: median(rates.fuzz.map((rate, round) => rate / rates.schemathesis[round])),
        least: 20,
        detail: `${Math.round(median(rates.fuzz))} requests a second against ${median(rates.schemathesis).toFixed(1)} of ${installed.version}`,
      },
    ];
  } finally {
    fuzz.end();
    server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function install(folder) {
  try {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', 'schemathesis']);
    const program = join(folder, 'bin', 'schemathesis');
    const { stdout } = await run(program, ['--version']);
    return { program, version: stdout.trim().replace(',', '') };
  } catch (error) {
    const [line = ''] = String(error.stderr || error.message)
      .trim()
      .split('\n')
      .slice(-1);
    return { missing: `Schemathesis cannot be installed: ${line}` };
  }
}

/** Valid events alone, as fast as it can: no phases but this one, no shrinking, and no complaint of what a schema cannot say. */
const argumentsFor = (url) => [
  'run',
  file('openapi.json'),
  ...[
    '--url',
    url,
    '--phases',
    'fuzzing',
    '--mode',
    'positive',
    '--max-examples',
    '1000000',
    '--max-time',
    String(SECONDS),
  ],
  ...['--no-shrink', '--continue-on-failure', '--exclude-checks', 'positive_data_acceptance', '--no-color'],
];

// It ends with 1 where it finds fault with an answer, which does not matter here.
function unlessFailure(error) {
  if (error.code !== 1) throw error;
}
