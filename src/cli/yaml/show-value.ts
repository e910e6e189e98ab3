// Values of a YAML file, as an error message repeats them.

/** Longest value that is repeated in a message, in characters. */
export const MOST_SHOWN = 60;

/** The value itself, where it is short and plain, else what kind of value it is. */
export function showValue(value: unknown): string {
  if (typeof value === 'object') return kindOf(value);
  if (typeof value !== 'string') return String(value);
  return value === '' ? 'empty' : JSON.stringify(value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value);
}

/** What kind of value it is, without showing it. */
export function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  switch (typeof value) {
    case 'object':
      return 'a mapping';
    case 'string':
      return 'text';
    default:
      return `a ${typeof value}`;
  }
}
