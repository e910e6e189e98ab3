import type { CloudEvent, JsonValue, SpecVersion } from '../event/types.js';
import type { KeyChoice, Question, Stimulus, Told } from '../target/types.js';
import type { Carrier } from './carriers.js';
import type { ErrorMode } from './error-mode.js';
import type { Judgement } from './judgement.js';
import type { Observed } from './observed.js';
import type { Level, Requirement } from './requirement.js';

/** How a case reaches a target: in a message, as a question to an engine of expressions, or as the filter of a subscription. */
export type Way = Carrier | 'evaluate' | 'filter';

/** Whether a case travels in a message form. */
export const isCarrier = (way: Way): way is Carrier => way !== 'evaluate' && way !== 'filter';

/**
 * What a case asks of a target: to make events of a message, a message of events, or of a message what is passed on; or
 * it asks nothing, and judges what the target sent by itself. An engine is asked for the value of an expression, a broker to
 * pass on what an expression lets through, or to hand on the very message that was published.
 */
export const TASKS = ['decode', 'encode', 'forward', 'capture', 'evaluate', 'filter', 'relay'] as const;
export type Task = (typeof TASKS)[number];

/**
 * What has to be visible for a case to be decided: a bare answer, the event that was decoded, the message that came out,
 * the value of an expression.
 */
export type Needs = 'status' | 'event' | 'message' | 'value';

/** A case that another rests on, and what must have become of it. */
export interface Prerequisite {
  readonly id: string;
  readonly outcome: 'accepted' | 'passed';
  /** It binds only where that case is part of the run: who passes events on need not be one that can be asked to write. */
  readonly ifRun?: true;
}

/** The level of a case in a version of the specification. */
export const levelOf = ({ level, levelOnMain }: Pick<Case, 'level' | 'levelOnMain'>, spec: SpecVersion): Level =>
  spec === 'main' ? (levelOnMain ?? level) : level;

/**
 * One question to a target. A case is a value: what is sent is a pure function of the token that marks its events, and
 * the judgement is a pure function of what was observed.
 */
export interface Case {
  /** Requirement id, variant, carrier: `core.type.str/astral@http-binary`. */
  readonly id: string;
  readonly requirement: Requirement;
  /** The requirement's level, or a weaker one where the text backs only this variant so far. */
  readonly level: Level;
  /** The level on main, where its text backs more of this variant than 1.0.2 does. */
  readonly levelOnMain?: Level;
  readonly carrier: Way;
  readonly task: Task;
  readonly title: string;
  /** Why this input, and what is easily got wrong. */
  readonly why?: string;
  /** What is expected, as the vector has it, `{token}` unreplaced. Absent where any outcome is recorded. */
  readonly expected?: JsonValue;
  readonly needs: Needs;
  /** The same input without the defect. A refusal counts only where the twin was accepted. */
  readonly twin?: string;
  /** A case that must have passed before a pass of this one counts: who fails it answers without looking. */
  readonly ground?: string;
  /** What must hold before a failure of this case says anything about its own requirement. */
  readonly requires: readonly Prerequisite[];
  /** How many events are expected to come out: how long the sink is watched depends on it. */
  readonly events: number;
  /** It is about bytes on a connection, which a target without one does not see. */
  readonly transport?: true;
  /** It belongs to the validation profile alone. */
  readonly validation?: true;
  /**
   * The same case for a target that claims to tell invalid events: what is recorded otherwise is then judged. `event`: who can be
   * asked about an event itself is handed that one instead of a message.
   */
  readonly whenValidating?: (asked: 'message' | 'event') => Case;
  /** The same case for an engine that has said how it goes on after an error. */
  readonly inMode?: (mode: ErrorMode) => Case;
  /** It calls functions that only an engine with user functions can have. */
  readonly userFunctions?: true;
  /** How the record key is to come about, which only some producers over Kafka can be told. */
  readonly key?: KeyChoice['kind'];
  /** What is handed in; nothing where a message is asked for. */
  readonly stimulus: (token: string) => readonly Stimulus[];
  /** The events that the target is asked to encode. */
  readonly told?: (token: string) => Told;
  /** The events that the target is asked about: a valid one, and one with the defect. */
  readonly validity?: (token: string) => readonly [valid: CloudEvent, invalid: CloudEvent];
  /** What an engine is asked, one question after the other. */
  readonly questions?: (token: string) => readonly Question[];
  /** The expression that is made the filter before anything is handed in. */
  readonly filter?: (token: string) => string;
  readonly judge: (observed: Observed) => Judgement;
}
