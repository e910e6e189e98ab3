// An adapter is tested with the toolchain of its language. Where that is missing, the tests say so by name: on a person's
// machine they pass and print what to install, in CI they fail. Nothing is skipped in silence.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../../src/engine/package-root.js';

/** One entry of `adapters/subjects.yaml`, where each key is explained. */
export interface Subject {
  readonly id: string;
  readonly sdk: string;
  readonly folder: string;
  readonly needs: readonly string[];
  readonly build: readonly (readonly string[])[];
  readonly run: readonly string[];
  readonly install: string;
  /** Versions of before, which scripts/subjects.mjs judges when asked. */
  readonly previous?: readonly { readonly version: string }[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** All entries of `adapters/subjects.yaml`. */
export const subjects = (): readonly Subject[] =>
  parse(readFileSync(join(packageRoot(), 'adapters', 'subjects.yaml'), 'utf8'));

/** The entry with that id. Throws where there is none. */
export function subject(id: string): Subject {
  const found = subjects().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no subject ${id} in adapters/subjects.yaml`);
  return found;
}

/** Builds a subject as its entry says. What a command writes is told only where it fails. */
export function buildSubject({ folder, build }: Subject): void {
  const cwd = join(packageRoot(), folder);
  for (const [command = '', ...rest] of build) execFileSync(command, rest, { cwd, stdio: 'pipe' });
}

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Whether a command of that name is on the path. */
export const hasTool = (tool: string, env: Environment = process.env): boolean =>
  (env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && canRun(join(folder, tool)));

/** What is said of a tool that is missing. Throws where no subject needs it, for then nothing says how to get it. */
export function missing(tool: string): string {
  const needy = subjects().find(({ needs }) => needs.includes(tool));
  if (needy === undefined) throw new Error(`no subject of adapters/subjects.yaml needs ${tool}`);
  return `NOT RUN: ${tool} is missing (install: ${needy.install})`;
}

/** The one test in the place of those that a missing tool keeps from running: it fails in CI, and else prints the line. */
export function reportMissing(line: string, env: Environment = process.env): void {
  if (env['CI']) throw new Error(line);
  console.warn(line);
}

/** `describe`, where a command or all of several are on the path; else one test that is named by what is missing. */
export function describeWith(tool: string | readonly string[], name: string, fn: () => void): void {
  const absent = [tool].flat().filter((one) => !hasTool(one));
  if (absent.length === 0) describe(name, fn);
  else describe(name, () => test.each(absent.map(missing))('%s', (line) => reportMissing(line)));
}
