/** JSON as a file. Old commands of GitHub's logs begin with "##[" anywhere in a line; an escape ends them, and changes no value. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)}\n`.replaceAll('##[', '#\\u0023[');
