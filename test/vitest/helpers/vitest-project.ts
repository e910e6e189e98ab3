// A project of a user: its test files, run by a vitest of its own, and what its JSON reporter says.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { CaseMeta } from '../../../src/vitest.js';

/** As much of a test in the reporter's JSON as is asked for here. */
export interface TestTold {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
  readonly meta: { readonly ceConform?: CaseMeta };
}

export interface FileTold {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly TestTold[];
}

export interface VitestRun {
  readonly exit: number;
  readonly screen: string;
  readonly success: boolean;
  readonly files: readonly FileTold[];
}

export interface VitestProject {
  readonly folder: string;
  run(...args: readonly string[]): Promise<VitestRun>;
  remove(): void;
}

/** Where the package is linked rather than installed, vite would take it for a part of the project, and transform it. */
const CONFIG =
  'export default { test: { isolate: false, fileParallelism: false, server: { deps: { external: [/\\/dist\\//] } } } };\n';

/** Makes a project with these files, in which the package and vitest are installed. */
export function vitestProject(files: Readonly<Record<string, string>>): VitestProject {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-vitest-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(packageRoot(), join(folder, 'node_modules', 'ce-conform'));
  symlinkSync(join(packageRoot(), 'node_modules', 'vitest'), join(folder, 'node_modules', 'vitest'));
  const own = { 'package.json': '{ "type": "module" }\n', 'vitest.config.js': CONFIG };
  for (const [name, text] of Object.entries({ ...own, ...files })) writeFileSync(join(folder, name), text);
  return {
    folder,
    run: (...args) => run(folder, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(folder: string, args: readonly string[]): Promise<VitestRun> {
  const bin = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const out = join(folder, 'told.json');
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile=${out}`];
  const env = environment();
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, 'run', ...reporters, ...args],
      { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const told = JSON.parse(readFileSync(out, 'utf8')) as { success: boolean; testResults: FileTold[] };
        const exit = error === null ? 0 : Number(error.code);
        resolve({ exit, screen: stdout + stderr, success: told.success, files: told.testResults });
      },
    );
  });
}

// A vitest that finds the variables of the one around it takes itself for a worker of that.
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST$|VITE_)/.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1' };
}
