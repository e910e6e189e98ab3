// An adapter check stops at the first thing that does not hold. Behind what an SDK is known to do, the check goes on where the
// adapter does not claim that word.

// Runs the program of its command line, and leaves the word out of what it says.
const PROGRAM = `
  const [word, command, ...args] = process.argv.slice(1);
  const child = require('node:child_process').spawn(command, args, { stdio: ['inherit', 'pipe', 'inherit'] });
  const lines = require('node:readline').createInterface({ input: child.stdout });
  lines.on('line', (line) => console.log(line.replace(JSON.stringify(word) + ',', '')));
  child.on('close', (code) => { process.exitCode = code ?? 1; });
`;

/** The command line of the same adapter without this word, which is not its last, in its hello. */
export const withoutClaim = (argv: readonly string[], word: string): readonly string[] => [
  process.execPath,
  '--eval',
  PROGRAM,
  word,
  ...argv,
];
