// Apache Kafka with as much of a Java as it needs, configured as the image apache/kafka is.
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOME } from '../brokers/home.mjs';
import { jarsOf, RELEASES } from '../brokers/jars.mjs';
import { buildGo, copyLibraries } from './copy-programs.mjs';
import { must } from './docker.mjs';

/** Programs that it is made with, and what installs them. */
export const needs = {
  jlink: 'apt-get install default-jdk-headless',
  mvn: 'apt-get install maven',
  go: 'Go 1.23 or later, from https://go.dev/dl/',
  ldd: 'apt-get install libc-bin',
};

const RELEASE = RELEASES[4];

/** What a broker with KRaft runs with. */
const MODULES = [
  'java.base',
  'java.desktop',
  'java.logging',
  'java.management',
  'java.naming',
  'java.security.jgss',
  'java.security.sasl',
  'java.sql',
  'java.xml',
  'jdk.management',
  'jdk.unsupported',
];

/** Fills a folder, and gives the rest of the Dockerfile. */
export function fill(folder) {
  const jre = join(folder, 'jre');
  const lean = ['--strip-java-debug-attributes', '--no-header-files', '--no-man-pages'];
  must('jlink', ['--add-modules', MODULES.join(','), '--output', jre, ...lean]);
  const own = readdirSync(jre, { recursive: true }).filter((name) => name.endsWith('.so') || name === 'bin/java');
  copyLibraries(
    own.map((name) => join(jre, name)),
    folder,
  );
  cpSync(jarsOf(RELEASE, HOME), join(folder, 'jars'), { recursive: true });
  buildGo(fileURLToPath(new URL('kafka-entry', import.meta.url)), join(folder, 'entry'));
  mkdirSync(join(folder, 'tmp'), { mode: 0o1777 });
  return ['EXPOSE 9092', 'ENTRYPOINT ["/entry"]'];
}
