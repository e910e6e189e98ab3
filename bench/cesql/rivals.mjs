// The engines of other languages, built from the folders of their adapters. One whose toolchain is missing is named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { missingTools, runOrThrow } from '../../scripts/subjects/run.mjs';

/** How a program comes to be that answers as side-ours.mjs does, where it takes more than building the adapter. */
const PROGRAMS = {
  go: {
    name: 'Go',
    build: [['go', 'build', '-mod=readonly', '-buildvcs=false', '-o', 'bench/bench', './bench']],
    argv: ['adapters/go/bench/bench'],
  },
  java: { name: 'Java', argv: ['java', '-cp', 'adapters/java/target/adapter.jar', 'conform.Bench'] },
};

/** Those that can be run here, as `{ name, argv }`. */
export async function rivals(root) {
  const subjects = parse(readFileSync(join(root, 'adapters', 'subjects.yaml'), 'utf8'));
  const programs = [];
  for (const { id, folder, needs, build, install } of subjects) {
    if (!(id in PROGRAMS)) continue;
    const program = { build, ...PROGRAMS[id] };
    const missing = missingTools(needs);
    if (missing.length > 0) {
      console.log(`– CESQL against ${program.name} not run: ${missing.join(', ')} missing; install: ${install}`);
      continue;
    }
    for (const command of program.build) await runOrThrow(command, join(root, folder));
    programs.push(program);
  }
  return programs;
}
