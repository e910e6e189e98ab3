// The Docker engine, asked through its command line.
import { spawnSync } from 'node:child_process';

/** What a command wrote on stdout. Throws what it wrote on stderr where it failed. */
export function must(command, args, options = {}) {
  const how = { encoding: 'utf8', maxBuffer: 2 ** 26, ...options };
  const { status, error, stdout, stderr } = spawnSync(command, args, how);
  if (status === 0) return stdout;
  const said = error?.message ?? `${stdout ?? ''}${stderr ?? ''}`.trim().slice(-2000);
  throw new Error(`${command} ${args[0] ?? ''} failed: ${said}`);
}

/** Makes an image of a folder: its files as they are, and lines of a Dockerfile behind `FROM scratch`. */
export function buildImage(tag, folder, lines) {
  const input = ['FROM scratch', 'COPY . /', ...lines, ''].join('\n');
  must('docker', ['build', '--quiet', '--tag', tag, '--file', '-', folder], { input });
}
