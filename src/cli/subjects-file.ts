// The list of SDKs behind adapters (`ce-conform schema subjects`), which the published `adapters/subjects.yaml` is one of.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type ConformError, usageError } from '../engine/error.js';
import { packageRoot } from '../engine/package-root.js';
import { schemaProblem } from '../target/adapter/schema-problem.js';

/** One SDK behind an adapter. Paths are relative to the current folder. */
export interface SubjectEntry {
  readonly id: string;
  /** The registry and the package. */
  readonly sdk: string;
  readonly folder?: string;
  /** Commands that must be on the path. */
  readonly needs?: readonly string[];
  /** Command lines, run in the folder one after the other. */
  readonly build?: readonly (readonly string[])[];
  readonly run: readonly string[];
  /** How a person gets what it needs. */
  readonly install?: string;
  /** Versions of before, each with commands that are run in a copy of the folder. */
  readonly previous?: readonly {
    readonly version: string;
    readonly build: readonly (readonly string[])[];
    readonly run: readonly string[];
  }[];
}

/** The built-in implementation has this id. */
const RESERVED = 'reference';

const HINT = 'see `ce-conform schema subjects`';

/** Reads a list of subjects. Throws a usage error that names the file and, where there is one, line and column. */
export function readSubjects(file: string): readonly SubjectEntry[] {
  return parseSubjects(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw usageError(
      'subjects.unreadable',
      `failed to read ${file}: ${error instanceof Error ? error.message : String(error)}`,
      'give a YAML list of subjects, such as adapters/subjects.yaml',
    );
  }
}

/** Parses and checks a list of subjects. `file` is for messages. */
export function parseSubjects(text: string, file: string): readonly SubjectEntry[] {
  const lines = new LineCounter();
  const fail = (code: string, offset: number, message: string, hint: string): ConformError => {
    const { line, col } = lines.linePos(offset);
    const place = `line ${Math.max(1, line)}, column ${Math.max(1, col)}`;
    return usageError(code, `failed to read ${file}, ${place}: ${message}`, hint);
  };
  // Below this level it would pass over a second document.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const [flaw] = [...document.errors, ...document.warnings];
  if (flaw !== undefined) throw fail('subjects.syntax', flaw.pos[0], flaw.message, 'correct the YAML there');
  const offsetAt = (path: readonly (string | number)[]): number => offsetOf(document, path);
  const value: unknown = toJs(() => document.toJS({ maxAliasCount: MAX_ALIASES }), fail);
  const validate = validator();
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw fail(
      'subjects.invalid',
      offsetAt(error === undefined ? [] : pathOf(error)),
      schemaProblem(validate.errors),
      HINT,
    );
  }
  for (const [index, { id }] of value.entries()) {
    const at = offsetAt([index, 'id']);
    if (id === RESERVED)
      throw fail('subjects.reserved', at, `${RESERVED} is the subject that is built in`, 'choose another id');
    if (value.findIndex((other) => other.id === id) !== index) {
      throw fail('subjects.repeated', at, `there are two subjects ${id}`, 'give each an id of its own');
    }
  }
  return value;
}

/** Anchors may be reused this often; a file that expands further is an attack or an accident. */
const MAX_ALIASES = 100;

function toJs(
  read: () => unknown,
  fail: (code: string, offset: number, message: string, hint: string) => ConformError,
): unknown {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw fail('subjects.alias', 0, message, 'write the values out instead of using anchors and aliases');
  }
}

function validator(): ValidateFunction<readonly SubjectEntry[]> {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'subjects.schema.json'), 'utf8')) as object;
  return new Ajv2020({ verbose: true }).compile<readonly SubjectEntry[]>(schema);
}

const pathOf = ({ instancePath }: ErrorObject): readonly (string | number)[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));

/** Where in the text a value is, or the nearest thing around it. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}
