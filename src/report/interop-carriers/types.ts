// One subject against itself, as data (`ce-conform schema interop-carriers`). Every form renders from this one.
import type { Carrier } from '../../engine/carriers.js';
import type { WireEvent } from '../../event/wire.js';
import type { LossKind, NotRun, Run, Subject } from '../interop/types.js';

export const CARRIERS_SCHEMA = 'ce-conform/interop-carriers/1';

export interface CarriersInterop {
  readonly schema: typeof CARRIERS_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: Run;
  /** How many events each subject was asked to read. */
  readonly events: number;
  /** Those that ran, the reference first. */
  readonly subjects: readonly CarrierSubject[];
  readonly notRun: readonly NotRun[];
  /** Those about most events first. */
  readonly disagreements: readonly Disagreement[];
}

export interface CarrierSubject extends Pick<Subject, 'id' | 'sdk' | 'name' | 'version' | 'language' | 'gaveUp'> {
  /** Those that it claims to read. */
  readonly carriers: readonly CarrierCount[];
}

/** What became of the events of a run in one carrier. */
export interface CarrierCount {
  readonly carrier: Carrier;
  /** Events that it was asked to read. */
  readonly asked: number;
  /** Of these, those that it read otherwise than another carrier did. */
  readonly differing: number;
  /** Of these, those that were not read, and were in another carrier. */
  readonly refused: number;
  /** Events that have no form in this carrier, or none that the text settles. */
  readonly uncarried: number;
}

/** One thing that a subject reads otherwise in some carriers than in others, over all events. */
export interface Disagreement {
  readonly subject: string;
  /** In words of ours: `datacontenttype lost`. */
  readonly what: string;
  /** Where it happens. */
  readonly where: readonly Carrier[];
  /** Where it does not. */
  readonly elsewhere: readonly Carrier[];
  /** The names of the events. */
  readonly events: readonly string[];
  /** The smallest of them. */
  readonly example: {
    readonly event: string;
    readonly told: WireEvent;
    readonly here: Carrier;
    readonly seen: LossKind;
    readonly there: Carrier;
    /** What was seen there of the same part; absent where that is as it was told, or the event was read as one. */
    readonly seenThere?: LossKind;
  };
}
