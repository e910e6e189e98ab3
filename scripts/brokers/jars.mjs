// The published jars of Apache Kafka, brought by Maven into a folder of the project, once for each release.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Release by the name that it is asked for by. Both are tested: 4 dropped old versions of the protocol. */
export const RELEASES = { 3.9: '3.9.1', 4: '4.2.0' };

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

const folderOf = (release, home) => join(home, `kafka-${release}`);

export const hasJars = (release, home) => existsSync(folderOf(release, home));

/** The folder with the jars of a release. `home` is where the project keeps such things. Throws what Maven said. */
export function jarsOf(release, home) {
  const folder = folderOf(release, home);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${partial}`, `-Dkafka=${release}`];
  const maven = ['--quiet', '--batch-mode', '--file', pom, ...goal];
  try {
    execFileSync('mvn', maven, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`Maven does not bring Kafka ${release}:\n${error.stdout ?? error.message}`.slice(0, 2000));
  }
  // Whoever is interrupted finds no half of a folder the next time.
  renameSync(partial, folder);
  return folder;
}
