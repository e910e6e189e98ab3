#!/usr/bin/env node
// Long runs over generated input: nothing throws, nothing comes out that cannot, and memory stays flat.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run soak -- cesql [--count N] [--seed S]

  cesql    evaluates generated expressions in every error mode
  --count  how many (default: 1000000)
  --seed   a whole number; the same seed and count evaluate the same (default: random)
`;

const SOAKS = { cesql: './soak/cesql.mjs' };

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return process.stdout.write(USAGE);
  const [name, ...others] = positionals;
  if (name === undefined || !Object.hasOwn(SOAKS, name) || others.length > 0)
    throw new Error(`say which one to run: ${Object.keys(SOAKS).join(', ')}`);
  const count = whole('--count', values.count ?? '1000000', 1);
  const seed = whole('--seed', values.seed ?? String(Math.floor(Math.random() * 2 ** 31)), -(2 ** 31));
  // What is kept can only be told from what is garbage after a collection.
  if (globalThis.gc === undefined) {
    const again = ['--expose-gc', fileURLToPath(import.meta.url), name, '--count', `${count}`, `--seed=${seed}`];
    process.exitCode = spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1;
    return;
  }
  const { soak, verdict } = await import(SOAKS[name]);
  const result = await soak({ count, seed, tell: (line) => process.stderr.write(`${line}\n`) });
  const { lines, holds } = verdict(result);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = holds ? 0 : 1;
}

function whole(flag, text, least) {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && value >= least && value < 2 ** 31) return value;
  throw new Error(`${flag} takes a whole number from ${least} on, not ${JSON.stringify(text)}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
