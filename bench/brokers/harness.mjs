// The harness: probe, publish, find what came of each message, judge.
import { openBroker } from '../../dist/src/cli/open-broker.js';
import { run } from '../../dist/src/engine/run.js';
import { loadSuite } from '../../dist/suites/suite.js';

const timeoutMs = 10_000;
const opened = await openBroker(process.argv[2], { timeoutMs, isRelay: false });
const suite = loadSuite();

const started = performance.now();
const { results } = await run({
  suite,
  target: opened.target,
  sink: opened.sink,
  tasks: opened.tasks,
  bindings: opened.bindings,
  observe: 'sink',
  filter: { only: [], skip: [] },
  spec: '1.0.2',
  seed: 'bench',
  concurrency: 8,
  timeoutMs,
  signal: new AbortController().signal,
});
const ms = performance.now() - started;
await opened.close();
const wrong = results.find(({ judgement }) => ['fail', 'timeout', 'harness-error'].includes(judgement.status));
if (wrong !== undefined) throw new Error(`${wrong.item.id} is ${wrong.judgement.status}: ${wrong.judgement.message}`);
console.log(JSON.stringify({ ms, messages: results.filter(({ evidence }) => evidence !== undefined).length }));
