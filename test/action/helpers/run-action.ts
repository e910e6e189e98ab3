// Runs a composite action as a runner does: its steps, read from action.yml, one after the other, in a workspace and with the documented
// environment. Steps that use another action are recorded with their inputs; what this helper does not know, it refuses.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { interpolated, isMet, type Scope } from './expression.js';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const KNOWN_KEYS = new Set(['name', 'id', 'if', 'run', 'shell', 'uses', 'with', 'env', 'working-directory']);

export interface StepRun {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'skipped';
  /** Standard output and standard error, as the log has them. */
  readonly log: string;
  readonly exit?: number;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

export interface ActionRun {
  readonly conclusion: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRun[];
  readonly summary: string;
  readonly log: string;
}

export const readAction = (root: string): ActionFile =>
  parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;

/** Runs the action in `root` with these inputs; the workspace has to be there, the runner's own folder is made in `runner`. */
export async function runAction(
  root: string,
  {
    workspace,
    runner,
    inputs,
  }: { readonly workspace: string; readonly runner: string; readonly inputs: Readonly<Record<string, string>> },
): Promise<ActionRun> {
  const action = readAction(root);
  if (action.runs.using !== 'composite') throw new Error(`not a composite action: ${action.runs.using}`);
  const stray = Object.keys(inputs).filter((name) => !Object.hasOwn(action.inputs, name));
  if (stray.length > 0) throw new Error(`the action has no input ${stray.join(', ')}`);
  mkdirSync(join(runner, 'temp'), { recursive: true });
  const summary = join(runner, 'summary.md');
  writeFileSync(summary, '');

  const told = new Map<string, string>();
  const steps: StepRun[] = [];
  const scope = (): Scope => ({
    hasFailed: steps.some(({ conclusion }) => conclusion === 'failure'),
    lookup: (path) => {
      const [kind, name = '', part, output = ''] = path.split('.');
      if (kind === 'inputs' && Object.hasOwn(action.inputs, name))
        return inputs[name] ?? action.inputs[name]?.default ?? '';
      if (kind === 'steps' && part === 'outputs') return told.get(`${name}.${output}`) ?? '';
      throw new Error(`unknown in an expression: ${path}`);
    },
  });
  const filled = (members: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(members).map(([name, text]) => [name, interpolated(text, scope())]));

  for (const step of action.runs.steps) {
    const unknown = Object.keys(step).filter((key) => !KNOWN_KEYS.has(key));
    if (unknown.length > 0) throw new Error(`a step has ${unknown.join(', ')}, which nothing here knows`);
    const name = step.name ?? step.id ?? step.uses ?? 'a step';
    if (!isMet(step.if, scope())) {
      steps.push({ name, conclusion: 'skipped', log: '' });
      continue;
    }
    if (step.uses !== undefined) {
      steps.push({ name, conclusion: 'success', log: '', uses: step.uses, with: filled(step.with) });
      continue;
    }
    if (step.run === undefined || step.shell !== 'bash') throw new Error(`${name} runs nothing in bash`);
    const output = join(runner, `output-${steps.length}`);
    writeFileSync(output, '');
    const script = join(runner, 'temp', `script-${steps.length}.sh`);
    writeFileSync(script, interpolated(step.run, scope()));
    const { exit, log } = await run(
      script,
      resolve(workspace, interpolated(step['working-directory'] ?? '.', scope())),
      {
        ...around(),
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        GITHUB_ENV: join(runner, 'env'),
        GITHUB_PATH: join(runner, 'path'),
        GITHUB_STATE: join(runner, 'state'),
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: join(runner, 'temp'),
        ...filled(step.env),
      },
    );
    for (const [key, value] of outputsIn(readFileSync(output, 'utf8'))) told.set(`${step.id ?? ''}.${key}`, value);
    steps.push({ name, conclusion: exit === 0 ? 'success' : 'failure', log, exit });
  }
  return {
    conclusion: scope().hasFailed ? 'failure' : 'success',
    outputs: Object.fromEntries(
      Object.entries(action.outputs).map(([name, { value }]) => [name, interpolated(value, scope())]),
    ),
    steps,
    summary: readFileSync(summary, 'utf8'),
    log: steps.map(({ log }) => log).join(''),
  };
}

// As the documentation of `shell: bash` has it.
function run(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exit: number; readonly log: string }> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('error', failed).on('close', (code) => done({ exit: code ?? -1, log }));
  });
}

/** What a runner has whatever the job is. */
const around = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/' });

/** Lines `name=value`, and `name<<END` with its lines. Anything else would be refused by a runner too. */
export function outputsIn(text: string): readonly (readonly [name: string, value: string])[] {
  const lines = text.split('\n');
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, plain, value = '', name = '', end] = /^(?:([^=<]+)=(.*)|([^=<]+)<<(.+))$/.exec(line) ?? [];
    if (plain !== undefined) found.push([plain, value]);
    else if (end !== undefined) {
      const last = lines.indexOf(end, at + 1);
      if (last === -1) throw new Error(`an output without its end: ${line}`);
      found.push([name, lines.slice(at + 1, last).join('\n')]);
      at = last;
    } else throw new Error(`no output of a runner: ${line}`);
  }
  return found;
}
