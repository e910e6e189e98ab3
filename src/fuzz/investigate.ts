// Whether a symptom comes again: alone, or only beside other events, or by chance. What comes again is shrunk.
import type { Evidence } from '../engine/evidence.js';
import { alikeAmong } from './alike.js';
import type { Examined } from './examine.js';
import { type Drawn, type Shown, shrink } from './shrink.js';
import type { Symptom } from './symptom.js';
import type { Trial } from './trial.js';

export interface Investigation extends Shown {
  /** `reliable`: every time. `beside`: only while other events are on their way. `flaky`: now and then, or never again. */
  readonly kind: 'reliable' | 'beside' | 'flaky';
  readonly again: { readonly hits: number; readonly of: number };
  readonly beside?: number;
  /** Of the last attempt that showed it. */
  readonly evidence: readonly Evidence[];
}

export interface InvestigateOptions {
  /** Tries a trial once. */
  readonly attempt: (trial: Trial) => Promise<Examined>;
  /** How much is worth doing: a symptom that came by chance before is asked about once more, and left. */
  readonly effort: 'whole' | 'short';
  /** Nothing has come by chance so far: what a step shows once it shows. */
  readonly isSteady: boolean;
  /** Whether the run was ended meanwhile: an attempt shows nothing any more. */
  readonly isEnded: () => boolean;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
}

/** A symptom that comes by chance once in a hundred times passes this once in a million. */
const TIMES = 3;

/** Attempts that tell how often something comes that does not come always. */
const TIMES_FLAKY = 12;

/** Events beside a trial, the fewest first, and how often it is tried with so many. */
const [BESIDE, ROUNDS, ROUNDS_OF_STEP] = [[1, 3, 7], 8, 6] as const;

/**
 * A crowd of many has many chances: it shows a symptom in so many of those rounds, and as many trials one after the other show it
 * in none of so many, or it came by chance.
 */
const [OF_ROUNDS, ROUNDS_ALONE] = [4, 16] as const;

/** Attempts to shrink, and milliseconds after which it is enough; so many attempts are made of what is slow, unless it takes far longer. */
const [ATTEMPTS, SHRINK_MS, ATTEMPTS_OF_SLOW, LONGEST_MS] = [800, 10_000, 120, 60_000] as const;

/**
 * Finds out how a symptom comes again. Nothing else may be under way meanwhile. Where the end of the run cuts it short, gives what came
 * every time, as far as it was shrunk; undefined where that was not found out yet.
 */
export async function investigate(
  drawn: Drawn,
  symptom: Symptom,
  first: readonly Evidence[],
  options: InvestigateOptions,
): Promise<Investigation | undefined> {
  const { attempt, effort, isSteady, isEnded } = options;
  const { trial } = drawn;
  const isOver = patience(options);
  const shows = async (one: Trial): Promise<Examined | undefined> => {
    const examined = await attempt(one);
    return alikeAmong(symptom, examined.symptoms) === undefined ? undefined : examined;
  };
  const times = await count(TIMES, () => shows(trial), true);
  if (times.hits === TIMES) {
    // Where symptoms come by chance, one could come at a step that has nothing to do with it: it has to show it twice.
    let last = times.evidence;
    const show = async (one: Trial): Promise<Symptom | undefined> => {
      const once = await shows(one);
      const again = once === undefined || isSteady ? once : await shows(one);
      if (again === undefined) return undefined;
      last = again.evidence;
      return alikeAmong(symptom, again.symptoms);
    };
    const shown = await shrink(drawn, symptom, { attempts: ATTEMPTS, isOver, show });
    const again = await count(TIMES, () => shows(shown.trial), false);
    if (isEnded()) return { kind: 'reliable', ...shown, again: told(times), evidence: last ?? first };
    if (again.hits === TIMES)
      return { kind: 'reliable', ...shown, again: told(again), evidence: again.evidence ?? first };
    return { kind: 'flaky', trial, symptom, again: told(again), evidence: times.evidence ?? first };
  }
  if (isEnded()) return undefined;
  if (effort === 'short')
    return { kind: 'flaky', trial, symptom, again: told(times), evidence: times.evidence ?? first };
  // A target that dies has to be waited for each time: it is not made to die in a crowd as well.
  if (times.hits === 0 && symptom.class !== 'crash') {
    const crowded = await besideOthers(drawn, symptom, isOver, options);
    if (crowded !== undefined) return crowded;
  }
  const more = await count(TIMES_FLAKY, () => shows(trial), false);
  if (isEnded()) return undefined;
  const again = { hits: times.hits + more.hits, of: times.of + more.of };
  return { kind: 'flaky', trial, symptom, again, evidence: more.evidence ?? times.evidence ?? first };
}

/** Whether shrinking has taken long enough; asked once for each attempt. */
function patience({ now, isEnded }: InvestigateOptions): () => boolean {
  const start = now();
  let attempts = 0;
  return () => {
    attempts += 1;
    const spent = now() - start;
    return isEnded() || spent > LONGEST_MS || (spent > SHRINK_MS && attempts > ATTEMPTS_OF_SLOW);
  };
}

async function besideOthers(
  drawn: Drawn,
  symptom: Symptom,
  isOver: () => boolean,
  { attempt, isEnded }: InvestigateOptions,
): Promise<Investigation | undefined> {
  const crowd = async (one: Trial, beside: number): Promise<Examined | undefined> => {
    const all = await Promise.all(Array.from({ length: beside + 1 }, () => attempt(one)));
    return all.find(({ symptoms }) => alikeAmong(symptom, symptoms) !== undefined);
  };
  const rounds = (of: number, one: Trial, beside: number): Promise<Count> => count(of, () => crowd(one, beside), false);
  /** How often it came beside so many; undefined where it does not come so, or comes without them too. */
  const besideSoMany = async (beside: number): Promise<Count | undefined> => {
    const first = await rounds(ROUNDS / 2, drawn.trial, beside);
    if (first.hits === 0) return undefined;
    const second = await rounds(ROUNDS / 2, drawn.trial, beside);
    const hits = first.hits + second.hits;
    if (hits < OF_ROUNDS) return undefined;
    for (let left = ROUNDS_ALONE * (beside + 1); left > 0; left--)
      if (alikeAmong(symptom, (await attempt(drawn.trial)).symptoms) !== undefined) return undefined;
    const evidence = second.evidence ?? first.evidence;
    return isEnded() ? undefined : { hits, of: ROUNDS, ...(evidence && { evidence }) };
  };
  for (const beside of BESIDE) {
    const came = await besideSoMany(beside);
    if (came === undefined) continue;
    let last = came.evidence;
    const show = async (one: Trial): Promise<Symptom | undefined> => {
      for (let round = 0; round < ROUNDS_OF_STEP; round++) {
        const shown = await crowd(one, beside);
        if (shown === undefined) continue;
        last = shown.evidence;
        return alikeAmong(symptom, shown.symptoms);
      }
      return undefined;
    };
    const shown = await shrink(drawn, symptom, {
      attempts: ATTEMPTS / ROUNDS_OF_STEP,
      isOver,
      show,
    });
    const again = await rounds(ROUNDS, shown.trial, beside);
    if (isEnded()) return { kind: 'beside', ...shown, beside, again: told(came), evidence: last ?? [] };
    if (again.hits < OF_ROUNDS) return undefined;
    return { kind: 'beside', ...shown, beside, again: told(again), evidence: again.evidence ?? [] };
  }
  return undefined;
}

interface Count {
  readonly hits: number;
  readonly of: number;
  readonly evidence?: readonly Evidence[];
}

const told = ({ hits, of }: Count): Investigation['again'] => ({ hits, of });

/** How often of so many times; where once without it settles the matter, no further. */
async function count(times: number, shows: () => Promise<Examined | undefined>, endsWithout: boolean): Promise<Count> {
  let hits = 0;
  let evidence: readonly Evidence[] | undefined;
  for (let of = 1; of <= times; of++) {
    const examined = await shows();
    if (examined !== undefined) {
      hits += 1;
      evidence = examined.evidence;
    } else if (endsWithout) return { hits, of, ...(evidence && { evidence }) };
  }
  return { hits, of: times, ...(evidence && { evidence }) };
}
