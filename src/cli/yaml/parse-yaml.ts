// YAML that a user wrote: one document, and for whatever is wrong one error with line and column.
import { type Alias, type Document, LineCounter, parseAllDocuments, visit } from 'yaml';
import { type ConformError, usageError } from '../../engine/error.js';

/** Where something is wrong, what, and what to do. */
export interface YamlProblem {
  readonly code: string;
  /** From the beginning of the text. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** What the text holds. An empty one has no document, and an empty mapping as its value. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly document?: Document.Parsed;
  /** The line of an offset, from 1. */
  readonly lineAt: (offset: number) => number;
  readonly fail: (problem: YamlProblem) => ConformError;
}

export interface YamlSource {
  readonly text: string;
  readonly file: string;
  /** Codes of errors begin with it. */
  readonly kind: string;
  /** What breaks the syntax of such a file most often. */
  readonly syntaxHint: string;
}

/** Anchors may be reused this often; a file that expands further is an attack or an accident. */
const MAX_ALIASES = 100;

/** Parses the text. Throws a usage error with file, line and column of what is wrong first. */
export function parseYaml({ text, file, kind, syntaxHint }: YamlSource): ParsedYaml {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const fail = ({ code, offset, message, hint }: YamlProblem): ConformError => {
    const column = Math.max(1, lines.linePos(offset).col);
    return usageError(
      `${kind}.${code}`,
      `failed to read ${file}, line ${lineAt(offset)}, column ${column}: ${message}`,
      hint,
    );
  };
  const options = { lineCounter: lines, prettyErrors: false, logLevel: 'silent', keepSourceTokens: true } as const;
  const parsed = parseAllDocuments(text, options);
  const [document, second] = 'empty' in parsed ? [] : parsed;
  if (document === undefined) return { value: {}, lineAt, fail };
  const [flaw] = [...document.errors, ...document.warnings];
  if (flaw !== undefined) throw fail({ code: 'syntax', offset: flaw.pos[0], message: flaw.message, hint: syntaxHint });
  if (second !== undefined) {
    const hint = 'keep one document: remove the line ---';
    throw fail({ code: 'documents', offset: second.range[0], message: 'a second document begins', hint });
  }
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}, document, lineAt, fail };
  } catch (error) {
    throw fail({
      code: 'alias',
      offset: danglingAlias(document)?.range?.[0] ?? document.range[0],
      message: error instanceof Error ? error.message : String(error),
      hint: 'write the values out instead of using anchors and aliases; quote text that begins with *',
    });
  }
}

/** The first alias to an anchor that there is not. */
function danglingAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}
