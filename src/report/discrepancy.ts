import type { Status } from '../engine/judgement.js';
import type { Verdict } from '../engine/verdict.js';

/** A place where a report does not follow from its evidence. */
export type Discrepancy =
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly reported: Status;
      readonly derived: Status;
      readonly message?: string;
    }
  | { readonly kind: 'verdict'; readonly profile?: string; readonly reported: Verdict; readonly derived: Verdict }
  /** The report is not what its digest was made of. */
  | { readonly kind: 'digest'; readonly reported: string; readonly derived: string }
  /** The evidence is not what its digest was made of. */
  | { readonly kind: 'altered'; readonly id: string }
  /** The bytes sent are not those that the suite sends for this case and seed. */
  | { readonly kind: 'stimulus'; readonly id: string }
  /** The captured messages were altered. */
  | { readonly kind: 'altered-capture' }
  /** The status holds, but what is said about the case does not: level, expectation, message and so on. */
  | { readonly kind: 'account'; readonly id: string }
  /** The counts, outcomes or findings are not those of the cases, or what is said of the baseline does not follow. */
  | {
      readonly kind: 'conclusion';
      readonly part: 'summary' | 'profiles' | 'selection' | 'unseen' | 'requirements' | 'findings' | 'baseline';
    }
  /** The case was asked for, and is not there. */
  | { readonly kind: 'missing-case'; readonly id: string }
  | { readonly kind: 'repeated-case'; readonly id: string }
  | { readonly kind: 'unknown-case'; readonly id: string };
