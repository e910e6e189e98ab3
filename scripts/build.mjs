// Builds the package: compiles TypeScript and the vectors beside the old build, and takes its place when all went well.
import { spawnSync } from 'node:child_process';
import { chmodSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFixtures } from './fixtures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [dist, next] = [join(root, 'dist'), join(root, 'dist.next')];

rmSync(next, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', root, '--outDir', next], { stdio: 'inherit' });
if (status === 0) {
  compileFixtures(next);
  chmodSync(join(next, 'src', 'cli', 'bin.js'), 0o755);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}
process.exitCode = status ?? 1;
