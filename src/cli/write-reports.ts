// `--report FORMAT=FILE`: checked before the run, written after it.
import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConformError, EXIT, usageError } from '../engine/error.js';

export interface ReportFile {
  readonly format: 'json';
  readonly path: string;
}

/** Reads `FORMAT=FILE`, and makes sure that the file can be written, so that no run is lost at its end. */
export function parseReports(given: readonly string[]): readonly ReportFile[] {
  return given.map((text) => {
    const [, format, path] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
    if (path === undefined)
      throw usageError(
        'report.syntax',
        `failed to read --report ${JSON.stringify(text)}: it has not the form FORMAT=FILE`,
        'for example --report json=report.json',
      );
    if (format !== 'json')
      throw usageError(
        'report.format',
        `failed to read --report: there is no format ${JSON.stringify(format)}`,
        'the formats are: json',
      );
    assertWritable(path);
    return { format, path };
  });
}

/** Writes every report that was asked for. */
export function writeReports(files: readonly ReportFile[], report: object): void {
  for (const { path } of files) {
    try {
      writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
    } catch (error) {
      throw new ConformError({
        code: 'report.write',
        message: `failed to write ${path}: ${messageOf(error)}`,
        hint: 'choose another place',
        exit: EXIT.usage,
      });
    }
  }
}

function assertWritable(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new Error('it is a folder');
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw usageError(
      'report.place',
      `failed to prepare the report ${path}: ${messageOf(error)}`,
      'choose another place',
    );
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
