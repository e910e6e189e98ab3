// How far the cases reach into the specification: statement by statement and requirement by requirement. Pure.
import { inSpec } from '../src/engine/in-spec.js';
import { resolveId } from './registry.js';
/** The coverage of one version of the specification by these cases. */
export function coverage(registry, cases, spec) {
    const requirements = [...registry.requirements.values()].filter((requirement) => inSpec(requirement, spec));
    const present = new Set(requirements.map(({ id }) => id));
    const counts = new Map();
    const strays = [];
    for (const { id, requirement } of cases) {
        const target = resolveId(requirement.id, registry);
        if (target === undefined || !present.has(target))
            strays.push(id);
        else
            counts.set(target, (counts.get(target) ?? 0) + 1);
    }
    const covered = new Map(requirements.map((item) => [item.id, ofRequirement(item, counts.get(item.id) ?? 0)]));
    const documents = [...registry.documents.values()].map(({ document, title, path, specification }) => {
        const statements = registry.statements[spec]
            .filter(({ id }) => id.startsWith(`${document}/`))
            .map((statement) => ofStatement(statement, requirements, covered, registry.notTestable[spec], spec));
        const own = [...covered.values()].filter(({ id }) => id.startsWith(`${document}.`));
        return {
            document,
            title,
            path,
            commit: specification[spec],
            statements,
            requirements: own,
            totals: totalsOf(statements, own),
        };
    });
    return {
        spec,
        documents,
        totals: totalsOf(documents.flatMap(({ statements }) => statements), documents.flatMap((document) => document.requirements)),
        strays,
    };
}
function ofRequirement(requirement, cases) {
    const reason = cases > 0 ? undefined : reasonWithoutCase(requirement);
    return { id: requirement.id, cases, ...(reason === undefined ? {} : { reason }) };
}
/** Why a requirement has no case: what the registry says, or the role that nothing drives yet. */
function reasonWithoutCase({ role, withoutCase }) {
    switch (role) {
        case 'producer':
        case 'intermediary':
            return withoutCase ?? `needs the ${role} role, which this version does not drive`;
        case 'receiver':
        case 'engine':
        case 'broker':
        case 'any':
            return withoutCase;
    }
}
function ofStatement(statement, requirements, covered, notTestable, spec) {
    const resting = requirements
        .filter(({ statements }) => statements[spec].includes(statement.id))
        .flatMap(({ id }) => covered.get(id) ?? []);
    const cases = resting.reduce((sum, item) => sum + item.cases, 0);
    const reason = notTestable.get(statement.id) ?? (cases > 0 ? undefined : reasonOf(resting));
    return { ...statement, requirements: resting, cases, ...(reason === undefined ? {} : { reason }) };
}
// A statement without cases is excused only if each of its requirements is.
function reasonOf(resting) {
    if (resting.length === 0 || resting.some(({ reason }) => reason === undefined))
        return undefined;
    return [...new Set(resting.flatMap(({ reason }) => reason ?? []))].join('; ');
}
function totalsOf(statements, requirements) {
    const mapped = statements.filter((statement) => statement.requirements.length > 0);
    const excused = statements.filter(({ requirements: resting, reason }) => resting.length === 0 && reason !== undefined);
    const withCases = requirements.filter(({ cases }) => cases > 0);
    const withReason = requirements.filter(({ reason }) => reason !== undefined);
    return {
        statements: {
            total: statements.length,
            mapped: mapped.length,
            notTestable: excused.length,
            unmapped: statements.length - mapped.length - excused.length,
            withCases: statements.filter(({ cases }) => cases > 0).length,
        },
        requirements: {
            total: requirements.length,
            withCases: withCases.length,
            withReason: withReason.length,
            open: requirements.length - withCases.length - withReason.length,
        },
        cases: requirements.reduce((sum, { cases }) => sum + cases, 0),
    };
}
