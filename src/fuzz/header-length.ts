/** Bytes of header lines as HTTP/1.1 writes them: a colon, a blank and the end of the line stand beside each name and value. */
export const headerLength = (lines: readonly (readonly [name: string, value: string])[]): number =>
  lines.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
