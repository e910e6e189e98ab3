// Shells that run lines as a person would paste them, each in an empty folder of its own that has to stay empty.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { hasTool, reportMissing } from '../../../adapters/helpers/toolchain.js';

/** The locale of each: one takes bytes for UTF-8, the other takes them as they are. */
const LOCALES = { bash: 'C.UTF-8', dash: 'C' } as const;
export type Shell = keyof typeof LOCALES;
export const SHELLS = ['bash', 'dash'] as const satisfies readonly Shell[];

/** Runs the lines one after the other, in one process. Gives what they write, one character a byte. Rejects where one fails. */
export async function runLines(shell: Shell, lines: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-lines-'));
  const script = `${folder}.sh`;
  try {
    writeFileSync(script, lines.map((line) => `${line} || exit\n`).join(''));
    // No home, so no configuration of curl and others, and no proxy.
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: LOCALES[shell] };
    const child = spawn(shell, [script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('latin1');
    const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    const [out, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    if (code !== 0 || complaints !== '') throw new Error(`${shell} ended with ${code}: ${complaints.slice(0, 1000)}`);
    // Whatever was smuggled in would have left a file.
    expect(readdirSync(folder)).toEqual([]);
    return out;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(script, { force: true });
  }
}

/** `describe`, where there are all shells and a tool; else one test that says what is missing, and in CI fails. */
export function describeWithTool(tool: string, debianPackage: string, name: string, fn: () => void): void {
  const needed = { bash: 'bash', dash: 'dash', [tool]: debianPackage };
  const missing = Object.keys(needed).filter((one) => !hasTool(one));
  if (missing.length === 0) {
    describe(name, fn);
    return;
  }
  const packages = missing.map((one) => needed[one]).join(' ');
  const line = `NOT RUN: ${missing.join(', ')} missing (install: apt-get install ${packages})`;
  describe(name, () => test(line, () => reportMissing(line)));
}
