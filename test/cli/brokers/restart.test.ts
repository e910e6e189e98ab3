// A broker that goes in the middle of a run, and comes back, or does not.
import { describe, expect, test } from 'vitest';
import { conform } from '../../../src/cli/conform.js';
import { openBroker } from '../../../src/cli/open-broker.js';
import { serveConsumer } from '../../../src/reference/serve-consumer.js';
import type { Report } from '../../../src/report/types.js';
import { startBroker } from '../../target/kafka/helpers/broker.js';
import { describeWithNewestJars } from '../../target/kafka/helpers/with-kafka.js';
import { describeWithMosquitto, startMosquitto } from '../../target/mqtt/helpers/mosquitto.js';

interface Going {
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/** Runs over a broker that is killed when a third of the cases are done. */
async function interrupted(
  { target, consume }: { readonly target: string; readonly consume: string },
  broker: Going,
  { comesBack }: { readonly comesBack: boolean },
): Promise<Report> {
  const timeoutMs = comesBack ? 20_000 : 3_000;
  const served = await serveConsumer((onMessage) => openBroker(consume, { timeoutMs, isRelay: false, onMessage }), {
    timeoutMs,
  });
  let going: Promise<void> | undefined;
  try {
    return await conform(
      { target, only: ['core.type.*', 'core.attr.*'], seed: 'restart', timeout: timeoutMs, maxTime: 150 },
      {
        onProgress(done, total) {
          if (done < total / 3) return;
          going ??= broker.kill().then(() => (comesBack ? broker.restart() : undefined));
        },
      },
    );
  } finally {
    await going;
    await served.close();
  }
}

/** Nothing is lost from the report, and nobody is accused. */
function expectWhole(report: Report): void {
  expect(report.summary).toMatchObject({ fail: 0, timeout: 0, harnessError: 0 });
  expect(report.cases.length).toBeGreaterThan(100);
  const { pass, observed, inconclusive, notRun, notApplicable, blocked, warn } = report.summary;
  expect(pass + observed + inconclusive + notRun + notApplicable + blocked + warn).toBe(report.cases.length);
  expect(report.summary.pass).toBeGreaterThan(10);
}

const urls = (scheme: string, address: string) => ({
  target: `${scheme}://${address}/conform-in?reply=conform-out`,
  consume: `${scheme}://${address}/conform-out?reply=conform-in`,
});

function expectGoneOn(report: Report): void {
  expectWhole(report);
  expect(report.run.stopped).toBeUndefined();
  expect(report.summary.notRun).toBe(0);
  expect(report.verdict).toBe('conformant');
}

describeWithMosquitto('Mosquitto is killed in the middle of a run', () => {
  test('which goes on when the broker is back', async () => {
    const broker = await startMosquitto();
    expectGoneOn(await interrupted(urls('mqtt', `127.0.0.1:${broker.port}`), broker, { comesBack: true }));
  });

  test('which ends, and says why, when the broker stays away', async () => {
    const broker = await startMosquitto();
    const report = await interrupted(urls('mqtt', `127.0.0.1:${broker.port}`), broker, { comesBack: false });
    expectWhole(report);
    expect(report.run.stopped).toMatch(/^the target stopped answering/);
    expect(report.summary.notRun).toBeGreaterThan(0);
    expect(report.verdict).toBe('inconclusive');
  });
});

// How the driver lives through it is tested with each release, in test/target/kafka/restart.test.ts.
describe('Kafka', () => {
  describeWithNewestJars('is killed in the middle of a run', (jars) => {
    test('which goes on when the broker is back', async () => {
      // A node that was killed is known to be gone after this time.
      const broker = await startBroker(jars, { properties: { 'broker.session.timeout.ms': '2000' } });
      try {
        expectGoneOn(await interrupted(urls('kafka', broker.address), broker, { comesBack: true }));
      } finally {
        await broker.end();
      }
    });
  });
});
