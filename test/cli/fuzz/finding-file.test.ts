import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingPaths, readFinding, writeFinding } from '../../../src/cli/fuzz/finding-file.js';
import type { FindingFile } from '../../../src/report/fuzz/finding-file.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { findingFile, LEAP_SECOND, writeFindingFile } from './helpers/finding.js';

test('what is written is read as it was', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  const path = writeFinding(folder, findingFile());
  expect(path).toBe(join(folder, 'refused-0123456789.json'));
  expect(readFinding(path)).toEqual({ path, file: findingFile(), trial: LEAP_SECOND });
  expect(readdirSync(folder)).toEqual(['refused-0123456789.json']);
});

test('a finding with more bytes than can be read is kept without its evidence', () => {
  const folder = temporaryFolder();
  const sent = [{ method: 'POST', via: 'raw', headers: [], body: { text: '\0'.repeat(200_000) } }] as const;
  const evidence = [{ digest: 'ab'.repeat(32), sent, received: [] }];
  const path = writeFinding(folder, findingFile({ evidence }));
  expect(statSync(path).size).toBeLessThan(5_000);
  expect(readFinding(path).file.finding).toEqual({ ...findingFile().finding, evidence: [] });
});

describe('the files of a folder', () => {
  test('by name, and no others', () => {
    const folder = temporaryFolder();
    for (const name of [
      'refused-0123456789.json',
      'altered-0123456789.json',
      'notes.json',
      '.refused-0123456789.json.ab',
    ])
      writeFileSync(join(folder, name), '{}');
    mkdirSync(join(folder, 'brokers'));
    expect(findingPaths(folder)).toEqual(['altered', 'refused'].map((kind) => join(folder, `${kind}-0123456789.json`)));
  });

  test('none where there is no folder; a file is no folder', async () => {
    const folder = temporaryFolder();
    expect(findingPaths(join(folder, 'none'))).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    expect(await diagnosticOf(() => findingPaths(join(folder, 'file')))).toMatchObject({
      code: 'finding.folder',
      exit: 2,
    });
    expect(await diagnosticOf(() => writeFinding(join(folder, 'file'), findingFile()))).toMatchObject({
      code: 'finding.write',
      exit: 2,
    });
  });
});

describe('one usage error for a file that is no finding', () => {
  const refused = async (text: string) => {
    const path = join(temporaryFolder(), 'finding.json');
    writeFileSync(path, text);
    const diagnostic = await diagnosticOf(() => readFinding(path));
    expect(diagnostic.exit).toBe(2);
    expect(diagnostic.message).not.toMatch(/[\u0000-\u001f\u202e]/);
    return [diagnostic.code, diagnostic.message.replace(path, 'FILE')];
  };
  const whole = JSON.stringify(findingFile());

  test('that is cut off, or not there, or a folder, or too large', async () => {
    expect((await refused(whole.slice(0, 100)))[0]).toBe('finding.json');
    const folder = temporaryFolder();
    for (const path of [join(folder, 'none'), folder])
      expect(await diagnosticOf(() => readFinding(path))).toMatchObject({ code: 'finding.unreadable', exit: 2 });
    expect(await refused(`${whole}${' '.repeat(2_000_000)}`)).toEqual([
      'finding.unreadable',
      'failed to read FILE: it has more than 1048576 bytes',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['of another version', 'ce-conform/finding/2', 'it is no ce-conform/finding/1, but says "ce-conform/finding/2"'],
    ['of no version', undefined, 'it is no ce-conform/finding/1, but says nothing of a schema'],
    [
      'with a hostile one',
      '\u001b]0;owned\u0007\u202e',
      'it is no ce-conform/finding/1, but says "\\u001b]0;owned\\u0007\\u{202e}"',
    ],
  ])('%s', async (_, schema, why) => {
    expect(await refused(JSON.stringify({ ...findingFile(), schema }))).toEqual([
      'finding.schema',
      `failed to read FILE: ${why}`,
    ]);
  });

  const edited = (change: (file: FindingFile) => object): string =>
    JSON.stringify({ ...findingFile(), ...change(findingFile()) });
  const trial = (change: object) =>
    edited(({ finding }) => ({ finding: { ...finding, trial: { ...finding.trial, ...change } } }));

  test.each<[string, string, string, string]>([
    [
      'a member too many',
      edited(() => ({ more: 1 })),
      'finding.invalid',
      '/ must NOT have additional properties (more)',
    ],
    [
      'an id that leads out of the folder',
      edited(({ finding }) => ({ finding: { ...finding, id: '../../etc' } })),
      'finding.invalid',
      '/finding/id must match pattern "^[0-9a-f]{10}$" (^[0-9a-f]{10}$)',
    ],
    [
      'a trial of no known kind',
      trial({ kind: '\u001b[2J' }),
      'finding.invalid',
      '/finding/trial is none of what may stand there',
    ],
    [
      'two events where one has room',
      trial({ events: [{ attributes: {} }, { attributes: {} }] }),
      'finding.trial',
      'structured mode holds one event, and its trial has 2',
    ],
    [
      'a rule that there is none of',
      trial({
        kind: 'violation',
        requirement: 'core.no.such',
        form: 'http-binary',
        event: { attributes: {} },
        damage: { kind: 'bare' },
        events: undefined,
        writings: undefined,
      }),
      'finding.trial',
      'nothing breaks a rule core.no.such',
    ],
    [
      'an expression that is none',
      trial({
        kind: 'expression',
        expression: '1 +',
        spelling: 0,
        event: { attributes: {} },
        events: undefined,
        writings: undefined,
      }),
      'finding.trial',
      'its expression is none',
    ],
  ])('%s', async (_, text, code, why) => {
    expect(await refused(text)).toEqual([code, `failed to read FILE: ${why}`]);
  });
});

test('a helper of these tests writes where the fuzzer does', () => {
  const folder = temporaryFolder();
  const path = writeFindingFile(folder, findingFile());
  expect(findingPaths(join(folder, '.ce-conform'))).toEqual([path]);
});
