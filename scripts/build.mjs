// Builds the package: compiles TypeScript, compiles the vectors, marks the command as executable.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { compileFixtures } from './fixtures.mjs';

const root = new URL('..', import.meta.url).pathname;
rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', root], { stdio: 'inherit' });
compileFixtures();
chmodSync(`${root}dist/src/cli/bin.js`, 0o755);
