// Fuzzes the reference with one fault until there is a finding.
import { openDriven } from '../../dist/src/cli/fuzz/open-driven.js';
import { aimsOf } from '../../dist/src/fuzz/aims.js';
import { describeFound } from '../../dist/src/fuzz/describe-found.js';
import { fuzz } from '../../dist/src/fuzz/fuzz.js';
import { obligationsOf } from '../../dist/src/fuzz/obligations.js';

/** The first finding as a report has it; undefined where so many messages show none. */
export async function findFault({ name, role }, { seed, runs }) {
  const enough = new AbortController();
  const claims = role === 'validator' ? { claims: ['http-binary', 'http-structured', 'http-batch', 'validation'] } : {};
  const driven = await openDriven(
    { target: `reference:?fault=${encodeURIComponent(name)}`, ...claims },
    { seed, timeoutMs: 5000, signal: enough.signal, env: {} },
    {},
  );
  let first;
  try {
    const { drive, suite, abilities } = driven;
    await fuzz({
      drive,
      obligations: obligationsOf(suite, driven.claims, drive.observation),
      aims: aimsOf(abilities),
      seed,
      concurrency: 16,
      runs,
      onFinding: (found) => {
        first ??= found;
        enough.abort();
      },
    });
    return first && describeFound(first, { redact: (lines) => lines, requirements: suite.requirements });
  } finally {
    await driven.close();
  }
}
