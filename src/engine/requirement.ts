// A requirement of a specification, as data. The registry under `suites/` holds them; the engine only knows the shape.
import type { Binding } from '../binding/types.js';
import type { SpecVersion } from '../event/types.js';

/** The documents of the specification that have landed. */
export const DOCUMENTS = ['core', 'json', 'http', 'kafka', 'mqtt', 'cesql'] as const;
export type Document = (typeof DOCUMENTS)[number];

/** Who has to keep the rule. `engine` evaluates expressions, `broker` filters events by them; `any`: every role. */
export type Role = 'producer' | 'receiver' | 'intermediary' | 'engine' | 'broker' | 'any';

/** The strength of RFC 2119; `info`: no rule exists, the outcome is only recorded. */
export type Level = 'must' | 'should' | 'may' | 'info';

/**
 * What a verdict may rest on. `pos`: valid input, and the text says what comes out. `rej`: the text demands refusal.
 * `soft`: invalid input without a prescribed reaction, so a failure only under a declared validation profile.
 * `free`: the text leaves it open, so observed only.
 */
export type Code = 'pos' | 'rej' | 'soft' | 'free';

/**
 * What makes a requirement visible, any one of them: the bare status, the decoded event, captured output, a validate
 * call, the value of an expression, what reaches a subscriber, a declaration of the target.
 */
export type Need = 'status' | 'event' | 'capture' | 'validate' | 'value' | 'sink' | 'declaration';

/**
 * Where the rule stands: `same` in 1.0.2 and main; `reworded` in both, in other words or at another place; `main` only;
 * `1.0.2` only.
 */
export type Since = 'same' | 'reworded' | SpecVersion;

/** A section of a document, by its GitHub anchor. Anchors and even documents differ between versions. */
export interface Section {
  readonly document: Document;
  readonly anchor: string;
  readonly title: string;
}

export interface Requirement {
  /** `<document>.<topic>.<case>`; never changes, never reused. */
  readonly id: string;
  readonly role: Role;
  readonly level: Level;
  /** The text has the rule without a keyword of that strength: declared, inferred, or from an example. */
  readonly inferred?: true;
  readonly code: Code;
  readonly needs: readonly Need[];
  readonly since: Since;
  /** The rule, in our words. */
  readonly rule: string;
  /** How it is tested, in our words. */
  readonly how: string;
  readonly group: string;
  /** Absent for a version that does not have the rule. */
  readonly section: { readonly [Version in SpecVersion]?: Section };
  /** The normative statements behind it, by full id. Empty where the text has no keyword. */
  readonly statements: Readonly<Record<SpecVersion, readonly string[]>>;
  /** Numbers of the positions that influence its verdicts. */
  readonly positions: readonly string[];
  /** Why a requirement has no case, for those that have none. */
  readonly withoutCase?: string;
}

/** The document that an id belongs to by its first part; what is of one version of MQTT alone has the number in it. */
export const documentOf = (id: string): string => id.replace(/\..*$/s, '').replace(/^mqtt[35]$/, 'mqtt');

/** The bindings that a requirement is about by the first part of its id; undefined where it is about none, or about all. */
export const bindingsOf = ({ id }: Pick<Requirement, 'id'>): readonly Binding[] | undefined =>
  BINDINGS_OF.get(id.replace(/\..*$/s, ''));

const BINDINGS_OF: ReadonlyMap<string, readonly Binding[]> = new Map([
  ['http', ['http']],
  ['kafka', ['kafka']],
  ['mqtt', ['mqtt5', 'mqtt3']],
  ['mqtt5', ['mqtt5']],
  ['mqtt3', ['mqtt3']],
]);

/** Where the specification is silent or contradicts itself: the problem, and what the harness does about it. */
export interface Position {
  readonly id: string;
  readonly documents: readonly Document[];
  readonly problem: string;
  readonly position: string;
}
