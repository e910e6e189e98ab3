const PLACEHOLDER = '{token}';

/** Puts a token for `{token}` into every string of a value, keys left alone. Parts without it are not copied. */
export function substitute<T>(value: T, token: string): T {
  return walk(value, token) as T;
}

function walk(value: unknown, token: string): unknown {
  if (typeof value === 'string')
    return value.includes(PLACEHOLDER) ? value.replaceAll(PLACEHOLDER, () => token) : value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  let copy: Record<string, unknown> | undefined;
  // The keys of an array are its indices.
  for (const key of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    const walked = walk(member, token);
    if (walked === member) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    copy[key] = walked;
  }
  return copy ?? value;
}
