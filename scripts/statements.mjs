#!/usr/bin/env node
// Re-makes the statement index of the pinned versions from a checkout of the specification, and says which statements
// are new or gone. The index holds ids and fingerprints, never the text.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { statements } from './statements/extract.mjs';

// CESQL has releases of its own: what is scored with 1.0.2 is pinned at the commit of its 1.0.0.
const DOCUMENTS = ['core', 'json', 'http', 'kafka', 'mqtt', 'cesql'];
const FILES = { '1.0.2': 'ce-v1.0.2.jsonl', main: 'main.jsonl' };
const USAGE = `usage: npm run statements -- --dir CHECKOUT [--main REF] [--out DIR] [--check]

  --dir CHECKOUT  a git clone of the specification
  --main REF      read main at this ref instead of the pinned commit
  --out DIR       the index to compare with and to write (default: suites/statements)
  --check         write nothing; exit 1 if a statement is new or gone
`;

const suites = fileURLToPath(new URL('../suites/', import.meta.url));

function main(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { dir: { type: 'string' }, main: { type: 'string' }, out: { type: 'string' }, check: { type: 'boolean' } },
  });
  if (values.dir === undefined) throw new Error('--dir is missing');
  const out = values.out ?? join(suites, 'statements');
  let changes = 0;
  for (const [version, file] of Object.entries(FILES)) {
    const fresh = index(values.dir, version, version === 'main' ? values.main : undefined);
    const path = join(out, file);
    const change = compare(existsSync(path) ? parse(readFileSync(path, 'utf8')) : [], fresh);
    changes += change.added.length + change.gone.length;
    report(version, fresh, change);
    if (!values.check) {
      mkdirSync(out, { recursive: true });
      writeFileSync(path, fresh.map((statement) => `${JSON.stringify(statement)}\n`).join(''));
    }
  }
  return values.check && changes > 0 ? 1 : 0;
}

/** The statements of every document at its pinned commit, or at `ref`. */
function index(dir, version, ref) {
  return DOCUMENTS.flatMap((document) => {
    const { path, specification } = JSON.parse(readFileSync(join(suites, document, 'requirements.json'), 'utf8'));
    const at = ref ?? specification[version];
    const markdown = execFileSync('git', ['-C', dir, 'show', `${at}:${path}`], { encoding: 'utf8', stdio: 'pipe' });
    return statements(markdown, document);
  });
}

const parse = (lines) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** What is in one index and not in the other, by document and fingerprint, each repeat counted. */
function compare(before, after) {
  return { added: without(after, before), gone: without(before, after) };
}

function without(statements, others) {
  const left = new Map();
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1);
  return statements.filter((statement) => {
    const count = left.get(key(statement)) ?? 0;
    left.set(key(statement), count - 1);
    return count <= 0;
  });
}

const key = ({ id, fp }) => `${id.slice(0, id.indexOf('/'))} ${fp}`;

function report(version, fresh, { added, gone }) {
  console.log(`${version}: ${fresh.length} statements, ${added.length} new, ${gone.length} gone`);
  for (const { id, keyword, line } of added) console.log(`  new   ${id}  ${keyword}  line ${line}`);
  for (const { id, keyword, line } of gone) console.log(`  gone  ${id}  ${keyword}  line ${line}`);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `failed to make the statement index: ${error instanceof Error ? error.message.trim() : error}\n\n${USAGE}`,
  );
  process.exitCode = 2;
}
