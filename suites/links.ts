// Where a reader finds a requirement in the specification: the public repository, at the released tag or on main.
import type { Document, Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';
import { loadRegistry, type Registry } from './registry.js';

const REPOSITORY = 'https://github.com/cloudevents/spec';
/** CESQL has releases of its own: 1.0.2 is scored with its 1.0.0. */
const refOf = (document: Document, version: SpecVersion): string => {
  if (version === 'main') return 'main';
  return document === 'cesql' ? 'cesql@v1.0.0' : 'ce@v1.0.2';
};

/**
 * The URL of the section that holds a requirement, with the anchor of that version. A requirement that only the other
 * version has is linked there.
 */
export function sectionLink(requirement: Requirement, spec: SpecVersion, registry: Registry = loadRegistry()): string {
  const version = requirement.section[spec] === undefined ? other(spec) : spec;
  const section = requirement.section[version];
  const path = section && registry.documents.get(section.document)?.path;
  if (section === undefined || path === undefined) return REPOSITORY;
  return `${REPOSITORY}/blob/${encodeURIComponent(refOf(section.document, version))}/${path}#${section.anchor}`;
}

const other = (spec: SpecVersion): SpecVersion => (spec === 'main' ? '1.0.2' : 'main');
