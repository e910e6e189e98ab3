/** Replaces `{token}` in every string of a value, keys left alone. */
export function substitute<T>(value: T, token: string): T {
  return walk(value, token) as T;
}

function walk(value: unknown, token: string): unknown {
  if (typeof value === 'string') return value.includes('{token}') ? value.replaceAll('{token}', token) : value;
  if (Array.isArray(value)) return value.map((item) => walk(item, token));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, token)]));
}
