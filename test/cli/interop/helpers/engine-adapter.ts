// Our own engine behind an adapter, built, with the faults of an engine. It is run as a program of its own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SubjectEntry } from '../../../../src/cli/subjects-file.js';
import { packageRoot } from '../../../../src/engine/package-root.js';

const built = (path: string): string => JSON.stringify(pathToFileURL(join(packageRoot(), 'dist', 'src', path)).href);

/** Faults of an engine, as the text of a program. `answers` decides in place of the engine. */
const FAULTS = {
  none: '{}',
  /** Subtracts the wrong way round. */
  subtraction:
    "{ semantics: (s) => ({ ...s, binary: { ...s.binary, '-': { ...s.binary['-'], apply: (x, y) => s.binary['-'].apply(y, x) } } }) }",
  /** Says nothing of a String that is no Boolean. */
  cast: '{ semantics: (s) => ({ ...s, cast: { ...s.cast, boolean: (v) => { const o = s.cast.boolean(v); return typeof o === "object" ? o.value : o; } } }) }',
  /** Groups AND, OR and XOR from the right. */
  order: '{ syntax: (s) => ({ ...s, isRightAssociative: (level) => level === s.binary.AND }) }',
  /** Knows EXISTS in upper case alone. */
  spelling:
    "{ syntax: (s) => ({ ...s, keyword: (w) => (/^exists$/i.test(w) && w !== 'EXISTS' ? undefined : s.keyword(w)) }) }",
  /** Leaves the range by wrapping around, as many do. */
  overflow:
    "{ semantics: (s) => ({ ...s, binary: { ...s.binary, '*': { ...s.binary['*'], apply: (x, y) => Math.imul(x, y) } } }) }",
} as const;

export interface EngineOptions {
  readonly fault?: keyof typeof FAULTS;
  /** Expressions with this do what `does` says. */
  readonly on?: string;
  readonly does?: 'exit' | 'throw' | 'hang' | 'refuse' | 'break';
  readonly mode?: 'complete' | 'fail-fast' | 'operator';
  /** Whether its hello names the mode. */
  readonly declares?: boolean;
}

const DOES = {
  exit: 'process.exit(7)',
  throw: "return { thrown: { reason: 'it <threw>' } }",
  hang: 'return undefined',
  refuse: 'return { unsupported: true }',
  break: "return { errors: 'none' }",
} as const;

/** An engine of this id. */
export function engine(id: string, options: EngineOptions = {}): SubjectEntry {
  const { fault = 'none', on, does = 'exit', mode = 'operator', declares = true } = options;
  const code = `
    import { serveAdapter } from ${built('reference/adapter/serve-adapter.js')};
    import { answerAs } from ${built('reference/adapter/answer.js')};
    const fault = { name: 'f', requirement: 'f', role: 'engine', summary: 'f', engine: ${FAULTS[fault]} };
    await serveAdapter(process.stdin, process.stdout, (request) => {
      ${on === undefined ? '' : `if (request.op === 'evaluate' && request.expression.includes(${JSON.stringify(on)})) ${DOES[does]};`}
      const answer = answerAs(request, '1.0.0', [fault], ${JSON.stringify(mode)});
      if (request.op === 'hello' && !${declares}) answer.supports = answer.supports.filter((word) => !/^evaluate:(complete|fail-fast|operator)$/.test(word));
      return answer;
    });`;
  return { id, sdk: `built ${id}`, run: [process.execPath, '--input-type=module', '-e', code] };
}
