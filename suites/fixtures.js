// The vectors, as the build compiled them from the YAML files in `fixtures/`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConformError, EXIT } from '../src/engine/error.js';
import { packageRoot } from '../src/engine/package-root.js';
/** Reads the compiled vectors. Throws (exit 4) when the package was not built. */
export function loadFixtures() {
    const path = join(packageRoot(), 'dist', 'fixtures.json');
    if (!existsSync(path)) {
        throw new ConformError({
            code: 'fixtures.missing',
            message: 'failed to load the vectors: saw no dist/fixtures.json',
            hint: 'run `npm run build`',
            exit: EXIT.harness,
        });
    }
    return JSON.parse(readFileSync(path, 'utf8'));
}
