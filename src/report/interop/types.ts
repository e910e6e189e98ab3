// Every encoder against every decoder, as data (`ce-conform schema interop`). Every form renders from this one.
import type { ContentMode } from '../../binding/types.js';
import type { WireEvent } from '../../event/wire.js';
import type { Change } from './gaps.js';
import type { FailureCode, Role } from './observed.js';
import type { Blame } from './side.js';

export const INTEROP_SCHEMA = 'ce-conform/interop/1';

/** The id of the built-in implementation, which is a row and a column of its own. */
export const REFERENCE = 'reference';

export interface Interop {
  readonly schema: typeof INTEROP_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: Run;
  /** Those that ran, the reference first. Every list of cells has this order. */
  readonly subjects: readonly Subject[];
  readonly notRun: readonly NotRun[];
  readonly events: readonly ToldEvent[];
  readonly modes: readonly ModeTable[];
  readonly causes: readonly Cause[];
}

/** How it was run. The same seed and number of events ask the same. */
export interface Run {
  readonly seed: string;
  readonly generated: number;
  readonly timeoutMs: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly node: string;
  readonly platform: string;
  /** Why it ended early. */
  readonly stopped?: string;
}

export interface Subject {
  readonly id: string;
  /** The registry and the package, as the list of subjects says. */
  readonly sdk: string;
  /** What its hello says; foreign text. */
  readonly name: string;
  readonly version: string;
  readonly language: string;
  readonly encodes: readonly ContentMode[];
  readonly decodes: readonly ContentMode[];
  /** Why it was not asked everything. */
  readonly gaveUp?: string;
}

/** A subject that was asked for and did not run. */
export interface NotRun {
  readonly id: string;
  readonly sdk: string;
  readonly reason: string;
  /** What a person does about it. */
  readonly build?: string;
  readonly install?: string;
}

export interface ToldEvent {
  readonly name: string;
  readonly origin: 'telling' | 'generated';
  /** In how many cells it is lost. */
  readonly lost: number;
  /** Present where it is lost anywhere. */
  readonly events?: readonly WireEvent[];
}

export interface ModeTable {
  readonly mode: ContentMode;
  /** One for each subject that encodes in this mode. */
  readonly rows: readonly { readonly encoder: string; readonly cells: readonly Cell[] }[];
}

/** `none`: the decoder does not read this mode. `open`: it was not asked. */
export type CellOutcome = 'kept' | 'lost' | 'none' | 'open';

export interface Cell {
  readonly decoder: string;
  readonly outcome: CellOutcome;
  /** Events that came out as they were told, of those that both were asked about. */
  readonly kept: number;
  readonly of: number;
  /** Events that were not asked about, where there are any. */
  readonly notAsked?: number;
  readonly lost: readonly LostEvent[];
}

export interface LostEvent {
  readonly event: string;
  readonly losses: readonly Loss[];
}

/** A gap with its values shortened to be read, and whose fault it is. Texts may be foreign. */
export type Loss = Blame & LossKind;

export type LossKind =
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly change: Change;
      readonly told?: string;
      readonly seen?: string;
      /** The header value as the encoder wrote it, in binary mode. */
      readonly wrote?: string;
    }
  | { readonly kind: 'data'; readonly change: Change; readonly told?: string; readonly seen?: string }
  | { readonly kind: 'count'; readonly told: number; readonly seen: number }
  | { readonly kind: 'refused'; readonly by: Role; readonly reason: string }
  | { readonly kind: 'failed'; readonly by: Role; readonly code: FailureCode; readonly message: string };

/** One thing that one subject loses, or that two lose together, over all events, modes and partners. */
export interface Cause {
  readonly side: 'encoder' | 'decoder' | 'open';
  /** One, or where the side is open the encoder and the decoder. */
  readonly subjects: readonly string[];
  /** What is lost, in words of ours: `subject changed`. */
  readonly what: string;
  readonly unencoded?: true;
  readonly modes: readonly ContentMode[];
  readonly events: readonly string[];
  /** With whom it was seen. */
  readonly partners: readonly string[];
  readonly example: {
    readonly mode: ContentMode;
    readonly event: string;
    readonly encoder: string;
    readonly decoder: string;
    readonly loss: Loss;
  };
}
