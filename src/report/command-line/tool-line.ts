// The line of a tool, made of its arguments and of what it reads; or why there is none.
import { printfFormat } from './printf-format.js';
import { shellWord, wordFlaw } from './shell-word.js';
import type { CommandLine, Tool } from './types.js';

/** An argument, one character a byte; with what it is called where it cannot be one. */
export type Argument = string | { readonly what: string; readonly bytes: string };

/** Beyond it nobody pastes a line, and Linux takes no argument of more than 128 KiB (MAX_ARG_STRLEN). */
const MOST_CHARACTERS = 100_000;

export const none = (tool: Tool, reason: string): CommandLine => ({ kind: 'none', tool, reason });

/** The line that runs `tool` with these arguments. `input` is what it reads, one character a byte; absent: nothing. */
export function toolLine(tool: Tool, args: readonly Argument[], input?: string): CommandLine {
  let length = input?.length ?? 0;
  for (const arg of args) {
    const { what, bytes } = typeof arg === 'string' ? { what: 'an argument', bytes: arg } : arg;
    const flaw = wordFlaw(bytes);
    if (flaw !== undefined) return none(tool, `${what} ${flaw}`);
    length += bytes.length;
  }
  // No byte is shorter in a line than by itself, so what is far too long need not be written first.
  if (length > MOST_CHARACTERS) return tooLong(tool);
  const command = [tool, ...args.map((arg) => shellWord(typeof arg === 'string' ? arg : arg.bytes))].join(' ');
  const line = input === undefined ? command : `printf ${printfFormat(input)} | ${command}`;
  return line.length > MOST_CHARACTERS ? tooLong(tool) : { kind: 'line', tool, line };
}

const tooLong = (tool: Tool): CommandLine => none(tool, `the line would have more than ${MOST_CHARACTERS} characters`);
