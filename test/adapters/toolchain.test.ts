// A toolchain that is missing is told by name, and never makes a green run in CI.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { describeWith, hasTool, missing, reportMissing, subject, subjects } from './helpers/toolchain.js';

const folder = mkdtempSync(join(tmpdir(), 'ce-conform-toolchain-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a command is there where an executable of its name is on the path', () => {
  writeFileSync(join(folder, 'tool'), '#!/bin/sh\n');
  chmodSync(join(folder, 'tool'), 0o644);
  expect(hasTool('tool', { PATH: folder })).toBe(false);
  chmodSync(join(folder, 'tool'), 0o755);
  expect(hasTool('tool', { PATH: `/nowhere:${folder}` })).toBe(true);
  mkdirSync(join(folder, 'a-folder'));
  expect(hasTool('a-folder', { PATH: folder })).toBe(false);
  expect([hasTool('tool', { PATH: '' }), hasTool('tool', {})]).toEqual([false, false]);
});

test('what is missing is named, with the way to get it', () => {
  expect(missing('go')).toBe('NOT RUN: go is missing (install: Go 1.23 or later, from https://go.dev/dl/)');
  expect(() => missing('abacus')).toThrow('no subject of adapters/subjects.yaml needs abacus');
});

test('a missing tool fails in CI, and is printed elsewhere', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(() => reportMissing('NOT RUN: go', { CI: 'true' })).toThrow('NOT RUN: go');
  expect(warn).not.toHaveBeenCalled();
  reportMissing('NOT RUN: go', {});
  expect(warn.mock.calls).toEqual([['NOT RUN: go']]);
  warn.mockRestore();
});

let ran = false;
describeWith('node', 'with its tool there', () => {
  test('the tests run', () => {
    ran = true;
  });
});
test('describeWith is describe where the tool is there', () => {
  expect(ran).toBe(true);
});

describe('the subjects', () => {
  test.each(subjects())('$id has all that is needed to build and run it', ({ previous: _, ...one }) => {
    expect(one).toEqual({
      id: expect.stringMatching(/^[a-z]+$/),
      sdk: expect.stringMatching(/^\S+ \S+$/),
      folder: `adapters/${one.id}`,
      needs: expect.arrayContaining([expect.any(String)]),
      build: expect.arrayContaining([expect.arrayContaining([expect.any(String)])]),
      run: expect.arrayContaining([expect.stringContaining(`adapters/${one.id}/`)]),
      install: expect.stringMatching(/./),
    });
  });

  test('have a published report, and a page, for each version of before', () => {
    const before = subjects().flatMap(({ id, previous = [] }) => previous.map(({ version }) => ({ id, version })));
    expect(before.length).toBeGreaterThan(0);
    for (const { id, version } of before) {
      const files = readdirSync(join(packageRoot(), 'reports', id));
      expect(files).toContain(`${version}.json`);
      expect(files.filter((name) => name.startsWith(`${version}-to-`) && name.endsWith('.md')).length).toBe(1);
    }
  });

  test('are found by their id', () => {
    expect(subject('go').sdk).toBe('Go github.com/cloudevents/sdk-go/v2');
    expect(() => subject('cobol')).toThrow('no subject cobol');
  });
});
