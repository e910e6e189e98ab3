// Tests over a real broker. Where there is none, they say so by name: in CI that fails.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'vitest';
import { packageRoot } from '../../../../src/engine/package-root.js';
import { hasTool, reportMissing } from '../../../adapters/helpers/toolchain.js';
import { startBroker, type TestBroker } from './broker.js';

/** A broker that may be somebody else's. */
export type SomeBroker = Pick<TestBroker, 'address' | 'end'>;

/** Where `npm run brokers` keeps the jars of the releases that it has started. */
const HOME = join(packageRoot(), '.ce-conform', 'brokers');

/** The folders of the releases that are there. */
export const JARS: readonly string[] =
  existsSync(HOME) && hasTool('java')
    ? readdirSync(HOME)
        .filter((name) => /^kafka-[\d.]+$/.test(name))
        .map((name) => join(HOME, name))
    : [];

/** A broker that is there already, for tests that need none of their own. */
const ADDRESS = process.env['CE_CONFORM_KAFKA'] ?? '';

export const HOW_TO_GET_KAFKA = 'install Java 17 and Maven, and run: npm run brokers -- up --kafka both';

/** `describe` for each release of Kafka that is there, given the folder of its jars: for brokers of a test's own. */
export function describeWithJars(name: string, fn: (jars: string) => void, releases: readonly string[] = JARS): void {
  for (const jars of releases) describe(`${name}, with ${basename(jars)}`, () => fn(jars));
  if (releases.length > 0) return;
  describe(name, () => {
    test(`NOT RUN: there is no Kafka (${HOW_TO_GET_KAFKA})`, () => reportMissing(`NOT RUN: ${HOW_TO_GET_KAFKA}`));
  });
}

/** The same for the newest release alone: for what the driver is tested for with each. */
export const describeWithNewestJars = (name: string, fn: (jars: string) => void): void =>
  describeWithJars(name, fn, JARS.slice(-1));

/** `describe` for each broker that can be had, given what starts it; without any, for the one that is there. */
export function describeWithKafka(name: string, fn: (start: () => Promise<SomeBroker>) => void): void {
  if (JARS.length > 0 || ADDRESS === '') {
    describeWithJars(name, (jars) => fn(() => startBroker(jars)));
    return;
  }
  const there = { address: ADDRESS, end: () => Promise.resolve() };
  describe(`${name}, at ${ADDRESS}`, () => fn(() => Promise.resolve(there)));
}
