// From the text of a configuration to settings. Apart from `config.ts`, because it loads the YAML and schema libraries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { packageRoot } from '../engine/package-root.js';
import { describeConfigError } from './config-problem.js';
import type { RunSettings } from './options.js';
import { firstError } from './yaml/first-error.js';
import { parseYaml } from './yaml/parse-yaml.js';

const SYNTAX_HINT = 'correct the YAML there; a value that ends in a colon, such as "reference:", needs quotes';

/** Parses and checks a configuration. Throws a usage error with file, line and column of what is wrong first. */
export function parseConfig(text: string, file: string): RunSettings {
  const { value, document, fail } = parseYaml({ text, file, kind: 'config', syntaxHint: SYNTAX_HINT });
  const validate = validator();
  if (validate(value)) return value;
  const first = firstError(validate.errors ?? [], document);
  if (first === undefined)
    throw fail({ code: 'invalid', offset: 0, message: 'it breaks the schema', hint: 'see `ce-conform schema config`' });
  const { message, hint } = describeConfigError(first.error);
  throw fail({
    code: 'invalid',
    offset: first.offset,
    message: first.more === 0 ? message : `${message} (and ${first.more} more below)`,
    hint,
  });
}

function validator(): ValidateFunction<RunSettings> {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'config.schema.json'), 'utf8')) as object;
  return new Ajv2020({ allErrors: true, verbose: true }).compile<RunSettings>(schema);
}
