// A whole receiver profile, from the probe to the judged report (not yet written to a file), against a bare undici loop
// that sends the same requests at the same concurrency to the same server, in turns.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';
import { tokenOf } from '../dist/src/engine/random.js';
import { run } from '../dist/src/engine/run.js';
import { buildReport } from '../dist/src/report/build.js';
import { createHttpTarget } from '../dist/src/target/http-target.js';
import { redactHeaders } from '../dist/src/target/redact.js';
import { loadSuite } from '../dist/suites/suite.js';
import { median, spread } from './statistics.mjs';

const [ROUNDS, WARM_UP, CONCURRENCY, BAR] = [15, 5, 8, 1.5];

export async function receiver() {
  const child = fork(new URL('./serve.mjs', import.meta.url).pathname, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ url }] = await once(child, 'message');
  try {
    return [await compare(new URL(url))];
  } finally {
    child.kill();
  }
}

async function compare(url) {
  const suite = loadSuite();
  const requests = suite.cases.flatMap((item) => item.stimulus(tokenOf('bench', item.id)));
  const times = { harness: [], bare: [] };
  let sent = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const bare = await timed(async () => {
      sent = await bareLoop(url, requests);
    });
    const harness = await timed(() => judge(suite, url));
    if (round >= 0) {
      times.bare.push(bare);
      times.harness.push(harness);
    }
  }
  return {
    name: 'receiver profile against undici',
    ratio: median(times.harness.map((time, round) => time / times.bare[round])),
    bar: BAR,
    detail: `${suite.cases.length} cases: ${spread(times.harness)} against ${sent} requests: ${spread(times.bare)}`,
  };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function judge(suite, url) {
  const target = createHttpTarget({ url, connections: CONCURRENCY });
  try {
    const signal = new AbortController().signal;
    const result = await run({
      suite,
      target,
      observe: 'auto',
      filter: { only: [], skip: [] },
      spec: '1.0.2',
      seed: 'bench',
      concurrency: CONCURRENCY,
      timeoutMs: 5000,
      signal,
    });
    const report = buildReport(suite, result, {
      tool: { name: 'ce-conform', version: 'bench' },
      target: { name: 'bench', kind: 'http' },
      run: { seed: 'bench', startedAt: '', durationMs: 0, node: '', platform: '' },
      profiles: [],
      filter: { only: [], skip: [] },
      redact: redactHeaders,
    });
    if (report.verdict !== 'conformant') throw new Error(`the reference is ${report.verdict}`);
    return report;
  } finally {
    await target.close();
  }
}

// As bare as it gets: send, read to the end, forget. What undici refuses to send is left out, to its advantage.
async function bareLoop(url, requests) {
  const pool = new Pool(url.origin, { connections: CONCURRENCY });
  let [next, sent] = [0, 0];
  const worker = async () => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      try {
        const response = await pool.request({
          method: request.method,
          path: url.pathname,
          headers: request.headers.flat(),
          body: request.body,
        });
        await response.body.arrayBuffer();
        sent++;
      } catch (error) {
        if (error.code !== 'UND_ERR_INVALID_ARG') throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  await pool.close();
  return sent;
}
