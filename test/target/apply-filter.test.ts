// Real commands: what they find, how they end, and what that says about the filter.
import { describe, expect, test } from 'vitest';
import { applyFilter, PLACEHOLDER } from '../../src/target/apply-filter.js';
import type { Reply } from '../../src/target/types.js';
import { gone } from './adapter/helpers/processes.js';
import { nodeProgram } from './adapter/helpers/programs.js';

/** Runs the source of a Node program as the command. */
const applied = async (
  source: string,
  expression: string,
  {
    args = [],
    timeoutMs = 20_000,
    signal,
  }: { args?: readonly string[]; timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<Reply> =>
  (await applyFilter([...nodeProgram(source), ...args])(expression, { timeoutMs, ...(signal && { signal }) })).reply;

/** Tells what it was given on stderr, and refuses, so that it is seen. */
const TELL = `
  let text = '';
  process.stdin.on('data', (chunk) => { text += chunk; }).on('end', () => {
    const found = { stdin: text, variable: process.env.CE_CONFORM_EXPRESSION, args: process.argv.slice(1) };
    process.stderr.write('noise\\n' + JSON.stringify(found) + '\\n');
    process.exitCode = 65;
  });`;

const told = async (expression: string, args: readonly string[] = []): Promise<unknown> => {
  const reply = await applied(TELL, expression, { args });
  return reply.kind === 'rejected' ? JSON.parse(reply.reason) : reply;
};

describe('the command', () => {
  test('finds the expression on stdin, in its environment and in place of the placeholder, through no shell', async () => {
    const expression = `subject = '$HOME"; *' AND id != "\`x\`"`;
    expect(await told(expression, ['filter', `sql=${PLACEHOLDER}`, PLACEHOLDER])).toEqual({
      stdin: expression,
      variable: expression,
      args: ['filter', `sql=${expression}`, expression],
    });
  });

  test('is given $& and the like as they are', async () => {
    expect(await told("'$&$1$$'", [PLACEHOLDER])).toMatchObject({ args: ["'$&$1$$'"] });
  });

  test('finds an expression that fits nowhere else on stdin alone', async () => {
    for (const expression of [`'${'x'.repeat(40_000)}'`, "'a\0b'"]) {
      expect(
        await applied('process.exit(process.env.CE_CONFORM_EXPRESSION === undefined ? 0 : 1)', expression),
      ).toEqual({
        kind: 'set',
      });
      expect(await applied('', expression, { args: [PLACEHOLDER] })).toMatchObject({
        kind: 'unset',
        reason: expect.stringContaining('take it from stdin'),
      });
    }
  });

  test('need not read its stdin', async () => {
    expect(await applied('process.stdin.destroy()', `'${'x'.repeat(500_000)}'`)).toEqual({ kind: 'set' });
  });
});

describe('its end', () => {
  test.each([
    ['process.exit(0)', { kind: 'set' }],
    ["console.error('no such word: LIKE'); process.exit(65)", { kind: 'rejected', reason: 'no such word: LIKE' }],
    [
      "console.error('connection refused'); process.exit(22)",
      { kind: 'unset', reason: 'the command ended with exit code 22: connection refused' },
    ],
    ["process.kill(process.pid, 'SIGKILL')", { kind: 'unset', reason: 'the command ended with signal SIGKILL' }],
  ])('%s', async (source, reply) => {
    expect(await applied(source, 'TRUE')).toEqual(reply);
  });

  test('does not come within the deadline: it is killed, with all that it started', async () => {
    const source = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
      process.stderr.write(String(child.pid));
      setInterval(() => undefined, 1000);`;
    const reply = await applied(source, 'TRUE', { timeoutMs: 3_000 });
    expect(reply).toEqual({ kind: 'unset', reason: 'the command did not end within 3000 ms' });
  });

  test('comes with the end of the run', async () => {
    const reply = await applied('setInterval(() => undefined, 1000)', 'TRUE', { signal: AbortSignal.abort() });
    expect(reply).toMatchObject({ kind: 'unset' });
  });

  test('leaves nothing behind', async () => {
    const source = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
      process.stderr.write(String(child.pid));
      process.exitCode = 65;
      child.unref();`;
    const reply = await applied(source, 'TRUE');
    expect(reply.kind).toBe('rejected');
    await gone(Number(reply.kind === 'rejected' ? reply.reason : ''));
  });
});

test('a program that is not there says nothing about the filter', async () => {
  const { reply } = await applyFilter(['/there/is/no/such/program'])('TRUE', { timeoutMs: 1_000 });
  expect(reply).toMatchObject({ kind: 'unset', reason: expect.stringContaining('there is no such program') });
});
