// The defects that were found, each once, however often it was met and wherever it showed.
import { hash } from 'node:crypto';
import type { Way } from '../engine/case.js';
import { isRobustness, type TrialPath } from '../report/fuzz/types.js';
import type { Investigation } from './investigate.js';
import { shapeOf } from './shape.js';
import { keyOf, type Symptom } from './symptom.js';
import type { Trial } from './trial.js';

/** One defect. */
export interface Found extends Investigation {
  readonly id: string;
  readonly ways: readonly Way[];
  readonly count: number;
  readonly path: TrialPath;
  /** The trial that met it first. */
  readonly met: Trial;
  /** Messages sent until then. */
  readonly after: number;
}

/** What is to be done about a symptom. */
export type Treatment =
  /** It is found out what is behind it. */
  | 'whole'
  /** It came by chance before: it is asked about once more. */
  | 'short'
  /** It is known, and counted. */
  | 'counted';

export interface Findings {
  treat(symptom: Symptom): Treatment;
  /** Takes note of what was found out; gives the defect where it is a new one. */
  add(met: Met, investigation: Investigation): Found | undefined;
  /** Takes note of what was found out to be no defect. */
  leave(met: Met): undefined;
  /** Whether nothing has come by chance so far. */
  isSteady(): boolean;
  all(): readonly Found[];
  /** Causes beyond those that are kept. */
  more(): number;
}

/** Where and when a symptom was met. */
export interface Met {
  readonly trial: Trial;
  readonly symptom: Symptom;
  readonly path: TrialPath;
  readonly after: number;
}

/** Symptoms of one key that are shrunk: they may have several causes. */
const SHRUNK_OF_KEY = 3;

/** Symptoms of one key that are looked at in full though the first ones came by chance. */
const CHANCES = 3;

/** Defects that are kept: who reads more of them at once? */
const MOST = 100;

/** No defect yet. */
export function createFindings(most: number = MOST): Findings {
  const found = new Map<string, Found>();
  const keys = new Map<string, { shrunk: number; chances: number; last: string | undefined }>();
  /** Findings by the root that their answer tells. */
  const roots = new Map<string, string>();
  let [more, chances] = [0, 0];

  const stateOf = (symptom: Symptom) => {
    const key = keyOf(symptom);
    const state = keys.get(key) ?? { shrunk: 0, chances: 0, last: undefined };
    keys.set(key, state);
    return state;
  };
  const raise = (id: string, by: Partial<Found>): void => {
    const known = found.get(id);
    if (known !== undefined) found.set(id, { ...known, count: known.count + 1, ...by });
  };

  return {
    treat(symptom) {
      const state = stateOf(symptom);
      const ofRoot = symptom.root === undefined ? undefined : roots.get(symptom.root);
      if (ofRoot !== undefined) {
        raise(ofRoot, {});
        return 'counted';
      }
      if (state.shrunk >= SHRUNK_OF_KEY) {
        if (state.last !== undefined) raise(state.last, {});
        return 'counted';
      }
      return state.chances >= CHANCES ? 'short' : 'whole';
    },
    add({ trial, symptom, path, after }, investigation) {
      const state = stateOf(symptom);
      const isFlaky = investigation.kind === 'flaky';
      if (isFlaky) {
        state.chances += 1;
        chances += 1;
      } else state.shrunk += 1;
      const cause = isFlaky
        ? `flaky ${keyOf(symptom)}`
        : `${investigation.kind} ${shapeOf(investigation.trial, investigation.symptom)}`;
      const id = idOf(cause);
      const known = found.get(id);
      if (!isFlaky) state.last = id;
      if (known === undefined && found.size >= most) {
        more += 1;
        return undefined;
      }
      if (known !== undefined) {
        const ways = [...new Set([...known.ways, symptom.way])];
        const again = {
          hits: known.again.hits + investigation.again.hits,
          of: known.again.of + investigation.again.of,
        };
        raise(id, isFlaky ? { ways, again } : { ways });
        return undefined;
      }
      const one: Found = { ...investigation, id, ways: [symptom.way], count: 1, path, met: trial, after };
      found.set(id, one);
      if (symptom.root !== undefined && !isFlaky) roots.set(symptom.root, id);
      return one;
    },
    leave({ symptom }) {
      stateOf(symptom).shrunk += 1;
      return undefined;
    },
    all: () => explained([...found.values()].filter(isTold)),
    isSteady: () => chances === 0,
    more: () => more,
  };
}

/** Where events get into each other, what comes by chance is that: it is counted there, and told no more. */
function explained(all: readonly Found[]): readonly Found[] {
  const crowded = all.find(({ kind }) => kind === 'beside');
  if (crowded === undefined) return all;
  const isChance = ({ kind, symptom }: Found): boolean => kind === 'flaky' && !isRobustness(symptom.class);
  const chances = all.filter(isChance).reduce((sum, { count }) => sum + count, 0);
  return all
    .filter((one) => !isChance(one))
    .map((one) => (one === crowded ? { ...one, count: one.count + chances } : one));
}

/** A deadline passes on a busy machine too: what never came again has to have come so often by itself. */
const CHANCE = 3;

const isTold = ({ kind, symptom, again, count }: Found): boolean =>
  kind !== 'flaky' || symptom.class !== 'hang' || again.hits > 0 || again.of === 0 || count >= CHANCE;

const idOf = (cause: string): string => hash('sha256', cause, 'hex').slice(0, 10);
