// Processes that outlive the command that starts them. A process id alone names none for long: it is the same process only as
// long as it began at the same time.
import { execFileSync, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { delimiter } from 'node:path';

/** Debian puts servers where only root looks by default. */
export const PATH = [process.env.PATH ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter);

/** Starts a program that goes on by itself, and gives what tells it from all others. Its output goes to `log`. */
export function startDetached([program, ...args], log) {
  const out = openSync(log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', out, out], env: { ...process.env, PATH } });
  child.on('error', () => undefined);
  child.unref();
  return { pid: child.pid, began: beganAt(child.pid) };
}

/** When a process began, as the system tells it; undefined where there is none. */
function beganAt(pid) {
  if (pid === undefined) return undefined;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

export const runs = ({ pid, began }) => began !== undefined && beganAt(pid) === began;

/** Ends it, with patience first. Resolves when it is gone. */
export async function end(one, patienceMs = 5000) {
  const until = performance.now() + patienceMs;
  if (!runs(one)) return;
  process.kill(one.pid, 'SIGTERM');
  while (runs(one)) {
    if (performance.now() > until) process.kill(one.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
