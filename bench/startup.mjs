// How long it takes to print the version or the help, against a Node that does nothing.
import { spawnSync } from 'node:child_process';
import { median, spread } from './statistics.mjs';

const BIN = new URL('../dist/src/cli/bin.js', import.meta.url).pathname;
const ROUNDS = 15;
const BAR = 2.5;

export function startup() {
  const commands = { nothing: ['-e', '0'], '--version': [BIN, '--version'], '--help': [BIN, '--help'] };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const started = performance.now();
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}`);
      // The first round only fills the file cache.
      if (round >= 0) times[name].push(performance.now() - started);
    }
  }
  return ['--version', '--help'].map((name) => ({
    name: `${name} against node -e 0`,
    ratio: median(times[name].map((time, round) => time / times.nothing[round])),
    bar: BAR,
    detail: `${spread(times[name])} against ${spread(times.nothing)}`,
  }));
}
