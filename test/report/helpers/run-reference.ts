import { run } from '../../../src/engine/run.js';
import type { Suite } from '../../../src/engine/suite.js';
import type { Fault } from '../../../src/reference/fault.js';
import { serveReference } from '../../../src/reference/serve.js';
import { buildReport } from '../../../src/report/build.js';
import type { Report } from '../../../src/report/types.js';
import { createHttpTarget } from '../../../src/target/http-target.js';
import { redactHeaders } from '../../../src/target/redact.js';
import { startSink } from '../../../src/target/sink.js';
import { loadSuite } from '../../../suites/suite.js';

export interface ReferenceRun {
  readonly suite: Suite;
  readonly report: Report;
}

/** A real run against the reference on a free port. With `sink` it forwards events to a listener. */
export async function runReference(
  options: { readonly only?: readonly string[]; readonly faults?: readonly Fault[]; readonly sink?: true } = {},
): Promise<ReferenceRun> {
  const suite = loadSuite();
  const sink = options.sink === undefined ? undefined : await startSink();
  const served = await serveReference({
    faults: options.faults ?? [],
    ...(sink === undefined ? {} : { forward: sink.url }),
  });
  const filter = { only: options.only ?? [], skip: [] };
  const target = createHttpTarget({ url: served.url, authority: 'reference.test' });
  try {
    const result = await run({
      suite,
      target,
      tasks: ['decode'],
      observe: 'auto',
      filter,
      spec: '1.0.2',
      seed: 'test',
      concurrency: 8,
      timeoutMs: 5_000,
      signal: new AbortController().signal,
      ...(sink === undefined ? {} : { sink }),
    });
    const report = buildReport(suite, result, {
      tool: { name: 'ce-conform', version: '0.0.0' },
      target: { name: 'reference', kind: 'reference' },
      run: { seed: 'test', startedAt: '2026-01-02T03:04:05.678Z', durationMs: 1, node: 'v20', platform: 'test' },
      profiles: [],
      filter,
      redact: redactHeaders,
    });
    // As it is read from a file.
    return { suite, report: JSON.parse(JSON.stringify(report)) as Report };
  } finally {
    await target.close();
    await served.close();
    await sink?.close();
  }
}
