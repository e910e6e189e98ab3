import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { appendJobSummary } from '../../src/cli/append-job-summary.js';
import { run } from '../../src/cli/commands/run.js';
import { MAX_SUMMARY_BYTES } from '../../src/report/job-summary/render-job-summary.js';
import { memoryIo } from './helpers/memory-io.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let file: string;
let notes: string[];
beforeEach(() => {
  file = join(temporaryFolder(), 'summary.md');
  notes = [];
});
const append = (render: (maxBytes: number) => string): void =>
  appendJobSummary(file, render, (note) => notes.push(note));

test('appends, with a blank line between, and no more than the rest of what GitHub takes', () => {
  const rooms: number[] = [];
  for (const page of ['# one\n', '# two\n'])
    append((maxBytes) => {
      rooms.push(maxBytes);
      return page;
    });
  expect(readFileSync(file, 'utf8')).toBe('# one\n\n# two\n');
  expect(rooms).toEqual([MAX_SUMMARY_BYTES - 1, MAX_SUMMARY_BYTES - 7]);
  expect(notes).toEqual([]);
});

test('a full summary stays as it is, and a place that cannot be written fails nothing', () => {
  const full = 'x'.repeat(MAX_SUMMARY_BYTES - 100);
  writeFileSync(file, full);
  append(() => '# more\n');
  expect(readFileSync(file, 'utf8')).toBe(full);
  file = join(file, 'below a file');
  append(() => '# more\n');
  expect(notes).toEqual([
    expect.stringContaining('has no room for this run'),
    expect.stringContaining('could not be written: '),
  ]);
});

const FLAGS = { target: 'reference:', only: ['http.dec.once'], quiet: true, seed: 's' };

test('a run appends its page by itself where its streams name a file, and says nothing of it', async () => {
  const io = memoryIo();
  expect(await run([], FLAGS, { ...io, jobSummary: file })).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^## ✔ CloudEvents: conformant\n\n`reference` is \*\*conformant\*\*: /);
  expect(io.stderr()).not.toContain('summary');
});

test('a run that was interrupted writes its reports and its page all the same', async () => {
  const io = memoryIo();
  io.interrupt();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'o'));
  const report = ['tap', 'junit'].map((format) => `${format}=${join(folder, 'o', format)}`);
  expect(await run([], { ...FLAGS, report }, { ...io, jobSummary: file })).toBe(3);
  expect(readFileSync(file, 'utf8')).toContain('**Stopped early: the run was interrupted. 8 cases were not run.**');
  expect(readFileSync(join(folder, 'o', 'tap'), 'utf8')).toMatch(
    /\nBail out! inconclusive: [^\n]*Stopped early: [^\n]*\n$/,
  );
  expect(readFileSync(join(folder, 'o', 'junit'), 'utf8')).toContain(
    '<error type="inconclusive" message="inconclusive: ',
  );
});
