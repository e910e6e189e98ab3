// The requirements, positions and statements of the landed documents, read from the JSON files beside this module.
// The files are checked against schemas/registry.schema.json by the tests, not at every start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/engine/package-root.js';
import { DOCUMENTS, type Document, type Position, type Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';

/** A document of the specification, and the commits its requirements were read at. */
export interface RegistryDocument {
  readonly document: Document;
  readonly title: string;
  /** In the repository of the specification. */
  readonly path: string;
  readonly specification: Readonly<Record<SpecVersion, string>>;
}

/** A normative statement: a sentence, list item or table row with a keyword. Its text is not kept. */
export interface Statement {
  /** Document, anchor, ordinal in the section: only meaningful together with a version. */
  readonly id: string;
  /** Fingerprint of the normalised sentence, ten hexadecimal digits. */
  readonly fp: string;
  readonly keyword: string;
  readonly section: string;
  readonly line: number;
}

export interface Registry {
  readonly documents: ReadonlyMap<Document, RegistryDocument>;
  /** By id, in the order of the documents. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** Former id to present id. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly statements: Readonly<Record<SpecVersion, readonly Statement[]>>;
  /** Statement id to the reason why nothing outside can test it. */
  readonly notTestable: Readonly<Record<SpecVersion, ReadonlyMap<string, string>>>;
}

interface DocumentFile extends RegistryDocument {
  readonly requirements: readonly Requirement[];
  readonly notTestable: readonly {
    readonly statements: Readonly<Record<SpecVersion, readonly string[]>>;
    readonly why: string;
  }[];
}

let loaded: Registry | undefined;

/** The registry, read at the first call. */
export function loadRegistry(): Registry {
  loaded ??= read(join(packageRoot(), 'suites'));
  return loaded;
}

/** The present id of a requirement, from its present or a former id; undefined for an unknown one. */
export function resolveId(id: string, registry: Registry = loadRegistry()): string | undefined {
  const present = registry.aliases.get(id) ?? id;
  return registry.requirements.has(present) ? present : undefined;
}

function read(folder: string): Registry {
  const file = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');
  const documents = DOCUMENTS.map((document) => JSON.parse(file(document, 'requirements.json')) as DocumentFile);
  const positions = JSON.parse(file('positions.json')) as readonly Position[];
  const aliases = JSON.parse(file('aliases.json')) as Readonly<Record<string, string>>;
  return {
    documents: new Map(
      documents.map(({ document, title, path, specification }) => [document, { document, title, path, specification }]),
    ),
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

const statementsOf = (lines: string): readonly Statement[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Statement);

const reasons = (documents: readonly DocumentFile[], spec: SpecVersion): ReadonlyMap<string, string> =>
  new Map(
    documents.flatMap(({ notTestable }) =>
      notTestable.flatMap(({ statements, why }) => statements[spec].map((id): [string, string] => [id, why])),
    ),
  );
