// The harness: probe, send, gather evidence, judge, report. Modules and vectors are loaded before, as on the other side.

import { run } from '../dist/src/engine/run.js';
import { buildReport } from '../dist/src/report/build.js';
import { createHttpTarget } from '../dist/src/target/http-target.js';
import { redactHeaders } from '../dist/src/target/redact.js';
import { loadSuite } from '../dist/suites/suite.js';

const url = new URL(process.argv[2]);
const suite = loadSuite();

const started = performance.now();
const target = createHttpTarget({ url, connections: 8 });
const result = await run({
  suite,
  target,
  tasks: ['decode'],
  observe: 'auto',
  filter: { only: [], skip: [] },
  spec: '1.0.2',
  seed: 'bench',
  concurrency: 8,
  timeoutMs: 5000,
  signal: new AbortController().signal,
});
const report = buildReport(suite, result, {
  tool: { name: 'ce-conform', version: 'bench' },
  target: { name: 'bench', kind: 'http' },
  run: { seed: 'bench', startedAt: '', durationMs: 0, node: '', platform: '' },
  profiles: [],
  redact: redactHeaders,
});
await target.close();
const ms = performance.now() - started;
if (report.verdict !== 'conformant') throw new Error(`the reference is ${report.verdict}`);
console.log(JSON.stringify({ ms, requests: report.cases.length }));
