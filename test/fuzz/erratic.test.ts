// Accidents that no event is to blame for: the run ends, and no rule is blamed.
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeFound } from '../../src/fuzz/describe-found.js';
import type { Fuzzed } from '../../src/fuzz/fuzz.js';
import { type Accident, serveErratic } from '../../src/reference/erratic.js';
import { loadSuite } from '../../suites/suite.js';
import { answerTruly, startHttp } from '../engine/helpers/http-server.js';
import { type FuzzUrlOptions, fuzzUrl } from './helpers/fuzz-reference.js';

const { requirements } = loadSuite();

/** Fuzzes the reference with accidents, of which the probes are none. */
async function withAccidents(
  how: Accident,
  options: FuzzUrlOptions = {},
): Promise<Fuzzed & { readonly accidents: number }> {
  const served = await serveErratic({ how, share: 0.02, seed: 'accidents 3' });
  onTestFinished(() => served.close());
  const fuzzed = await fuzzUrl(served.url, { runs: 200, carriers: ['http-structured'], ...options });
  return { ...fuzzed, accidents: served.accidents };
}

describe('a target that has accidents now and then', () => {
  it.each<readonly [Accident, readonly string[], FuzzUrlOptions]>([
    ['reset', ['dropped'], {}],
    ['close', ['dropped'], {}],
    ['error', ['server-error'], {}],
    ['leak', ['altered', 'leaked'], {}],
    ['hang', ['hang'], { timeoutMs: 800, runs: 120 }],
  ])(
    '%s: what is found comes by chance, is told once for each form, and names no requirement',
    async (how, classes, options) => {
      const { findings, accidents, stopped, totals } = await withAccidents(how, options);
      expect(accidents).toBeGreaterThan(0);
      expect(stopped).toBeUndefined();
      expect(totals.messages).toBeGreaterThanOrEqual(options.runs ?? 200);
      for (const found of findings) {
        expect(classes).toContain(found.symptom.class);
        expect(found.kind).toBe('flaky');
        expect(found.again.hits).toBeLessThan(found.again.of);
        expect(describeFound(found, { requirements, redact: (lines) => lines })).not.toHaveProperty('requirement');
      }
      // On a connection that was kept, a reset before an answer says nothing, and the message is sent again.
      if (how === 'error') expect(findings.length).toBeGreaterThan(0);
      expect(findings.length).toBeLessThanOrEqual(accidents);
    },
  );
});

describe('a target that answers nothing that makes sense any more', () => {
  it('is gone, which is no fault of the message', async () => {
    let isProbed = false;
    const server = await startHttp((request, response) => {
      if (isProbed) response.socket?.end('220 ftp ready\r\n');
      else answerTruly(request, response);
    });
    const started = performance.now();
    const { findings, stopped } = await fuzzUrl(server.url, {
      // Asked for when the run begins, and a hundred times as fast, so that nobody waits for half a minute.
      now: () => {
        isProbed = true;
        return started + (performance.now() - started) * 100;
      },
    });
    expect(stopped).toContain('did not come back');
    expect(findings).toMatchObject([
      { kind: 'flaky', symptom: { class: expect.stringMatching(/^(nonsense|crash)$/), names: [] } },
    ]);
  });
});
