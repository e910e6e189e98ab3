#!/usr/bin/env node
// Runs the official CESQL TCK, from a folder of a checkout that the user has, on our own engine or on an adapter. Exits with 0 where
// every case agrees but those that contradict the text, with 1 where another one does not, and with 2 where nothing could be run.
import { parseArgs } from 'node:util';
import { safe } from '../dist/src/report/text/safe.js';
import { agrees, expectation, said } from './tck/compare.mjs';
import { adapterEngine, ownEngine } from './tck/engines.mjs';
import { exclusionOf } from './tck/excluded.mjs';
import { readTck } from './tck/read.mjs';

const USAGE = `usage: npm run tck -- DIR [--adapter -- ARGV…]

  DIR         the folder cesql/cesql_tck of a checkout of github.com/cloudevents/spec
  --adapter   ask the program of the command line behind --, instead of our own engine
`;

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { adapter: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return tell(USAGE);
  const [folder, ...program] = positionals;
  if (folder === undefined) throw new Error('no folder is given');
  if (values.adapter && program.length === 0) throw new Error('--adapter needs a command line behind --');
  if (!values.adapter && program.length > 0) throw new Error(`${program[0]} is one argument too many`);
  const files = readTck(folder);
  const unreadable = files.filter(({ kind }) => kind === 'unreadable');
  for (const { name, why } of unreadable) complain(`${name} cannot be read: ${why}`);
  if (!files.some(({ kind }) => kind === 'tck')) throw new Error(`${folder} has no file of the TCK`);
  const engine = values.adapter ? await adapterEngine(program) : ownEngine;
  try {
    const results = await runAll(engine, files);
    report(engine, results);
    process.exitCode = unreadable.length > 0 ? 2 : results.some(isDisagreement) ? 1 : 0;
  } finally {
    await engine.close();
  }
}

async function runAll(engine, files) {
  const results = [];
  for (const { name, cases = [] } of files) {
    for (const test of cases) {
      const answer = await engine.answer(test.expression, test.event);
      results.push({ file: name, test, answer, agreed: agrees(test, answer), exclusion: exclusionOf(test) });
    }
  }
  return results;
}

const isDisagreement = ({ agreed, exclusion }) => !agreed && exclusion === undefined;

function report({ name }, results) {
  tell(`the CESQL TCK on ${flat(name)}\n\n`);
  for (const file of new Set(results.map((result) => result.file)))
    tell(`  ${flat(file).padEnd(WIDTH)} ${count(results.filter((result) => result.file === file))}\n`);
  tell(`  ${'total'.padEnd(WIDTH)} ${count(results)}\n`);
  for (const result of results.filter(({ exclusion }) => exclusion !== undefined)) {
    const { position, why } = result.exclusion;
    tell(
      `\nexcluded (position ${position}): ${flat(result.file)}, ${flat(result.test.name)}\n${picture(result)}  ${why}\n`,
    );
  }
  for (const result of results.filter(isDisagreement))
    tell(`\ndisagrees: ${flat(result.file)}, ${flat(result.test.name)}\n${picture(result)}`);
}

const WIDTH = 40;

const count = (results) => `${results.filter(({ agreed }) => agreed).length} of ${results.length}`;

function picture({ test, answer }) {
  return `  ${flat(test.expression)}\n  expected ${flat(expectation(test))}, saw ${flat(said(answer))}\n`;
}

/** What files and programs say, shown and never obeyed. */
const flat = (text) => safe(text, 2000);

const tell = (text) => process.stdout.write(text);
const complain = (text) => process.stderr.write(`${flat(text)}\n`);

try {
  await main(process.argv.slice(2));
} catch (error) {
  complain(error.message);
  process.stderr.write(`\n${USAGE}`);
  process.exitCode = 2;
}
