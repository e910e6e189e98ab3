// The entry `ce-conform/cesql`, as it is and as a program that depends on the built package gets it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as entry from '../../src/cesql/index.js';
import { packageRoot } from '../../src/engine/package-root.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ce-conform-cesql-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const NAMES = ['compile', 'defineFunctions', 'evaluate', 'parse', 'pointAt', 'print'];

describe('the entry', () => {
  it('has the functions of the library, and nothing of its inside', () => {
    expect(Object.keys(entry).toSorted()).toEqual(NAMES);
  });

  it('is all that a program needs', () => {
    const defined = entry.defineFunctions([
      { name: 'DOUBLE', parameters: ['integer'], result: 'integer', call: ([x]) => Number(x) * 2 },
    ]);
    if (defined.kind === 'refused') throw new Error(defined.reason);
    const parsed = entry.parse('DOUBLE(count) = 10 AND EXISTS id');
    if (parsed.kind === 'problem') throw new Error(entry.pointAt('', parsed.error));
    const passes = entry.compile(parsed.expression, { mode: 'fail-fast', functions: defined.functions });
    expect(passes({ specversion: '1.0', id: '1', source: '/', type: 't', count: 5 })).toEqual({
      value: true,
      errors: [],
    });
    expect(entry.print(parsed.expression)).toBe('DOUBLE(count) = 10 AND EXISTS id');
  });
});

describe('the built package', () => {
  /** A program in a folder of its own, which finds the package as it is published. */
  function runProgram(text: string): string {
    const root = packageRoot();
    if (!existsSync(join(root, 'dist'))) throw new Error('this test runs the built package: run `npm run build` first');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules', 'ce-conform'), 'dir');
    writeFileSync(join(folder, 'program.mjs'), text);
    return execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  }

  it('gives the same names', () => {
    const program = "console.log(Object.keys(await import('ce-conform/cesql')).sort().join());";
    expect(runProgram(program).trim()).toBe(NAMES.join());
  });

  it('evaluates', () => {
    const program = `
      import { evaluate, parse, pointAt } from 'ce-conform/cesql';
      const event = { specversion: '1.0', id: '1', source: '/', type: 'com.example.a', hop: '5' };
      console.log(JSON.stringify([evaluate("type LIKE 'com.%' AND hop < 10", event), evaluate('missing', event)]));
      console.log(pointAt('1 +', parse('1 +').error));
    `;
    expect(runProgram(program).trimEnd().split('\n')).toEqual([
      '[{"value":true,"errors":[]},{"value":false,"errors":[{"kind":"missingAttribute","message":"the event has no missing","position":0}]}]',
      '1 +',
      '   ^',
    ]);
  });
});
