// A terminal without a person: keys are typed as soon as a question that awaits them is on the screen.
import { PassThrough, Writable } from 'node:stream';
import type { Terminal } from '../../../../src/cli/init/terminal.js';

export const [ENTER, DOWN, CTRL_C] = ['\r', '\u001b[B', '\u0003'] as const;

export interface FakeTerminal extends Terminal {
  /** All that was ever drawn. */
  readonly screen: () => string;
}

/** Answers each question, told by a part of its text, with these keys, one after the other. */
export function fakeTerminal(
  answers: readonly (readonly [question: string, ...keys: readonly string[]])[],
): FakeTerminal {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const left = [...answers];
  let screen = '';
  let seen = 0;
  const output = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        screen += chunk.toString();
        const [next] = left;
        const at = next === undefined ? -1 : screen.indexOf(next[0], seen);
        if (next !== undefined && at !== -1) {
          seen = at + next[0].length;
          left.shift();
          void type(next.slice(1));
        }
        done();
      },
    }),
    { columns: 100, rows: 40, isTTY: true },
  );
  // Each key is a write of its own, as a person's is.
  const type = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await new Promise((resolve) => setImmediate(resolve));
      input.write(key);
    }
  };
  return { input, output, screen: () => screen };
}
