// Compiles the vectors: YAML is for people, one JSON file is for a quick start. Every file is checked against the schema.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url).pathname;

/** Writes dist/fixtures.json. Throws, naming file and place, for a file that breaks the schema. */
export function compileFixtures() {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'vectors.schema.json'), 'utf8'));
  const isValid = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  const sources = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && path !== 'base.yaml')
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, 'fixtures', path), 'utf8') }));
  const base = readFileSync(join(root, 'fixtures', 'base.yaml'), 'utf8');
  const files = sources.map(({ path, text }) => {
    const file = parse(text);
    if (isValid(file)) return file;
    const errors = isValid.errors?.map(
      (error) => `  ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
    );
    throw new Error(`fixtures/${path} breaks the schema of vectors:\n${errors?.slice(0, 8).join('\n')}`);
  });
  const digest = createHash('sha256').update(base);
  for (const { path, text } of sources) digest.update(`\n${path}\n${text}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(
    join(root, 'dist', 'fixtures.json'),
    JSON.stringify({ base: parse(base), files, digest: digest.digest('hex') }),
  );
}
