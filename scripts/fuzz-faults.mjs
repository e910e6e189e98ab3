#!/usr/bin/env node
// Fuzzes the reference with each of its subtle faults until it is found, and writes the table of docs/fuzzing.md: what it took,
// and what it was shrunk to. The same seed gives the same table, but for what depends on chance: faults of concurrency.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { briefly } from './fuzz/briefly.mjs';
import { findFault } from './fuzz/find-fault.mjs';

const USAGE = `usage: npm run fuzz-faults [-- [NAME…] [--write]]

  NAME     only subtle faults whose name holds this
  --write  write the table into docs/fuzzing.md
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs', 'fuzzing.md');
const [BEGIN, END] = ['<!-- faults: begin -->', '<!-- faults: end -->'];

/** Messages after which a fault counts as not found. */
const MOST = 50_000;

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const { SUBTLE_FAULTS } = await import('../dist/src/reference/subtle/index.js');
  const chosen = SUBTLE_FAULTS.filter(({ name }) => positionals.every((part) => name.includes(part)));
  if (chosen.length === 0)
    throw new Error('no subtle fault has such a name; ce-conform reference --list-faults names them');
  const rows = [];
  for (const fault of chosen) {
    const found = await findFault(fault, { seed: 'faults', runs: MOST });
    rows.push({ fault, found });
    process.stderr.write(`${found === undefined ? 'NOT FOUND' : `after ${found.after}`}  ${fault.name}\n`);
  }
  const table = tableOf(rows);
  if (values.write && positionals.length === 0) writeTable(table);
  else process.stdout.write(table);
  process.exitCode = rows.every(({ found }) => found !== undefined) ? 0 : 1;
}

function tableOf(rows) {
  const cells = rows.map(({ fault, found }) =>
    found === undefined
      ? `| \`${fault.name}\` | ${fault.summary} | not in ${MOST} | | |`
      : `| \`${fault.name}\` | ${fault.summary} | ${found.after} | ${found.bytes.met} → ${found.bytes.smallest} | ${briefly(found)} |`,
  );
  return `${['| fault | what it does wrong | messages | bytes | shrunk to |', '| --- | --- | ---: | ---: | --- |', ...cells].join('\n')}\n`;
}

function writeTable(table) {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const [, after] = (rest ?? '').split(END);
  if (after === undefined) throw new Error(`docs/fuzzing.md has no ${BEGIN} … ${END}`);
  writeFileSync(page, `${before}${BEGIN}\n\n${table}\n${END}${after}`);
}

await main(process.argv.slice(2));
