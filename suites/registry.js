// The requirements, positions and statements of the landed documents, read from the JSON files beside this module.
// The files are checked against schemas/registry.schema.json by the tests, not at every start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/engine/package-root.js';
import { DOCUMENTS } from '../src/engine/requirement.js';
let loaded;
/** The registry, read at the first call. */
export function loadRegistry() {
    loaded ??= read(join(packageRoot(), 'suites'));
    return loaded;
}
/** The present id of a requirement, from its present or a former id; undefined for an unknown one. */
export function resolveId(id, registry = loadRegistry()) {
    const present = registry.aliases.get(id) ?? id;
    return registry.requirements.has(present) ? present : undefined;
}
function read(folder) {
    const file = (...path) => readFileSync(join(folder, ...path), 'utf8');
    const documents = DOCUMENTS.map((document) => JSON.parse(file(document, 'requirements.json')));
    const positions = JSON.parse(file('positions.json'));
    const aliases = JSON.parse(file('aliases.json'));
    return {
        documents: new Map(documents.map(({ document, title, path, specification }) => [document, { document, title, path, specification }])),
        requirements: new Map(documents.flatMap(({ requirements }) => requirements.map((item) => [item.id, item]))),
        aliases: new Map(Object.entries(aliases)),
        positions: new Map(positions.map((position) => [position.id, position])),
        statements: {
            '1.0.2': statementsOf(file('statements', 'ce-v1.0.2.jsonl')),
            main: statementsOf(file('statements', 'main.jsonl')),
        },
        notTestable: { '1.0.2': reasons(documents, '1.0.2'), main: reasons(documents, 'main') },
    };
}
const statementsOf = (lines) => lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const reasons = (documents, spec) => new Map(documents.flatMap(({ notTestable }) => notTestable.flatMap(({ statements, why }) => statements[spec].map((id) => [id, why]))));
