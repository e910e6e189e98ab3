// Programs of this machine for an image that starts empty: each file at the place where it stands here.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { must } from './docker.mjs';

/** Copies every library that programs and libraries are linked to, but for those that are in the folder already. */
export function copyLibraries(files, folder) {
  const libraries = new Set(
    files.flatMap((file) => librariesOf(file)).filter((file) => !file.startsWith(`${folder}/`)),
  );
  for (const file of libraries) copyTo(file, join(folder, file));
}

/** One file, and the folders above it. */
export function copyTo(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** What the loader of this machine would load. */
const librariesOf = (file) => [...must('ldd', [file]).matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path]) => path);

/** A static program of Go, which needs nothing around it. */
export function buildGo(source, output) {
  const env = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '-mod=readonly', GOWORK: 'off' };
  must('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', output, '.'], { cwd: source, env });
}
