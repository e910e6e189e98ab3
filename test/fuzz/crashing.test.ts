// A target whose process dies now and then and is started again: it is waited for, and no message is blamed.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { describeFound } from '../../src/fuzz/describe-found.js';
import { answer, receive } from '../../src/reference/receiver.js';
import { headerLines } from '../../src/target/incoming-message.js';
import { loadSuite } from '../../suites/suite.js';
import { fuzzUrl } from './helpers/fuzz-reference.js';
import { startCrashingTarget } from './helpers/start-crashing-target.js';

it('a target that crashes at random is waited for, and no rule is named', { timeout: 60_000 }, async () => {
  const target = await startCrashingTarget(0.02, 'fuzz');
  const { findings, stopped, totals } = await fuzzUrl(target.url, { runs: 120, carriers: ['http-structured'] });
  expect(stopped).toBeUndefined();
  expect(totals.messages).toBeGreaterThanOrEqual(120);
  expect(target.crashes).toBeGreaterThan(0);
  for (const found of findings) {
    expect(found.kind).toBe('flaky');
    expect(['crash', 'dropped']).toContain(found.symptom.class);
    const told = describeFound(found, { requirements: loadSuite().requirements, redact: (lines) => lines });
    expect(told).not.toHaveProperty('requirement');
  }
});

it('a target that dies of one message, and comes back, is found out and not taken for one that dies by chance', async () => {
  const server = await dyingOf('"subject"');
  onTestFinished(() => server.close());
  const { findings } = await fuzzUrl(server.url, { runs: 120, carriers: ['http-structured'] });
  // Others were on their way when it died, and are not to blame.
  const reliable = findings.filter(({ kind }) => kind === 'reliable');
  expect(reliable.length).toBeGreaterThan(0);
  for (const { symptom, trial } of reliable) {
    expect(['crash', 'dropped']).toContain(symptom.class);
    if (trial.kind !== 'events') continue;
    const [event] = trial.events;
    expect([...(event?.attributes.keys() ?? [])]).toContain('subject');
    expect(event?.attributes.size).toBe(5);
  }
});

/** Closes all connections and its port for a moment at a body that holds this text; else it answers as the reference does. */
async function dyingOf(text: string): Promise<{ readonly url: URL; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (body.includes(text)) {
        server.close(() => server.listen(port, '127.0.0.1'));
        server.closeAllConnections();
        return;
      }
      const { status, headers, body: told } = answer(receive({ headers: headerLines(request), body }));
      response.writeHead(status, headers.flat()).end(told);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
