// Findings as files, which a later run tries first and `replay` tries alone.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { usageError } from '../../engine/error.js';
import type { Trial } from '../../fuzz/trial.js';
import { checkedJson } from '../../report/fuzz/checked-json.js';
import { FINDING_SCHEMA, type FindingFile } from '../../report/fuzz/finding-file.js';
import { MAX_BYTES, readText } from '../read-text.js';
import { writeAtomically } from '../write-atomically.js';
import { readTrial } from './read-trial.js';

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
    writeAtomically(path, textOf(file));
  } catch (error) {
    throw usageError(
      'finding.write',
      `failed to write ${path}: ${error instanceof Error ? error.message : String(error)}`,
      'choose another folder with --findings, or none with --no-save',
    );
  }
  return path;
}

// What is too large to be read again is written without the bytes of both sides: the trial says all that it takes.
function textOf(file: FindingFile): string {
  const whole = `${JSON.stringify(file, null, 2)}\n`;
  if (Buffer.byteLength(whole) <= MAX_BYTES) return whole;
  return `${JSON.stringify({ ...file, finding: { ...file.finding, evidence: [] }, lines: [] }, null, 2)}\n`;
}

/** The files of a folder in the order of their names; none where there is no folder. Throws a usage error for what is none. */
export function findingPaths(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => /^[a-z-]+-[0-9a-f]{10}\.json$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw usageError(
      'finding.folder',
      `failed to read the findings in ${folder}: ${error instanceof Error ? error.message : String(error)}`,
      'name another folder with --findings',
    );
  }
}

/** Reads a finding. Throws a usage error that says what is wrong with a file that is none. */
export function readFinding(path: string): ReadFinding {
  const text = readText({ file: path, kind: 'finding', isOptional: false, hint: HINT }) ?? '';
  const file = checkedJson<FindingFile>(text, path, { name: 'finding', schema: FINDING_SCHEMA, hint: HINT });
  return { path, file, trial: readTrial(file.finding.trial, path) };
}

/** Takes the file of a finding away that no longer fails. */
export const removeFinding = (path: string): void => rmSync(path, { force: true });

const HINT = 'give a file that ce-conform fuzz wrote, as they are in .ce-conform/';
