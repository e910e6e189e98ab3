// From the text of a file of the fuzzer to what it holds. Whoever wrote the file, nothing in it is believed to have a certain shape.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type ConformError, usageError } from '../../engine/error.js';
import { packageRoot } from '../../engine/package-root.js';
import { safe } from '../text/safe.js';

/** What a file is to be. */
export interface Wanted {
  /** Names its schema, `ce-conform schema NAME`; codes of errors begin with it. */
  readonly name: 'finding' | 'fuzz';
  /** The value of its member `schema`. */
  readonly schema: string;
  /** What to give instead of a file that is none. */
  readonly hint: string;
}

/** Longest part of a foreign text that a message repeats. */
const MOST = 80;

/** Reads a text and checks it against its schema. Throws a usage error that says what is wrong with `file`, and where. */
export function checkedJson<T>(text: string, file: string, { name, schema, hint }: Wanted): T {
  const wrong = (code: string, why: string, what: string = hint): ConformError =>
    usageError(`${name}.${code}`, `failed to read ${file}: ${why}`, what);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong('json', `it is no JSON: ${safe(error instanceof Error ? error.message : String(error), MOST * 2)}`);
  }
  const version = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (version !== schema) {
    const said = typeof version === 'string' ? safe(JSON.stringify(version), MOST) : 'nothing of a schema';
    throw wrong('schema', `it is no ${schema}, but says ${said}`);
  }
  const validate = validatorOf<T>(name);
  if (validate(value)) return value;
  throw wrong('invalid', problem(validate.errors ?? []), `see \`ce-conform schema ${name}\`; it is not to be edited`);
}

const compiled = new Map<Wanted['name'], ValidateFunction>();

function validatorOf<T>(name: Wanted['name']): ValidateFunction<T> {
  const known = compiled.get(name);
  if (known !== undefined) return known as ValidateFunction<T>;
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8')) as object;
  // `strictTypes` would ask for a `type` beside every `enum`.
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile<T>(schema);
  compiled.set(name, validate);
  return validate;
}

// What is wrong in a branch of a choice says less than where the choice is.
function problem(errors: readonly ErrorObject[]): string {
  const choice = errors.find(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const error = choice ?? errors[0];
  if (error === undefined) return 'it breaks the schema';
  const place = safe(error.instancePath || '/', MOST);
  if (choice !== undefined) return `${place} is none of what may stand there`;
  const named = Object.values(error.params).find((value) => typeof value === 'string');
  return `${place} ${error.message ?? 'breaks the schema'}${named === undefined || error.keyword === 'required' ? '' : ` (${safe(String(named), MOST)})`}`;
}
