// Tests over a real broker. Where there is none, they say so by name: in CI that fails.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'vitest';
import { packageRoot } from '../../../../src/engine/package-root.js';
import { hasTool, reportMissing } from '../../../adapters/helpers/toolchain.js';

/** Where `npm run brokers` keeps the jars of the releases that it has started. */
const HOME = join(packageRoot(), '.ce-conform', 'brokers');

const JARS = existsSync(HOME)
  ? readdirSync(HOME)
      .filter((name) => /^kafka-[\d.]+$/.test(name))
      .map((name) => join(HOME, name))
  : [];

const HOW = 'install Java 17 and Maven, and run: npm run brokers -- up --kafka both';

/** `describe` for each release of Kafka that is there, given the folder of its jars. */
export function describeWithKafka(name: string, fn: (jars: string) => void): void {
  if (JARS.length > 0 && hasTool('java')) {
    for (const jars of JARS) describe(`${name}, with ${basename(jars)}`, () => fn(jars));
  } else describe(name, () => test(`NOT RUN: there is no Kafka (${HOW})`, () => reportMissing(`NOT RUN: ${HOW}`)));
}
