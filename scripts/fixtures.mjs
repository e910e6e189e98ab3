// Compiles the vectors: YAML is for people, one JSON file is for a quick start. Every file is checked against a schema:
// those about CESQL against the one of expressions, all others against the one of vectors.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...path) => readFileSync(join(root, ...path), 'utf8');

/** Writes fixtures.json into a folder. Throws, naming file and place, for a file that breaks the schema. */
export function compileFixtures(folder = join(root, 'dist')) {
  const checks = { vectors: checkOf('vectors'), expressions: checkOf('expressions') };
  const sources = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && path !== 'base.yaml')
    .sort()
    .map((path) => ({ path, text: read('fixtures', path) }));
  const files = sources.map(({ path, text }) => {
    const file = parse(text);
    const schema = path.startsWith(`cesql${sep}`) ? 'expressions' : 'vectors';
    const isValid = checks[schema];
    if (isValid(file)) return file;
    const errors = isValid.errors?.map(
      ({ instancePath, message, params }) => `  ${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
    throw new Error(`fixtures/${path} breaks the schema of ${schema}:\n${errors?.slice(0, 8).join('\n')}`);
  });
  const base = read('fixtures', 'base.yaml');
  const digest = createHash('sha256').update(base);
  for (const { path, text } of sources) digest.update(`\n${path}\n${text}`);
  mkdirSync(folder, { recursive: true });
  const compiled = { base: parse(base), files, digest: digest.digest('hex') };
  writeFileSync(join(folder, 'fixtures.json'), JSON.stringify(compiled));
}

// `strictTypes` would ask for a `type` in every branch of a schema.
const checkOf = (name) =>
  new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
    JSON.parse(read('schemas', `${name}.schema.json`)),
  );
