import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { howEnded, killGroup, signalGroup, startProcess } from '../../src/target/start-process.js';
import { isAlive } from './adapter/helpers/processes.js';
import { nodeProgram } from './adapter/helpers/programs.js';

const before = process.listenerCount('exit');

async function started(source: string) {
  const outcome = await startProcess(nodeProgram(source));
  if (outcome.kind === 'failure') throw new Error(outcome.message);
  outcome.child.stdout.resume();
  return outcome.child;
}

describe('a process', () => {
  test('is killed with the harness as long as it runs, and is forgotten when it ended', async () => {
    const [first, second] = [await started('setInterval(() => 0, 1000)'), await started('process.exit(3)')];
    expect(process.listenerCount('exit')).toBe(before + 1);
    expect(await once(second, 'exit')).toEqual([3, null]);
    expect(process.listenerCount('exit')).toBe(before + 1);
    killGroup(first);
    expect(await once(first, 'exit')).toEqual([null, 'SIGKILL']);
    expect(process.listenerCount('exit')).toBe(before);
  });

  test('that ended gets no signal: its number may be that of another', async () => {
    const [child, other] = [await started(''), await started('setInterval(() => 0, 1000)')];
    await once(child, 'exit');
    Object.assign(child, { pid: other.pid });
    signalGroup(child, 'SIGKILL');
    killGroup(child);
    expect(isAlive(other.pid ?? 0)).toBe(true);
    signalGroup(other, 'SIGTERM');
    expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
  });

  test('that cannot be started leaves nothing', async () => {
    expect(await startProcess(['./no-such-program'])).toMatchObject({ kind: 'failure' });
    expect(process.listenerCount('exit')).toBe(before);
  });
});

test.each([
  [0, null, 'exit code 0'],
  [null, 'SIGTERM' as const, 'signal SIGTERM'],
])('%s %s is %s', (code, signal, how) => {
  expect(howEnded(code, signal)).toBe(how);
});
