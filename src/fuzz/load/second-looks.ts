// A second look at the sink, some time after the first: for events that had not come by then, and for further copies of those that had.
import type { Arrivals } from './arrivals.js';
import type { Tally } from './tally.js';

/** What the first look saw: nothing, or the event. */
export type FirstLook = 'missing' | 'came';

export interface SecondLooks {
  /** Has a look at this token later on. */
  add(token: string, first: FirstLook, now: number): void;
  /** Looks at those whose time has come. */
  lookAt(now: number): Promise<void>;
  /** Looks at all that are left. */
  finish(): Promise<void>;
}

/** Beyond so many, the oldest are looked at before their time: as many as the sink can surely hold messages for. */
const MOST = 4096;

interface Entry {
  readonly first: FirstLook;
  readonly due: number;
}

export function createSecondLooks(arrivals: Pick<Arrivals, 'look'>, tally: Tally, afterMs: number): SecondLooks {
  // In the order in which they were added, which is that of their times.
  const entries = new Map<string, Entry>();

  async function look(isDue: (entry: Entry) => boolean): Promise<void> {
    const due: [string, Entry][] = [];
    for (const [token, entry] of entries) {
      if (!isDue(entry) && entries.size <= MOST) break;
      due.push([token, entry]);
      entries.delete(token);
    }
    for (const [token, { first }] of due) {
      const { length } = await arrivals.look(token);
      if (length === 0) continue;
      if (first === 'missing') tally.found();
      tally.duplicated(first === 'missing' ? length - 1 : length);
    }
  }

  return {
    add(token, first, now) {
      entries.set(token, { first, due: now + afterMs });
    },
    lookAt: (now) => look(({ due }) => due <= now),
    finish: () => look(() => true),
  };
}
