// The vectors, as the build compiled them from the YAML files in `fixtures/`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConformError, EXIT } from '../src/engine/error.js';
import { packageRoot } from '../src/engine/package-root.js';
import type { EvaluationFile, FilterFile } from './expression/types.js';
import type { BaseEvent } from './vector/event.js';
import type { EncodeFile, RelayFile, VectorFile } from './vector/types.js';

export interface Fixtures {
  readonly base: { readonly event: BaseEvent };
  readonly files: readonly (VectorFile | EncodeFile | RelayFile | EvaluationFile | FilterFile)[];
  /** SHA-256 over the sources, hexadecimal. */
  readonly digest: string;
}

/** Reads the compiled vectors. Throws (exit 4) when the package was not built. */
export function loadFixtures(): Fixtures {
  const path = join(packageRoot(), 'dist', 'fixtures.json');
  if (!existsSync(path)) {
    throw new ConformError({
      code: 'fixtures.missing',
      message: 'failed to load the vectors: saw no dist/fixtures.json',
      hint: 'run `npm run build`',
      exit: EXIT.harness,
    });
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Fixtures;
}
