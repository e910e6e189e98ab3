// `ce-conform replay --export-fixture`: a finding as a file of vectors, for a suite of fixed cases.
import { stringify } from 'yaml';
import { loadFixtures } from '../../../suites/fixtures.js';
import { loadRegistry } from '../../../suites/registry.js';
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import type { Io } from '../io.js';
import { writeOutput } from '../write-output.js';
import type { ReadFinding } from './finding-file.js';
import { vectorsOf } from './fixture/vectors-of.js';

/**
 * Writes the finding as a file of vectors (`ce-conform schema vectors`, or `expressions`). Throws a usage error for several, and for
 * what no vector can say.
 */
export function writeFixture(findings: readonly ReadFinding[], path: string, io: Io): ExitCode {
  const [finding] = findings;
  if (finding === undefined || findings.length > 1) {
    throw usageError(
      'fixture.several',
      `failed to export a vector: there are ${findings.length} findings`,
      'name the file of one',
    );
  }
  const fixture = vectorsOf(finding, {
    base: loadFixtures().base.event,
    requirements: loadRegistry().requirements,
  });
  if (fixture.kind === 'none') {
    throw usageError(
      'fixture.kind',
      `failed to export ${finding.path}: ${fixture.reason}`,
      'ce-conform replay tries it as it is',
    );
  }
  writeOutput(path, stringify(fixture.file, { lineWidth: 0, aliasDuplicateObjects: false }));
  io.err.write(`written: ${path}\n`);
  return EXIT.conformant;
}
