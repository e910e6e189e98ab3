// The published schemas of the protocol, compiled when they are first needed: a run over HTTP never loads them.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { decodeBase64 } from '../../event/binary.js';

export type SchemaName = 'adapter-request' | 'adapter-reply';

const compiled = new Map<SchemaName, Ajv2020>();

/** The validator of one shape: `part` is the name of a definition in the schema, or empty for the schema itself. */
export function validatorOf(name: SchemaName, part = ''): ValidateFunction {
  const ajv = compiled.get(name) ?? compile(name);
  const validate = ajv.getSchema(`urn:ce-conform:schema:${name}${part === '' ? '' : `#/$defs/${part}`}`);
  if (validate === undefined) throw new Error(`schema ${name} has no definition ${part}`);
  return validate;
}

function compile(name: SchemaName): Ajv2020 {
  const schema = JSON.parse(readFileSync(join(schemaFolder(), `${name}.schema.json`), 'utf8')) as object;
  // `strictTypes` would ask for a `type` beside every `enum`; `verbose` gives errors the value they are about.
  const options = { strict: true, strictTypes: false, verbose: true, code: { regExp: createPattern } };
  const ajv = new Ajv2020(options).addSchema(schema);
  compiled.set(name, ajv);
  return ajv;
}

/** The pattern of base64 overflows the stack of the regular expression engine from some megabytes on. */
const createPattern = Object.assign(
  (pattern: string, flags: string) =>
    pattern.startsWith('^(?:[A-Za-z0-9+/]{4})*')
      ? { test: (text: string) => decodeBase64(text) !== undefined }
      : new RegExp(pattern, flags),
  { code: 'createPattern' },
);

// Data files lie beside src/ and dist/ alike.
function schemaFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const schemas = join(folder, 'schemas');
    if (existsSync(join(schemas, 'adapter-reply.schema.json'))) return schemas;
    if (folder === dirname(folder)) throw new Error('the schemas of the adapter protocol are missing: install again');
  }
}
