import type { HttpMessage } from '../binding/http/types.js';
import type { Outcome } from './receiver.js';

/**
 * A defect that can be switched on in the reference receiver. It breaks one requirement, and as few others as the rule
 * allows, so that a check which cannot fail is found out.
 */
export interface Fault {
  /** The requirement it breaks, a slash, and how: `http.dec.once/twice`. */
  readonly name: string;
  readonly requirement: string;
  /** What it does wrong, in one sentence. */
  readonly summary: string;
  /** Alters the message before it is received. */
  readonly message?: (message: HttpMessage) => HttpMessage;
  /** Alters what was made of the message; the message is the one that was received. */
  readonly outcome?: (outcome: Outcome, message: HttpMessage) => Outcome;
}

/** A fault, with its requirement taken from its name. */
export function fault(name: string, summary: string, change: Pick<Fault, 'message' | 'outcome'>): Fault {
  return { name, requirement: name.replace(/\/.*$/, ''), summary, ...change };
}
