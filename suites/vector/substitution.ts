const PLACEHOLDER = '{token}';

/** Puts a token into a value that was looked through already. */
export type Substitution<T> = (token: string) => T;

/**
 * Finds every `{token}` in the strings of a value, keys left alone, so that the token of a run can be put there. Parts
 * without it are never copied.
 */
export function substitution<T>(value: T): Substitution<T> {
  const marked = compile(value);
  return marked === undefined ? () => value : (marked as Substitution<T>);
}

// Undefined for a part that holds no placeholder.
function compile(value: unknown): Substitution<unknown> | undefined {
  if (typeof value === 'string') return compileText(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  return Array.isArray(value) ? compileArray(value) : compileObject(value);
}

function compileText(text: string): Substitution<string> | undefined {
  const parts = text.split(PLACEHOLDER);
  return parts.length === 1 ? undefined : (token) => parts.join(token);
}

function compileArray(items: readonly unknown[]): Substitution<unknown> | undefined {
  const marked = markedEntries(items.entries());
  if (marked.length === 0) return undefined;
  return (token) => {
    const copy = [...items];
    for (const [index, put] of marked) copy[index] = put(token);
    return copy;
  };
}

function compileObject(value: object): Substitution<unknown> | undefined {
  const marked = markedEntries(Object.entries(value));
  if (marked.length === 0) return undefined;
  return (token) => {
    const copy: Record<string, unknown> = { ...value };
    for (const [name, put] of marked) copy[name] = put(token);
    return copy;
  };
}

function markedEntries<Key>(
  entries: Iterable<readonly [Key, unknown]>,
): readonly (readonly [Key, Substitution<unknown>])[] {
  const marked: (readonly [Key, Substitution<unknown>])[] = [];
  for (const [key, item] of entries) {
    const put = compile(item);
    if (put !== undefined) marked.push([key, put]);
  }
  return marked;
}
