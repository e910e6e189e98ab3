#!/usr/bin/env node
// Builds the real SDKs behind their adapters, judges each, lays them side by side, and writes it all to reports/. A subject whose
// toolchain is missing is named, with how to get it; in CI that is a failure.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { differences } from './subjects/differences.mjs';
import { missingTools, run, runOrThrow } from './subjects/run.mjs';

const USAGE = `usage: npm run subjects [-- [ID…] [--check] [--no-build] [--previous]]

  ID          only these subjects of adapters/subjects.yaml
  --check     write nothing under reports/; exit 1 if a verdict or a failed requirement is not the published one
  --no-build  the adapters are built already
  --previous  judge the versions of before instead, and show what became of each until the published one
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'src', 'cli', 'bin.js');

/** The same tokens and order each time, so that published reports of one version differ only where something changed. */
const SEED = 'published';

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      check: { type: 'boolean' },
      'no-build': { type: 'boolean' },
      previous: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return tell(USAGE);
  const all = parse(readFileSync(join(root, 'adapters', 'subjects.yaml'), 'utf8'));
  const unknown = positionals.find((id) => !all.some((subject) => subject.id === id));
  if (unknown !== undefined)
    throw new Error(`there is no subject ${unknown}; there are ${all.map(({ id }) => id).join(', ')}`);
  const work = mkdtempSync(join(tmpdir(), 'ce-conform-subjects-'));
  try {
    const chosen = all.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
    const outcomes = values.previous
      ? await several(chosen.flatMap(previousOf), (subject) => judgePrevious(subject, work, values))
      : await several(chosen, (subject) => judge(subject, work, values));
    if (!values.check && !values.previous && positionals.length === 0) await writePages(outcomes);
    return conclude(outcomes);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// As many at a time as there are processors. A failure is told when all have ended, so that none goes on behind it.
async function several(items, judgeOne) {
  const outcomes = [];
  const failures = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      await judgeOne(item).then(
        (outcome) => {
          outcomes[index] = outcome;
        },
        (error) => failures.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join('\n'));
  return outcomes;
}

async function judge(subject, work, { check, 'no-build': isBuilt }) {
  const { id, folder, needs, build, run: argv, install } = subject;
  const missing = missingTools(needs);
  if (missing.length > 0) return { id, kind: 'not-run', why: `${missing.join(', ')} missing; install: ${install}` };
  if (!isBuilt) for (const command of build) await runOrThrow(command, join(root, folder));
  const report = await reportOf(id, argv, root, join(work, `${id}.json`));
  return publish(id, report, check);
}

/** The versions of before, each as a subject of its own. */
const previousOf = ({ previous = [], ...subject }) => previous.map((one) => ({ ...subject, ...one }));

// In a copy of the adapter: the one that is there keeps the version that its lock file names.
async function judgePrevious({ id, folder, needs, install, version, build, run: argv }, work, { check }) {
  const missing = missingTools(needs);
  if (missing.length > 0) return { id, kind: 'not-run', why: `${missing.join(', ')} missing; install: ${install}` };
  const copy = join(work, `${id}-${version}`);
  cpSync(join(root, folder), copy, { recursive: true, filter: (path) => !path.includes('node_modules') });
  for (const command of build) await runOrThrow(command, copy);
  const report = await reportOf(id, argv, copy, join(work, `${id}-${version}.json`));
  if (versionOf(report) !== version) throw new Error(`${id}: ${version} was asked for, and it is ${versionOf(report)}`);
  const outcome = publish(id, report, check);
  if (!check) await writeDiff(id, version, outcome.published);
  return outcome;
}

async function writeDiff(id, version, old) {
  const newest = newestReport(id);
  const page = join(root, 'reports', id, `${version}-to-${basename(newest, '.json')}.md`);
  const { status, stderr } = await run([process.execPath, cli, 'diff', old, newest, '-o', page], root);
  // 1 and 3 are answers, too.
  if (![0, 1, 3].includes(status ?? -1)) throw new Error(`${id}: the diff ended with ${status}: ${stderr}`);
}

/** The published report of the newest version. */
function newestReport(id) {
  const folder = join(root, 'reports', id);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return join(folder, files.toSorted(new Intl.Collator('en', { numeric: true }).compare).at(-1) ?? '');
}

async function reportOf(id, argv, cwd, file) {
  const { status, stderr } = await run(
    [process.execPath, cli, '--quiet', '--seed', SEED, '--report', `json=${file}`, '--adapter', '--', ...argv],
    cwd,
  );
  // 0, 1 and 3 are verdicts; anything else is no judgement at all.
  if (![0, 1, 3].includes(status ?? -1)) throw new Error(`${id}: the run ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function publish(id, report, check) {
  const published = join(root, 'reports', id, `${versionOf(report)}.json`);
  const changes = check ? differences(published, report) : [];
  if (!check) {
    mkdirSync(join(root, 'reports', id), { recursive: true });
    writeFileSync(published, `${JSON.stringify(report)}\n`);
  }
  return { id, kind: 'judged', report, published, changes };
}

/** A version comes from the adapter, and goes into a path. */
function versionOf({ target }) {
  const version = (target.version ?? '').replace(/^v(?=\d)/, '');
  if (/^\d[\w.+-]*$/.test(version)) return version;
  throw new Error(`${target.name} says it has the version ${JSON.stringify(target.version)}, which names no file`);
}

async function writePages(outcomes) {
  const files = outcomes.flatMap((outcome) => (outcome.kind === 'judged' ? [outcome.published] : []));
  if (files.length === 0) return;
  const pages = ['--output', 'reports/matrix.md', '--output', 'reports/matrix.html'];
  await runOrThrow([process.execPath, cli, 'matrix', ...pages, ...files], root);
  if (files.length < outcomes.length) return;
  await compare('interop', []);
  await compare('interop-cesql', ['--cesql', '--expressions', '2000']);
  await compare('interop-carriers', ['--carriers']);
}

async function compare(name, flags) {
  const tables = ['--output', `reports/${name}.md`, '--output', `reports/${name}.html`];
  const interop = ['interop', 'adapters/subjects.yaml', '--seed', SEED, ...flags, ...tables];
  const { status, stderr } = await run([process.execPath, cli, ...interop], root);
  // 1: something is lost between some pair, two engines differ, or a subject disagrees with itself.
  if (![0, 1].includes(status ?? -1)) throw new Error(`${name} ended with ${status}: ${stderr.slice(-2000)}`);
}

function conclude(outcomes) {
  for (const outcome of outcomes) tell(`${line(outcome)}\n`);
  const isMissing = outcomes.some(({ kind }) => kind === 'not-run');
  if (isMissing && process.env.CI) tell('in CI every subject has to run\n');
  const isChanged = outcomes.some(({ changes = [] }) => changes.length > 0);
  process.exitCode = isChanged || (isMissing && process.env.CI) ? 1 : 0;
}

function line(outcome) {
  if (outcome.kind === 'not-run') return `${outcome.id.padEnd(11)} not run: ${outcome.why}`;
  const { id, report, changes } = outcome;
  const failed = report.requirements.filter((one) => one.outcome === 'failed' && one.level === 'must').length;
  const version = `${report.target.name} ${report.target.version}`;
  const said = `${id.padEnd(11)} ${report.verdict}, ${failed} MUST requirements failed: ${version}`;
  return [said, ...changes.map((change) => `  not as published: ${change}`)].join('\n');
}

const tell = (text) => process.stdout.write(text);

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
