const PLACEHOLDER = '{token}';

/** Replaces `{token}` in every string of a value, keys left alone. Parts without it are not copied. */
export function substitute<T>(value: T, token: string): T {
  return walk(value, token) as T;
}

function walk(value: unknown, token: string): unknown {
  if (typeof value === 'string') return value.includes(PLACEHOLDER) ? value.split(PLACEHOLDER).join(token) : value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Array.isArray(value) ? walkArray(value, token) : walkObject(value as Readonly<Record<string, unknown>>, token);
}

function walkArray(items: readonly unknown[], token: string): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [index, item] of items.entries()) {
    const walked = walk(item, token);
    if (walked === item) continue;
    copy ??= [...items];
    copy[index] = walked;
  }
  return copy ?? items;
}

function walkObject(value: Readonly<Record<string, unknown>>, token: string): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const member = value[key];
    const walked = walk(member, token);
    if (walked === member) continue;
    copy ??= { ...value };
    copy[key] = walked;
  }
  return copy ?? value;
}
