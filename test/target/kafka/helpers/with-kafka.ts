// Tests over a real broker. Where there is none, they say so by name: in CI that fails.
import { describe, test } from 'vitest';
import { hasTool, reportMissing } from '../../../adapters/helpers/toolchain.js';

/** A folder with the jars of org.apache.kafka:kafka_2.13, or several, joined by colons. */
const JARS = (process.env['CE_CONFORM_KAFKA_JARS'] ?? '').split(':').filter((folder) => folder !== '');

const HOW =
  'set CE_CONFORM_KAFKA_JARS to a folder with org.apache.kafka:kafka_2.13 and what it needs, and install Java 17';

/** `describe` for each release of Kafka that is there, given the folder of its jars. */
export function describeWithKafka(name: string, fn: (jars: string) => void): void {
  if (JARS.length > 0 && hasTool('java')) describe.each(JARS)(`${name}, with %s`, fn);
  else describe(name, () => test(`NOT RUN: there is no Kafka (${HOW})`, () => reportMissing(`NOT RUN: ${HOW}`)));
}
