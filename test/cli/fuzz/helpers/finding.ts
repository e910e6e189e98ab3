import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingName, type ReadFinding } from '../../../../src/cli/fuzz/finding-file.js';
import type { Trial } from '../../../../src/fuzz/trial.js';
import { toTrialJson } from '../../../../src/fuzz/trial-json.js';
import { PLAIN } from '../../../../src/generate/writing/types.js';
import { FINDING_SCHEMA, type FindingFile } from '../../../../src/report/fuzz/finding-file.js';
import type { FuzzFinding } from '../../../../src/report/fuzz/types.js';

/** A leap second, which a reference with the fault `core.type.time/leap-second` refuses. */
export const LEAP_SECOND: Trial = {
  kind: 'events',
  events: [
    {
      attributes: new Map([
        ['specversion', '1.0'],
        ['id', ''],
        ['source', '/'],
        ['type', 'a'],
        ['time', '2016-12-31T23:59:60Z'],
      ]),
    },
  ],
  writings: [{ form: { binding: 'http', mode: 'structured' }, spelling: PLAIN }],
};

/** A finding as the fuzzer would describe it. */
export const findingOf = (changes: Partial<FuzzFinding> = {}, trial: Trial = LEAP_SECOND): FuzzFinding => ({
  id: '0123456789',
  class: 'refused',
  title: 'A valid event is refused with 400: time is malformed',
  ways: ['http-structured'],
  message: 'a valid event was refused with 400',
  count: 1,
  again: { hits: 3, of: 3 },
  path: { seed: 'test', index: 7, aim: 'any event' },
  bytes: { met: 200, smallest: 100 },
  after: 12,
  trial: toTrialJson(trial),
  evidence: [],
  ...changes,
});

/** Its file. */
export const findingFile = (
  changes: Partial<FuzzFinding> = {},
  trial: Trial = LEAP_SECOND,
  target: FindingFile['target'] = { name: 'target.test', kind: 'http', url: 'http://target.test/' },
): FindingFile => ({
  schema: FINDING_SCHEMA,
  tool: { name: 'ce-conform', version: '0.0.0' },
  target,
  savedAt: '2020-01-01T00:00:00.000Z',
  finding: findingOf(changes, trial),
  lines: [],
});

/** The same, as it was read. */
export const readFindingOf = (trial: Trial, changes: Partial<FuzzFinding> = {}): ReadFinding => ({
  path: 'x.json',
  file: findingFile(changes, trial),
  trial,
});

/** Writes it to where findings are kept in `folder`. Gives the path. */
export function writeFindingFile(folder: string, file: FindingFile): string {
  const place = join(folder, '.ce-conform');
  mkdirSync(place, { recursive: true });
  const path = join(place, findingName(file.finding));
  writeFileSync(path, JSON.stringify(file));
  return path;
}
