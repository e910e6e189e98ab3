// From the text of a configuration to settings. Apart from `config.ts`, because it loads the YAML and schema libraries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Document, isMap, isNode, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import { type ConformError, usageError } from '../engine/error.js';
import { packageRoot } from '../engine/package-root.js';
import { describeConfigError, type Problem } from './config-problem.js';
import type { RunSettings } from './options.js';

/** Anchors may be reused this often; a file that expands further is an attack or an accident. */
const MAX_ALIASES = 100;

/** Parses and checks a configuration. Throws a usage error with file, line and column of what is wrong first. */
export function parseConfig(text: string, file: string): RunSettings {
  const lines = new LineCounter();
  const fail = (code: string, offset: number, { message, hint }: Problem): ConformError => {
    const { line, col } = lines.linePos(offset);
    return usageError(
      code,
      `failed to read ${file}, line ${Math.max(1, line)}, column ${Math.max(1, col)}: ${message}`,
      hint,
    );
  };
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [document, second] = 'empty' in parsed ? [] : parsed;
  if (document === undefined) return {};
  const [flaw] = [...document.errors, ...document.warnings];
  if (flaw !== undefined)
    throw fail('config.syntax', flaw.pos[0], {
      message: flaw.message,
      hint: 'correct the YAML there; a value that ends in a colon, such as "reference:", needs quotes',
    });
  if (second !== undefined) {
    throw fail('config.documents', second.range[0], {
      message: 'a second document begins',
      hint: 'keep one document: remove the line ---',
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
  } catch (error) {
    throw fail('config.alias', document.range[0], {
      message: error instanceof Error ? error.message : String(error),
      hint: 'write the values out instead of using anchors and aliases',
    });
  }
  const validate = validator();
  if (validate(value)) return value;
  const errors = (validate.errors ?? [])
    .map((error) => ({ error, offset: offsetOf(document, error) }))
    .sort((a, b) => a.offset - b.offset);
  const [first] = errors;
  const places = new Set(errors.map(({ offset }) => offset)).size;
  if (first === undefined) throw fail('config.invalid', 0, { message: 'it breaks the schema', hint: SEE_SCHEMA });
  const problem = describeConfigError(first.error);
  throw fail('config.invalid', first.offset, {
    message: places === 1 ? problem.message : `${problem.message} (and ${places - 1} more below)`,
    hint: problem.hint,
  });
}

const SEE_SCHEMA = 'see `ce-conform schema config`';

function validator(): ValidateFunction<RunSettings> {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'config.schema.json'), 'utf8')) as object;
  return new Ajv2020({ allErrors: true, verbose: true }).compile<RunSettings>(schema);
}

/** Where in the text the error is: at the key for an unknown one, else at the value, or the nearest thing around it. */
function offsetOf(document: Document.Parsed, error: ErrorObject): number {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (error.keyword === 'additionalProperties' && isMap(document.contents)) {
    const unknown = String(error.params['additionalProperty']);
    const key = document.contents.items
      .map((pair) => pair.key)
      .find((node) => isScalar(node) && String(node.value) === unknown);
    if (isNode(key) && key.range != null) return key.range[0];
  }
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}
