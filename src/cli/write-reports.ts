// `--report FORMAT=FILE`: checked before the run, written after it.
import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConformError, EXIT, usageError } from '../engine/error.js';
import { didYouMean } from './nearest.js';

export interface ReportFile<Format extends string = string> {
  readonly format: Format;
  readonly path: string;
}

/** What is no report of a run has no other form. */
export const JSON_ALONE: readonly ['json'] = ['json'];

/**
 * Reads each `FORMAT=FILE`, and makes sure that the file can be written, so that no run is lost at its end. Throws a usage error for
 * what has another form, for a format that is none of these, and for a file that is named twice.
 */
export function parseReports<Format extends string>(
  given: readonly string[],
  formats: readonly Format[],
): readonly ReportFile<Format>[] {
  const taken = new Set<string>();
  return given.map((text) => {
    const [, name, path] = /^([a-z0-9-]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined || path === undefined)
      throw usageError(
        'report.syntax',
        `failed to read --report ${JSON.stringify(text)}: it has not the form FORMAT=FILE`,
        'for example --report json=report.json',
      );
    const format = formats.find((one) => one === name);
    if (format === undefined)
      throw usageError(
        'report.format',
        `failed to read --report: there is no format ${JSON.stringify(name)}`,
        `${didYouMean(name, formats) ?? ''} the formats are: ${formats.join(', ')}`.trimStart(),
      );
    if (path === '-')
      throw usageError(
        'report.place',
        `failed to read --report ${JSON.stringify(text)}: a report goes to a file`,
        `ce-conform report --from report.json --format ${format} prints one`,
      );
    if (taken.has(resolve(path)))
      throw usageError(
        'report.twice',
        `failed to read --report: two reports would go to ${path}`,
        'give each a file of its own',
      );
    taken.add(resolve(path));
    assertWritable(path);
    return { format, path };
  });
}

/**
 * Writes every report that was asked for. One that cannot be written keeps no other from being written; then the first error is
 * thrown: of usage where the place is at fault, else one of the harness.
 */
export async function writeReports<Format extends string>(
  files: readonly ReportFile<Format>[],
  textOf: (format: Format) => string | Promise<string>,
): Promise<void> {
  const errors: unknown[] = [];
  for (const { format, path } of files) {
    try {
      write(path, await rendered(format, textOf));
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** The text of a report. What a renderer throws is a fault of the harness, and says in which format. */
export async function rendered<Format extends string>(
  format: Format,
  textOf: (format: Format) => string | Promise<string>,
): Promise<string> {
  try {
    return await textOf(format);
  } catch (error) {
    throw new ConformError(
      {
        code: 'report.render',
        message: `failed to write the report as ${format}: ${messageOf(error)}`,
        hint: 'please report this; ce-conform report --from renders another format from the JSON report',
        exit: EXIT.harness,
      },
      { cause: error },
    );
  }
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new ConformError({
      code: 'report.write',
      message: `failed to write ${path}: ${messageOf(error)}`,
      hint: 'choose another place',
      exit: EXIT.usage,
    });
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
