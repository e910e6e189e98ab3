// A program that answers each line on its stdin with one on its stdout.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Starts it, with a first line that has no answer. `ask` gives the answer to a line, both as JSON. */
export function startAsking([command, ...rest], cwd, first) {
  const child = spawn(command, rest, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // Whoever ended is told of by the answer that is missing.
  child.stdin.on('error', () => {});
  const tell = (json) => child.stdin.write(`${JSON.stringify(json)}\n`);
  tell(first);
  return {
    async ask(json) {
      tell(json);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${[command, ...rest].join(' ')} ended without an answer`);
      return JSON.parse(value);
    },
    end: () => child.kill(),
  };
}
