#!/usr/bin/env node
// Fuzzes the real SDKs behind their adapters, always with the same seed, and writes what was found to reports/fuzz/. What a person
// made of it is docs/fuzz-findings.md. A subject whose toolchain is missing is named, with how to get it.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { missingTools, run, runOrThrow } from './subjects/run.mjs';

const USAGE = `usage: npm run fuzz-subjects [-- [ID…] [--no-build]]

  ID          only these subjects of adapters/subjects.yaml
  --no-build  the adapters are built already
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'src', 'cli', 'bin.js');

/** The same messages each time, so that published reports of one version differ only where something changed. */
const SEED = 'published';

/** Messages: enough for each requirement by message form a few times, and a quarter of a minute. */
const RUNS = '6000';

/** A report is read by people, too. What is larger has evidence that nobody reads. */
const MOST_BYTES = 1_000_000;

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { 'no-build': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return tell(USAGE);
  const all = parse(readFileSync(join(root, 'adapters', 'subjects.yaml'), 'utf8'));
  const unknown = positionals.find((id) => !all.some((subject) => subject.id === id));
  if (unknown !== undefined)
    throw new Error(`there is no subject ${unknown}; there are ${all.map(({ id }) => id).join(', ')}`);
  mkdirSync(join(root, 'reports', 'fuzz'), { recursive: true });
  // One after the other: what is not answered in time on a busy machine would be told of the SDK.
  for (const subject of all)
    if (positionals.length === 0 || positionals.includes(subject.id)) tell(await fuzz(subject, values['no-build']));
}

/** A line about what was found. */
async function fuzz({ id, folder, needs, build, run: argv, install }, isBuilt) {
  const missing = missingTools(needs);
  if (missing.length > 0) return `${id.padEnd(11)} not run: ${missing.join(', ')} missing; install: ${install}\n`;
  if (!isBuilt) for (const command of build) await runOrThrow(command, join(root, folder));
  const file = join(root, 'reports', 'fuzz', `${id}.json`);
  const flags = ['--quiet', '--no-save', '--seed', SEED, '--runs', RUNS, '--report', `json=${file}`];
  const { status, stderr } = await run([process.execPath, cli, 'fuzz', ...flags, '--adapter', '--', ...argv], root);
  // 0 and 1: nothing found, or something.
  if (![0, 1].includes(status ?? -1)) throw new Error(`${id}: the run ended with ${status}: ${stderr.slice(-2000)}`);
  const { target, totals, findings } = JSON.parse(readFileSync(file, 'utf8'));
  const { size } = statSync(file);
  const said = `${id.padEnd(11)} ${findings.length} findings in ${totals.messages} messages: ${target.name} ${target.version}\n`;
  return size > MOST_BYTES ? `${said}  ${file} has ${size} bytes, which is too much for the repository\n` : said;
}

const tell = (text) => process.stdout.write(text);

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
