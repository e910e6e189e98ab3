// From the text of a baseline to its entries, each with its line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { ConformError } from '../../engine/error.js';
import { packageRoot } from '../../engine/package-root.js';
import { type Entry, LISTS, type List } from '../../report/baseline/types.js';
import { firstError, offsetAt } from '../yaml/first-error.js';
import { type ParsedYaml, parseYaml } from '../yaml/parse-yaml.js';
import { describeBaselineError, type Problem } from './baseline-problem.js';
import { firstFlaw } from './first-flaw.js';

export interface ParsedBaseline {
  /** In the order of the file. */
  readonly entries: readonly Entry[];
  readonly document: ParsedYaml['document'];
  readonly fail: ParsedYaml['fail'];
  /** An error at an entry. */
  readonly failAt: (entry: Entry, code: string, problem: Problem) => ConformError;
}

/** What the schema lets through. */
type Written = { readonly [Name in List]?: readonly Omit<Entry, 'list' | 'line'>[] | null };

const SYNTAX_HINT = 'correct the YAML there; quote a glob that begins with *, and a reason that holds a colon or a #';

/**
 * Parses and checks a baseline. Throws a usage error with file, line and column of what is wrong first. A reason that
 * was never written is an error as well, unless it may wait.
 */
export function parseBaseline(
  text: string,
  file: string,
  { mayLackReasons = false }: { readonly mayLackReasons?: boolean } = {},
): ParsedBaseline {
  const { value, document, lineAt, fail } = parseYaml({ text, file, kind: 'baseline', syntaxHint: SYNTAX_HINT });
  const validate = validator();
  if (!validate(value)) {
    const first = firstError(validate.errors ?? [], document);
    const problem = first === undefined ? BROKEN : describeBaselineError(first.error);
    const more = first === undefined ? 0 : first.more;
    throw fail({ code: 'invalid', offset: first?.offset ?? 0, ...counted(problem, more) });
  }
  const offsets = new Map<Entry, number>();
  const entries = LISTS.flatMap((list) =>
    (value[list] ?? []).map((written, index): Entry => {
      const offset = offsetAt(document, [list, index, 'case']);
      const entry = { list, ...written, line: lineAt(offset) };
      offsets.set(entry, offset);
      return entry;
    }),
  ).sort((a, b) => (offsets.get(a) ?? 0) - (offsets.get(b) ?? 0));
  const failAt = (entry: Entry, code: string, problem: Problem): ConformError =>
    fail({ code, offset: offsets.get(entry) ?? 0, ...problem });
  const flaw = firstFlaw(entries, { mayLackReasons });
  if (flaw !== undefined) throw failAt(flaw.entry, flaw.code, counted(flaw, flaw.more));
  return { entries, document, fail, failAt };
}

const BROKEN: Problem = { message: 'it breaks the schema', hint: 'see `ce-conform schema baseline`' };

const counted = ({ message, hint }: Problem, more: number): Problem => ({
  message: more === 0 ? message : `${message} (and ${more} more below)`,
  hint,
});

let compiled: ValidateFunction<Written> | undefined;

// Compiled once: an update parses three times.
function validator(): ValidateFunction<Written> {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<Written>(
    JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'baseline.schema.json'), 'utf8')) as object,
  );
  return compiled;
}
