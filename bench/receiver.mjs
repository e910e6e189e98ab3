// A whole receiver profile, from the probe to the judged report, against a bare undici loop that sends the same requests
// at the same concurrency to the same server. Every run is a process of its own, as it is for whoever runs the command.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { median, spread } from './statistics.mjs';

const [WARM_UPS, ROUNDS, QUICK_ROUNDS, BAR] = [3, 15, 3, 1.5];
const SIDES = ['bare', 'harness'];
const run = promisify(execFile);
const script = (name) => new URL(name, import.meta.url).pathname;

export async function receiver({ quick }) {
  const child = fork(script('./serve.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ url }] = await once(child, 'message');
  try {
    return [await compare(url, quick ? QUICK_ROUNDS : ROUNDS)];
  } finally {
    child.kill();
  }
}

async function compare(url, rounds) {
  const times = { bare: [], harness: [] };
  const counts = {};
  // The first rounds warm the server up.
  for (let round = -WARM_UPS; round < rounds; round++) {
    // Who goes first changes, so that a machine that drifts favours neither.
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      const { stdout } = await run(process.execPath, [script(`./side-${side}.mjs`), url]);
      const { ms, requests } = JSON.parse(stdout);
      counts[side] = requests;
      if (round >= 0) times[side].push(ms);
    }
  }
  return {
    name: 'receiver profile against undici',
    ratio: median(times.harness) / median(times.bare),
    bar: BAR,
    detail: `${counts.harness} cases: ${spread(times.harness)} against ${counts.bare} requests: ${spread(times.bare)}`,
  };
}
