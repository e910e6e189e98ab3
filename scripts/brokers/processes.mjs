// Processes that outlive the command that starts them. A process id alone names none for long: it is the same process only as
// long as it began at the same time.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

/** Debian puts servers where only root looks by default. */
export const PATH = [process.env.PATH ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter);

/** Starts a program that goes on by itself, and gives what tells it from all others. Its output goes to `log`. */
export function startDetached([program, ...args], log) {
  const out = openSync(log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', out, out], env: { ...process.env, PATH } });
  closeSync(out);
  child.on('error', () => undefined);
  child.unref();
  return { pid: child.pid, began: beganAt(child.pid) };
}

/** When a process began, as the system tells it; undefined where there is none, or what is left of one. */
export function beganAt(pid) {
  if (pid === undefined) return undefined;
  return existsSync('/proc/self/stat') ? beganInProc(pid) : beganInPs(pid);
}

/** Behind the name, which may hold anything: the state, and as the 20th after it the start in ticks since the boot. */
function beganInProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

function beganInPs(pid) {
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
