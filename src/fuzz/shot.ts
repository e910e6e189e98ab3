// One question to the target: a trial asks one or several.
import type { ErrorMode } from '../cesql/types.js';
import type { Way } from '../engine/case.js';
import type { Exchanged } from '../engine/exchange-case.js';
import type { Judgement } from '../engine/judgement.js';
import type { Observed } from '../engine/observed.js';

/** How much an answer has to be for the target to have survived the question. */
export type Survival =
  /** It answers, and with no fault of its own. */
  | 'answer'
  /** Whether it answers is up to it: the message is cut off, or of another length than it says. */
  | 'health';

export interface Shot {
  readonly exchanged: Exchanged;
  readonly way: Way;
  readonly survival: Survival;
  /** What a valid event, or a refusal that is due, asks of the answer. Absent where any answer will do. */
  readonly judge?: (observed: Observed) => Judgement;
  /** Shots of one group mean the same, whatever that is: their answers have to agree. */
  readonly group?: string;
  /** The requirement that is broken, where it has to be refused. */
  readonly due?: string;
  /** Shots that send the very same bytes. */
  readonly bytes?: string;
}

/** A shot whose answer is judged. */
export type JudgedShot = Shot & Required<Pick<Shot, 'judge'>>;

/** What the claims of a target oblige it to. */
export interface Obligations {
  /** Who claims to validate is handed the message, or is asked about the event in it. */
  readonly asked: 'message' | 'event';
  /** Whether the text itself asks for the refusal of a violation of this requirement. */
  readonly isDemanded: (requirement: string) => boolean;
  /** Whether a violation of this requirement has to be refused. */
  readonly isDue: (requirement: string) => boolean;
  /** How an engine goes on after an error, where it says so. */
  readonly errorMode?: ErrorMode;
}
