// A target whose process dies now and then and is started again: it is waited for, and no message is blamed.
import { expect, it } from 'vitest';
import { describeFound } from '../../src/fuzz/describe-found.js';
import { loadSuite } from '../../suites/suite.js';
import { fuzzUrl } from './helpers/fuzz-reference.js';
import { startCrashingTarget } from './helpers/start-crashing-target.js';

it('a target that crashes at random is waited for, and no rule is named', { timeout: 60_000 }, async () => {
  const target = await startCrashingTarget(0.01, 'fuzz');
  const { findings, stopped, totals } = await fuzzUrl(target.url, { runs: 400, carriers: ['http-structured'] });
  expect(stopped).toBeUndefined();
  expect(totals.messages).toBeGreaterThanOrEqual(400);
  expect(target.crashes).toBeGreaterThan(0);
  for (const found of findings) {
    expect(found.kind).toBe('flaky');
    expect(['crash', 'dropped']).toContain(found.symptom.class);
    const told = describeFound(found, { requirements: loadSuite().requirements, redact: (lines) => lines });
    expect(told).not.toHaveProperty('requirement');
  }
});
