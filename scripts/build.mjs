// Builds the package: compiles TypeScript and the vectors beside the old build, takes its place when all went well, and
// encodes the requests of every case.
import { spawnSync } from 'node:child_process';
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  await writeRequests();
}
process.exitCode = status ?? 1;

// By the code that was just built, which finds no file of requests yet and so encodes them itself.
async function writeRequests() {
  const { loadFixtures } = await import('../dist/suites/fixtures.js');
  const { loadSuite } = await import('../dist/suites/suite.js');
  const { encodeRequests, SENTINEL } = await import('../dist/suites/encoded-requests.js');
  const cases = loadSuite().cases.map(({ id, stimulus }) => ({ id, requests: stimulus(SENTINEL) }));
  writeFileSync(join(dist, 'requests.json'), JSON.stringify(encodeRequests(loadFixtures().digest, cases)));
}
