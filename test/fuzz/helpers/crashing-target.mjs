// `node crashing-target.mjs SHARE SEED`: the built reference, whose process dies of a share of the requests, and a parent that
// starts it again on the same port. In between nobody listens. Prints the address once, then a line for each crash; ends
// with its stdin.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const CRASHED = 70;
const [share = '0.01', seed = '1', port] = process.argv.slice(2);

if (port === undefined) supervise();
else await serve();

/** Starts one process after the other; the first takes a free port, the others that one. */
function supervise() {
  let taken = '0';
  let child;
  const start = (generation) => {
    // Another seed for each, or they would all die of the same request.
    child = fork(SELF, [share, `${seed}-${generation}`, taken]);
    child.once('message', (url) => {
      taken = new URL(url).port;
      if (generation === 0) console.log(`listening at ${url}`);
    });
    child.once('exit', (code) => {
      if (code !== CRASHED) process.exit(1);
      console.log('crashed');
      start(generation + 1);
    });
  };
  start(0);
  process.stdin.on('end', () => process.exit(0)).resume();
}

async function serve() {
  const { chance } = await import('../../../dist/src/reference/chance.js');
  const { serveReference } = await import('../../../dist/src/reference/serve.js');
  process.on('disconnect', () => process.exit(0));
  const isDue = chance(Number(share), seed);
  const mishap = () => isDue() && process.exit(CRASHED);
  const { url } = await serveReference({ port: Number(port), mishap });
  process.send(url.href);
}
