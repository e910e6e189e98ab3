// From the text of a JSON report to a report. Whoever wrote the file, nothing in it is believed to have a certain shape.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { usageError } from '../engine/error.js';
import { packageRoot } from '../engine/package-root.js';
import { MOST_REPORT_LEVELS, nestsDeeper } from './nests-deeper.js';
import { safe } from './text/safe.js';
import { REPORT_SCHEMA, type Report } from './types.js';

/** Longest part of a foreign text that a message repeats. */
const MOST = 80;

/**
 * Reads a report and checks it against its schema; its digest is not made again. Throws a usage error that says what is wrong, and
 * where.
 */
export function parseReport(text: string, file: string): Report {
  const value = parseJson(text, file);
  if (nestsDeeper(value, MOST_REPORT_LEVELS)) {
    throw usageError(
      'report.deep',
      `failed to read ${file}: it nests arrays and objects deeper than ${MOST_REPORT_LEVELS} levels`,
      'no report does; give one that --report json=FILE or --json wrote',
    );
  }
  const validate = validator();
  if (validate(value)) return value;
  const version = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (version !== REPORT_SCHEMA) {
    throw usageError(
      'report.schema',
      `failed to read ${file}: it is no ${REPORT_SCHEMA}, but says ${version === undefined ? 'nothing of a schema' : safe(JSON.stringify(version), MOST)}`,
      typeof version === 'string' && version.startsWith('ce-conform/fuzz/')
        ? 'ce-conform report --merge FILE tells what the fuzzer found; here, give the report of a run'
        : 'give a report that --report json=FILE or --json wrote',
    );
  }
  if (validate.errors?.some(isLackOfDigest) === true) {
    throw usageError(
      'report.digest',
      `failed to read ${file}: it has no digest: it was edited, or is of a version that wrote none`,
      'get the file as it was written, or judge the target again',
    );
  }
  throw usageError(
    'report.invalid',
    `failed to read ${file}: ${problem(validate.errors ?? [])}`,
    'see `ce-conform schema report`; a report is not to be edited',
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usageError(
      'report.json',
      `failed to read ${file}: it is no JSON: ${safe(error instanceof Error ? error.message : String(error), MOST * 2)}`,
      'give a report that --report json=FILE or --json wrote',
    );
  }
}

let compiled: ValidateFunction<Report> | undefined;

// It takes longer than most reports do, and several reports are often read.
function validator(): ValidateFunction<Report> {
  compiled ??= compile();
  return compiled;
}

function compile(): ValidateFunction<Report> {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'report.schema.json'), 'utf8')) as object;
  // `strictTypes` would ask for a `type` beside every `enum`.
  return new Ajv2020({ strict: true, strictTypes: false }).compile<Report>(schema);
}

// It is the last of what is required: a file that lacks more than that is no report.
const isLackOfDigest = ({ keyword, instancePath, params }: ErrorObject): boolean =>
  keyword === 'required' && instancePath === '' && params['missingProperty'] === 'digest';

// The first error is the deepest one; those of `oneOf` branches say less than the place.
function problem(errors: readonly ErrorObject[]): string {
  const [error] = errors;
  if (error === undefined) return 'it breaks the schema';
  const place = safe(error.instancePath || '/', MOST);
  const named = Object.values(error.params).find((value) => typeof value === 'string');
  return `${place} ${error.message ?? 'breaks the schema'}${named === undefined || error.keyword === 'required' ? '' : ` (${safe(String(named), MOST)})`}`;
}
