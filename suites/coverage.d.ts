import type { Document } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';
import { type Registry, type Statement } from './registry.js';
/** As much of a case as counting needs. */
export interface CountedCase {
    readonly id: string;
    readonly requirement: {
        readonly id: string;
    };
}
export interface RequirementCoverage {
    readonly id: string;
    readonly cases: number;
    /** Why there is no case. Absent beside cases, and where a case is simply missing. */
    readonly reason?: string;
}
export interface StatementCoverage extends Statement {
    /** The requirements that rest on the statement; empty for one that cannot be tested. */
    readonly requirements: readonly RequirementCoverage[];
    readonly cases: number;
    /** Why no case touches it. Absent beside cases, and where a requirement or a case is simply missing. */
    readonly reason?: string;
}
export interface CoverageTotals {
    /** `mapped` to a requirement, `notTestable` for a written reason, or `unmapped`, which is a gap. */
    readonly statements: Tally<'mapped' | 'notTestable' | 'unmapped' | 'withCases'>;
    /** `withCases`, `withReason` without, or `open`, which is a gap. */
    readonly requirements: Tally<'withCases' | 'withReason' | 'open'>;
    readonly cases: number;
}
type Tally<Name extends string> = Readonly<Record<Name | 'total', number>>;
export interface DocumentCoverage {
    readonly document: Document;
    readonly title: string;
    readonly path: string;
    /** The pinned commit of the specification. */
    readonly commit: string;
    readonly statements: readonly StatementCoverage[];
    readonly requirements: readonly RequirementCoverage[];
    readonly totals: CoverageTotals;
}
export interface CoverageReport {
    readonly spec: SpecVersion;
    readonly documents: readonly DocumentCoverage[];
    readonly totals: CoverageTotals;
    /** Cases whose requirement the registry, or this version of the specification, does not have. */
    readonly strays: readonly string[];
}
/** The coverage of one version of the specification by these cases. */
export declare function coverage(registry: Registry, cases: readonly CountedCase[], spec: SpecVersion): CoverageReport;
export {};
