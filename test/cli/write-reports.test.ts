import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { JSON_ALONE, parseReports, writeReports } from '../../src/cli/write-reports.js';
import { FORMATS } from '../../src/report/render/renderers.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const at = (name: string): string => join(folder, name);

test('reads what is written where, and makes the folders', () => {
  expect(parseReports([`json=${at('a.json')}`, `junit=${at('new/b=c.xml')}`], FORMATS)).toEqual([
    { format: 'json', path: at('a.json') },
    { format: 'junit', path: at('new/b=c.xml') },
  ]);
});

test('what is no report of a run has no other form than JSON', async () => {
  expect(await diagnosticOf(() => parseReports([`junit=${at('a.xml')}`], JSON_ALONE))).toMatchObject({
    code: 'report.format',
    exit: 2,
    hint: 'the formats are: json',
  });
});

test('a place that cannot be written, and a renderer that fails, keep no other report from being written', async () => {
  const files = parseReports([`tap=${at('gone')}`, `sarif=${at('b')}`, `junit=${at('c')}`], FORMATS);
  mkdirSync(at('gone'));
  const fault = new Error('of ours');
  const written = writeReports(files, (format) => {
    if (format === 'sarif') throw fault;
    return `as ${format}`;
  });
  await expect(written).rejects.toMatchObject({ diagnostic: { code: 'report.write', exit: 2 } });
  expect(readFileSync(at('c'), 'utf8')).toBe('as junit');
  const failed = writeReports(files.slice(1), () => Promise.reject(fault));
  await expect(failed).rejects.toMatchObject({ diagnostic: { code: 'report.render', exit: 4 }, cause: fault });
});
