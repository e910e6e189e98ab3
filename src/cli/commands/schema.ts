// `ce-conform schema`: the JSON Schemas of everything this tool writes or reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usageError } from '../../engine/error.js';
import { packageRoot } from '../../engine/package-root.js';
import type { Io } from '../io.js';
import { didYouMean } from '../nearest.js';

/** Each schema, and what it describes. */
export const SCHEMAS: Readonly<Record<string, string>> = {
  report: 'a report, as --json and --report json=FILE write it',
  badge: 'a badge, as badge --endpoint FILE writes it',
  vectors: 'a file of vectors, as in fixtures/',
  expressions: 'a file of vectors of CESQL, as in fixtures/cesql/',
  registry: 'the requirements of one document, as in suites/',
  config: 'the configuration, ce-conform.yaml',
  baseline: 'known failures, as --baseline reads them',
  diff: 'what became of a target between two reports, as diff --json prints it',
  matrix: 'reports side by side, as matrix --json prints them',
  interop: 'every encoder against every decoder, as interop --json prints it',
  'interop-cesql': 'engines of CESQL side by side, as interop --cesql --json prints it',
  'interop-carriers': 'a subject against itself, as interop --carriers --json prints it',
  fuzz: 'what the fuzzer tried and found, as fuzz --json and report --merge -o write it',
  finding: 'a finding of the fuzzer, as it is kept in .ce-conform/',
  load: 'what became of a stream of events, as fuzz --duration --json prints it',
  subjects: 'a list of SDKs behind adapters, which interop reads',
  'adapter-request': 'a line that an adapter reads',
  'adapter-reply': 'a line that an adapter writes',
};

const WIDTH = Math.max(...Object.keys(SCHEMAS).map((name) => name.length)) + 2;

/** Prints the schema of that name, or without a name the list of them. Throws a usage error for an unknown one. */
export async function schema(name: string | undefined, io: Io): Promise<number> {
  if (name === undefined) {
    for (const [known, summary] of Object.entries(SCHEMAS)) io.out.write(`${known.padEnd(WIDTH)}${summary}\n`);
    return 0;
  }
  if (!Object.hasOwn(SCHEMAS, name)) {
    throw usageError(
      'schema.unknown',
      `failed to print a schema: there is none named ${JSON.stringify(name)}`,
      didYouMean(name, Object.keys(SCHEMAS)) ?? `use any of ${Object.keys(SCHEMAS).join(', ')}`,
    );
  }
  io.out.write(readFileSync(join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8'));
  return 0;
}
