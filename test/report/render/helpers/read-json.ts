// Formats that are JSON, checked against the schemas that others publish for them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { packageRoot } from '../../../../src/engine/package-root.js';

const require = createRequire(import.meta.url);

// By their place: a package need not export its schema as a module.
const published = (path: string): string => readFileSync(join(packageRoot(), 'node_modules', path), 'utf8');

type Json = Readonly<Record<string, unknown>>;

/** Formats that the schemas name; all others are taken. */
const formats = {
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
};

const validators = new Map<string, ValidateFunction>();

function assertSchema(name: string, schema: () => object, value: unknown, others: readonly object[] = []): void {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    unicodeRegExp: false,
    logger: false,
    formats,
    schemas: [...others],
  });
  const validate = validators.get(name) ?? ajv.compile(schema());
  validators.set(name, validate);
  if (!validate(value)) throw new Error(`${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
}

/** CTRF, checked against the schema of the ctrf package. */
export function readCtrf(text: string): Json & { readonly results: CtrfResults } {
  const value = JSON.parse(text);
  assertSchema('ctrf', () => JSON.parse(published('ctrf/dist/ctrf-schema-0.0.json')), value);
  return value;
}

export interface CtrfResults {
  readonly summary: Readonly<Record<'tests' | 'passed' | 'failed' | 'skipped' | 'pending' | 'other', number>>;
  readonly tests: readonly (Json & { readonly name: string; readonly status: string; readonly rawStatus: string })[];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly (Json & { readonly id: string })[] } };
  readonly invocations: readonly Json[];
  readonly results: readonly (Json & {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly properties: Json;
  })[];
  readonly properties: Json;
}

/** The one run of a SARIF log, checked against the schema of @microsoft/jest-sarif. */
export function readSarif(text: string): SarifRun {
  const value = JSON.parse(text);
  // Of draft 4, whose `id` is the `$id` of today; nothing else in it has changed its meaning.
  const schema = (): object => {
    const {
      $schema: _,
      id: __,
      ...rest
    } = JSON.parse(published('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
    return rest;
  };
  assertSchema('sarif', schema, value);
  return value.runs[0];
}

export interface HarEntry {
  readonly time: number;
  readonly comment: string;
  readonly request: Json & {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
    readonly postData?: Json;
  };
  readonly response: Json & { readonly status: number; readonly content: Json };
  readonly timings: Json;
}

/** A HAR log, checked against har-schema. */
export function readHar(text: string): { readonly comment: string; readonly entries: readonly HarEntry[] } {
  const value = JSON.parse(text);
  const schemas = require('har-schema') as Readonly<Record<string, object>>;
  assertSchema('har', () => ({ $ref: 'har.json#' }), value, Object.values(schemas));
  return value.log;
}
