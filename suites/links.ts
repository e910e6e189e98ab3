// Where a reader finds a requirement in the specification: the public repository, at the released tag or on main.
import type { Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';
import { loadRegistry, type Registry } from './registry.js';

const REPOSITORY = 'https://github.com/cloudevents/spec';
const REFS: Readonly<Record<SpecVersion, string>> = { '1.0.2': 'ce@v1.0.2', main: 'main' };

/**
 * The URL of the section that holds a requirement, with the anchor of that version. A requirement that only the other
 * version has is linked there.
 */
export function sectionLink(requirement: Requirement, spec: SpecVersion, registry: Registry = loadRegistry()): string {
  const version = requirement.section[spec] === undefined ? other(spec) : spec;
  const section = requirement.section[version];
  const path = section && registry.documents.get(section.document)?.path;
  if (section === undefined || path === undefined) return REPOSITORY;
  return `${REPOSITORY}/blob/${encodeURIComponent(REFS[version])}/${path}#${section.anchor}`;
}

const other = (spec: SpecVersion): SpecVersion => (spec === 'main' ? '1.0.2' : 'main');
