// Findings as files, which a later run tries first and `replay` tries alone.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { usageError } from '../../engine/error.js';
import { packageRoot } from '../../engine/package-root.js';
import type { Trial } from '../../fuzz/trial.js';
import { fromTrialJson } from '../../fuzz/trial-json.js';
import { FINDING_SCHEMA, type FindingFile } from '../../report/fuzz/finding-file.js';
import { safe } from '../../report/text/safe.js';
import { readText } from '../read-text.js';
import { writeAtomically } from '../write-atomically.js';

/** Where findings are kept, unless the user says so. */
export const FINDINGS_FOLDER = '.ce-conform';

/** A finding that was read. */
export interface ReadFinding {
  readonly path: string;
  readonly file: FindingFile;
  readonly trial: Trial;
}

/** The name of a finding's file. Nothing of a target is in it. */
export const findingName = ({ class: kind, id }: FindingFile['finding']): string => `${kind}-${id}.json`;

/** Writes a finding into a folder, which is made. Gives its path. Throws a usage error where it cannot be written. */
export function writeFinding(folder: string, file: FindingFile): string {
  const path = join(folder, findingName(file.finding));
  try {
    mkdirSync(folder, { recursive: true });
    writeAtomically(path, `${JSON.stringify(file, null, 2)}\n`);
  } catch (error) {
    throw usageError(
      'finding.write',
      `failed to write ${path}: ${error instanceof Error ? error.message : String(error)}`,
      'choose another folder with --findings, or none with --no-save',
    );
  }
  return path;
}

/** The files of a folder in the order of their names; none where there is no folder. */
export function findingPaths(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[a-z-]+-[0-9a-f]{10}\.json$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads a finding. Throws a usage error that says what is wrong with a file that is none. */
export function readFinding(path: string): ReadFinding {
  const text = readText({ file: path, kind: 'finding', isOptional: false, hint: 'give a file of .ce-conform/' }) ?? '';
  const value = parsed(text, path);
  if (!validator()(value)) {
    throw usageError('finding.invalid', `failed to read ${path}: it is no ${FINDING_SCHEMA}`, HINT);
  }
  try {
    return { path, file: value, trial: fromTrialJson(value.finding.trial) };
  } catch (error) {
    throw usageError(
      'finding.trial',
      `failed to read ${path}: ${safe(error instanceof Error ? error.message : String(error), 200)}`,
      HINT,
    );
  }
}

/** Takes the file of a finding away that no longer fails. */
export const removeFinding = (path: string): void => rmSync(path, { force: true });

const HINT = 'give a file that ce-conform fuzz wrote; see ce-conform schema finding';

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usageError('finding.json', `failed to read ${path}: it is no JSON`, HINT);
  }
}

let compiled: ValidateFunction<FindingFile> | undefined;

function validator(): ValidateFunction<FindingFile> {
  const read = (): object =>
    JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'finding.schema.json'), 'utf8')) as object;
  compiled ??= new Ajv2020({ strict: true, strictTypes: false }).compile<FindingFile>(read());
  return compiled;
}
