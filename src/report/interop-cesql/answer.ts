// What an engine behind an adapter made of an expression.
import { compile } from '../../cesql/compile.js';
import { parse } from '../../cesql/parse.js';
import type { CesqlErrorKind, CesqlValue, ErrorMode } from '../../cesql/types.js';
import { ERROR_MODES } from '../../engine/error-mode.js';
import type { CloudEvent, JsonValue } from '../../event/types.js';

export type Answer =
  | { readonly kind: 'evaluated'; readonly value?: JsonValue; readonly errors: readonly string[] }
  /** It threw beside its own errors. */
  | { readonly kind: 'thrown'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly code: 'timeout' | 'closed' | 'protocol'; readonly message: string }
  | { readonly kind: 'not-asked' };

/** What our own engine gives. */
export interface Ours {
  readonly value: CesqlValue;
  readonly errors: readonly CesqlErrorKind[];
}

export type OursByMode = Readonly<Record<ErrorMode, Ours>>;

/** What our own engine gives in each error mode. */
export function ourAnswers(text: string, event: CloudEvent): OursByMode {
  const parsed = parse(text);
  const given = ERROR_MODES.map((mode): [ErrorMode, Ours] => {
    if (parsed.kind === 'problem') return [mode, { value: false, errors: ['parse'] }];
    const { value, errors } = compile(parsed.expression, { mode })(event);
    return [mode, { value, errors: errors.map(({ kind }) => kind) }];
  });
  return Object.fromEntries(given) as unknown as OursByMode;
}
