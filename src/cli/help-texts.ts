// What help says beside the flags.
import type { Command } from 'commander';

// The flags of the default command are what most people look for in the first help they print.
export function runOptions(program: Command): string {
  const options = program.commands.find((command) => command.name() === 'run')?.options ?? [];
  const lines = options.map(({ flags, description }) => `  ${flags.padEnd(29)} ${description}`);
  return `\nOptions of run, the default command:\n${lines.join('\n')}\n`;
}

export const BADGE_HELP: string = `
Exit codes:
  0 made, whatever its colour; with --verify: the badge is that of the report
  1 with --verify: it is not, or the report does not follow from its evidence
  2 the report cannot be used: edited, expired, of another suite, not following from its evidence
`;

export const EXAMPLES: string = `
Examples:
  ce-conform --target http://localhost:8080          judge a receiver, as far as it can be seen
  ce-conform --target http://localhost:8080 --sink-port 9000
                                                     the target forwards events to this listener
  ce-conform --adapter -- node adapter.js            judge an SDK behind an adapter program
  ce-conform --target URL --sink-port 9000 --apply -- ./set-filter.sh {expression}
                                                     judge what its CESQL filter lets pass
  ce-conform --listen :0 --count 3 -- node producer.mjs
                                                     judge what a program sends
  ce-conform --target reference:                     judge the built-in reference
  ce-conform --target reference:?fault=http.dec.once/twice
                                                     see a failure
  ce-conform --target URL --only 'http.dec.*'        only some cases; quote the glob
  ce-conform fuzz --target URL --runs 100000         find what nobody wrote a case for
  ce-conform explain http.dec.once                   what is asked, and why

Exit codes:
  0 conformant   1 nonconformant   2 usage or configuration   3 unreachable or inconclusive
  4 fault of the harness   5 stale or expired entry of the baseline
`;
