// The type Boolean of "Type System".

/** Whether a text is the canonical string of a Boolean: `true` or `false`, case-sensitive. */
export function isBooleanString(text: string): boolean {
  return text === 'true' || text === 'false';
}
