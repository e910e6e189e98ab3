// Everything there is to say about an id, as data: `--json` prints it, and the text is made from it.
import { sectionLink } from '../../../suites/links.js';
import type { Registry } from '../../../suites/registry.js';
import type { Case, Prerequisite } from '../../engine/case.js';
import { tokenOf } from '../../engine/random.js';
import type { Level, Position, Requirement } from '../../engine/requirement.js';
import type { Suite } from '../../engine/suite.js';
import type { JsonValue, SpecVersion } from '../../event/types.js';
import { toEvidenceReport } from '../../report/evidence.js';
import type { SentPart } from '../../report/types.js';
import { expectationWords } from './expectation.js';
import type { Subject } from './subject.js';
import { codeWords, levelWords, needsWords, roleWords, sinceWords } from './words.js';

/** The seed whose tokens the shown bytes hold. */
export const SEED = 'explain';

export interface ExplainedPosition {
  readonly kind: 'position';
  readonly id: string;
  readonly documents: readonly string[];
  readonly problem: string;
  readonly position: string;
  /** The requirements whose verdicts it influences. */
  readonly requirements: readonly string[];
}

/** A one-word column of the registry, with its meaning. */
export interface Term {
  readonly value: string;
  readonly meaning: string;
}

export interface ExplainedRequirement {
  readonly kind: 'requirement' | 'variant' | 'case';
  readonly id: string;
  readonly requirement: {
    readonly id: string;
    readonly rule: string;
    readonly how: string;
    readonly role: Term;
    readonly level: Term;
    /** The text has the rule without a keyword of that strength. */
    readonly inferred?: true;
    readonly code: Term;
    readonly since: Term;
    readonly needs: Term;
    readonly sections: readonly { readonly spec: SpecVersion; readonly title: string; readonly url: string }[];
    readonly statements: readonly { readonly spec: SpecVersion; readonly id: string; readonly keyword: string }[];
    readonly positions: readonly Position[];
    readonly withoutCase?: string;
  };
  readonly seed: string;
  readonly cases: readonly ExplainedCase[];
}

export interface ExplainedCase {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly carrier: string;
  readonly needs: string;
  readonly why?: string;
  /** As the vector has it, the token put in. */
  readonly expected?: JsonValue;
  /** The same as sentences. */
  readonly expectation: readonly string[];
  readonly twin?: string;
  readonly requires: readonly Prerequisite[];
  readonly token: string;
  /** Without Host and the framing headers, which the transport adds. */
  readonly sent: readonly SentPart[];
}

/** Explains a subject. */
export function explanation(
  subject: Subject,
  suite: Suite,
  registry: Registry,
): ExplainedPosition | ExplainedRequirement {
  switch (subject.kind) {
    case 'position': {
      const { id, documents, problem, position } = subject.position;
      const influenced = [...suite.requirements.values()].filter(({ positions }) => positions.includes(id));
      return { kind: 'position', id, documents, problem, position, requirements: influenced.map((item) => item.id) };
    }
    case 'requirement':
    case 'variant':
    case 'case':
      return {
        kind: subject.kind,
        id: subject.id,
        requirement: requirementOf(subject.requirement, registry),
        seed: SEED,
        cases: subject.cases.map(caseOf),
      };
  }
}

function requirementOf(item: Requirement, registry: Registry): ExplainedRequirement['requirement'] {
  const { id, rule, how, role, level, code, since, needs } = item;
  const specs = (['1.0.2', 'main'] as const).filter((spec) => item.section[spec] !== undefined);
  return {
    id,
    rule,
    how,
    role: { value: role, meaning: roleWords(role) },
    level: { value: level, meaning: levelWords(level, code) },
    ...(item.inferred === undefined ? {} : { inferred: item.inferred }),
    code: { value: code, meaning: codeWords(code) },
    since: { value: since, meaning: sinceWords(since) },
    needs: { value: needs.join(', '), meaning: needsWords(item) },
    sections: specs.map((spec) => ({
      spec,
      title: item.section[spec]?.title ?? '',
      url: sectionLink(item, spec, registry),
    })),
    statements: specs.flatMap((spec) =>
      item.statements[spec].map((statement) => ({
        spec,
        id: statement,
        keyword: registry.statements[spec].find((known) => known.id === statement)?.keyword ?? '',
      })),
    ),
    positions: item.positions.flatMap((number) => registry.positions.get(number) ?? []),
    ...(item.withoutCase === undefined ? {} : { withoutCase: item.withoutCase }),
  };
}

function caseOf(item: Case): ExplainedCase {
  const { id, title, level, carrier, needs, why, expected, twin, requires } = item;
  const token = tokenOf(SEED, id);
  const requests = item.stimulus(token);
  const told = item.told?.(token);
  const questions = item.questions?.(token);
  const filter = item.filter?.(token);
  const asked = { ...(told && { told }), ...(questions && { questions }), ...(filter !== undefined && { filter }) };
  return {
    id,
    title,
    level,
    carrier,
    needs,
    ...(why === undefined ? {} : { why }),
    ...(expected === undefined
      ? {}
      : { expected: JSON.parse(JSON.stringify(expected).replaceAll('{token}', token)) as JsonValue }),
    expectation: expectationWords(item, token),
    ...(twin === undefined ? {} : { twin }),
    requires,
    token,
    sent: toEvidenceReport(
      { token, observation: 'status', requests, ...asked, replies: [], arrived: [], ms: 0 },
      (lines) => lines,
    ).sent,
  };
}
