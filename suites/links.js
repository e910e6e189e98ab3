import { loadRegistry } from './registry.js';
const REPOSITORY = 'https://github.com/cloudevents/spec';
/** CESQL has releases of its own: 1.0.2 is scored with its 1.0.0. */
const refOf = (document, version) => {
    if (version === 'main')
        return 'main';
    return document === 'cesql' ? 'cesql@v1.0.0' : 'ce@v1.0.2';
};
/**
 * The URL of the section that holds a requirement, with the anchor of that version. A requirement that only the other
 * version has is linked there.
 */
export function sectionLink(requirement, spec, registry = loadRegistry()) {
    const version = requirement.section[spec] === undefined ? other(spec) : spec;
    const section = requirement.section[version];
    const path = section && registry.documents.get(section.document)?.path;
    if (section === undefined || path === undefined)
        return REPOSITORY;
    return `${REPOSITORY}/blob/${encodeURIComponent(refOf(section.document, version))}/${path}#${section.anchor}`;
}
const other = (spec) => (spec === 'main' ? '1.0.2' : 'main');
