// As bare as it gets: send, read to the end, forget. What is no business of a client library goes over the same sockets as
// the fuzzer's own does.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Pool } from 'undici';
import { createHttpTarget } from '../../dist/src/target/http-target.js';
import { CONCURRENCY } from './open-fuzzed.mjs';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value);
const first = await next();
const url = new URL(first.url);
const requests = JSON.parse(readFileSync(first.file, 'utf8')).map(({ body, ...rest }) => ({
  ...rest,
  flat: rest.headers.flat(),
  body: Buffer.from(body, 'base64'),
}));
const pool = new Pool(url.origin, { connections: CONCURRENCY });
const sockets = createHttpTarget({ url, connections: CONCURRENCY });

async function send(request) {
  if (request.via === 'raw') return sockets.exchange(request, { timeoutMs: 30_000 });
  const { method, flat, body } = request;
  const response = await pool.request({ method, path: url.pathname, headers: flat, body });
  return response.body.arrayBuffer();
}

for (;;) {
  const { runs } = await next();
  const started = performance.now();
  let at = 0;
  const work = async () => {
    while (at < runs) await send(requests[at++ % requests.length]);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  console.log(JSON.stringify({ requests: runs, ms: performance.now() - started }));
}
