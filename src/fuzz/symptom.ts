// What is wrong with the answers to a trial, before it is known why.
import type { Way } from '../engine/case.js';
import { isCoreAttribute } from '../event/names.js';
import type { JsonValue } from '../event/types.js';
import type { FindingClass } from '../report/fuzz/types.js';

export interface Symptom {
  readonly class: FindingClass;
  readonly way: Way;
  /** The attributes that differ, or `data`, or `event`. */
  readonly names: readonly string[];
  readonly title: string;
  readonly message: string;
  /** Of an engine of expressions, where the difference itself names the rule. */
  readonly requirement?: string;
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
  /** What tells this from other symptoms of its class: a status and its words, a code. */
  readonly detail: string;
  /** The root, where the answer itself tells it: whatever input shows it, it is the same defect. */
  readonly root?: string;
}

/** Symptoms of equal keys may have one cause, and are shrunk into each other. */
export const keyOf = ({ class: kind, way, names, detail }: Symptom): string =>
  [kind, way, detail, ...names.map(generalName)].join(' ');

/** The name of an attribute of the core, of data or of an event; all else is an extension. */
export const generalName = (name: string): string =>
  isCoreAttribute(name) || name === 'data' || name === 'event' ? name : 'extension';
