// Whether the fuzzer's memory grows with the messages that it sends: a long run against a short one, each a process of its own.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const [SHORT, LONG, BAR] = [50_000, 1_000_000, 1.2];
const SIDE = fileURLToPath(new URL('./side-memory.mjs', import.meta.url));
const run = promisify(execFile);

/** Two rows: what the processes take of the system near the end, its median, and what is left of their heaps when they end. */
export async function memory({ quick }) {
  const names = { rss: 'fuzz, memory of a million messages', heap: 'fuzz, heap after a million messages' };
  if (quick)
    return Object.values(names).map((name) => ({ name, notRun: 'left out with --quick, as it takes minutes' }));
  const [short, long] = [await measured(SHORT), await measured(LONG)];
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return Object.entries(names).map(([what, name]) => ({
    name,
    ratio: long[what] / short[what],
    bar: BAR,
    detail: `${megabytes(long[what])} at ${long.messages} messages (${(long.ms / 1000).toFixed(0)} s, answered in process) against ${megabytes(short[what])} at ${short.messages}${what === 'rss' ? `; peaks ${megabytes(long.peak)} and ${megabytes(short.peak)}` : ''}`,
  }));
}

async function measured(messages) {
  const { stdout } = await run(process.execPath, ['--expose-gc', SIDE, String(messages)]);
  return JSON.parse(stdout);
}
