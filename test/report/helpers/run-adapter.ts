import type { Suite } from '../../../src/engine/suite.js';
import type { Answerer } from '../../../src/reference/adapter/serve-adapter.js';
import { buildReport } from '../../../src/report/build.js';
import type { Report } from '../../../src/report/types.js';
import { redactHeaders } from '../../../src/target/redact.js';
import { runAdapter } from '../../engine/helpers/adapter.js';

export interface AdapterRun {
  readonly only?: readonly string[];
  readonly supports?: readonly string[];
  readonly timeoutMs?: number;
}

/** The report of a real run over an adapter in memory, as it is read from a file. */
export async function adapterReport(
  suite: Suite,
  answer: Answerer,
  { only = [], ...more }: AdapterRun = {},
): Promise<Report> {
  const filter = { only, skip: [] };
  const result = await runAdapter(suite, answer, { ...more, filter });
  const report = buildReport(suite, result, {
    tool: { name: 'ce-conform', version: '0.0.0' },
    target: { name: 'tested', version: '1.2.3', language: 'typescript', kind: 'adapter' },
    run: { seed: 'test', startedAt: '2026-01-02T03:04:05.678Z', durationMs: 1, node: 'v20', platform: 'test' },
    profiles: [],
    filter,
    redact: redactHeaders,
  });
  return JSON.parse(JSON.stringify(report)) as Report;
}
