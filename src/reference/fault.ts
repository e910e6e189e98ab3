import type { ContentMode, HttpMessage } from '../binding/http/types.js';
import type { CloudEvent } from '../event/types.js';
import type { Emission } from './emission.js';
import type { EngineAnswer, EngineFault } from './engine-fault.js';
import type { Outcome } from './receiver.js';

/** Whose defect it is. A validator lets invalid events through that it claims to tell. */
export type FaultRole = 'receiver' | 'producer' | 'intermediary' | 'validator' | 'engine' | 'broker';

/**
 * A defect that can be switched on in the reference. It breaks one requirement, and as few others as the rule
 * allows, so that a check which cannot fail is found out.
 */
export interface Fault {
  /** The requirement it breaks, a slash, and how: `http.dec.once/twice`. */
  readonly name: string;
  readonly requirement: string;
  readonly role: FaultRole;
  /** What it does wrong, in one sentence. */
  readonly summary: string;
  /** Alters the message before it is received. */
  readonly message?: (message: HttpMessage) => HttpMessage;
  /** Alters what was made of the message; the message is the one that was received. */
  readonly outcome?: (outcome: Outcome, message: HttpMessage) => Outcome;
  /** What it does wrong as a producer. */
  readonly emit?: EmitFault;
  /** Alters an event that is passed on; the message is the one it came in. */
  readonly forward?: (event: CloudEvent, message: HttpMessage) => CloudEvent;
  /** What it does wrong as an engine of expressions. */
  readonly engine?: EngineFault;
  /** Decides anew whether an event passes a filter, given what the engine answers. */
  readonly passes?: (answer: EngineAnswer, isPassed: boolean) => boolean;
  /** A rule of the model whose breach is not noticed. */
  readonly tolerates?: string;
}

/** Changes on the way out. Each is optional; they apply in this order. */
export interface EmitFault {
  /** Alters the events before they are encoded, validity check included. */
  readonly events?: (events: readonly CloudEvent[], mode: ContentMode) => readonly CloudEvent[];
  /** Alters the decision: emits what the reference refuses, or refuses what it emits. */
  readonly emission?: (emission: Emission, events: readonly CloudEvent[], mode: ContentMode) => Emission;
  /** Alters the encoded message. */
  readonly message?: (message: HttpMessage, events: readonly CloudEvent[], mode: ContentMode) => HttpMessage;
}

/** A fault, with its requirement taken from its name. */
export function fault(
  name: string,
  summary: string,
  change: Partial<Omit<Fault, 'name' | 'requirement' | 'summary'>>,
): Fault {
  return { name, requirement: name.replace(/\/.*$/, ''), summary, role: roleOf(change), ...change };
}

function roleOf({ emit, forward, tolerates, engine, passes }: Partial<Fault>): FaultRole {
  if (engine !== undefined) return 'engine';
  if (passes !== undefined) return 'broker';
  if (emit !== undefined) return 'producer';
  if (forward !== undefined) return 'intermediary';
  return tolerates === undefined ? 'receiver' : 'validator';
}

/** The rules whose breach these faults do not notice. */
export const toleratedBy = (faults: readonly Fault[]): readonly string[] =>
  faults.flatMap(({ tolerates }) => (tolerates === undefined ? [] : [tolerates]));
