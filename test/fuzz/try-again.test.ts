import { describe, expect, it } from 'vitest';
import type { Examined } from '../../src/fuzz/examine.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { type Saved, tryAgain } from '../../src/fuzz/try-again.js';
import { broken, responded, trueReply } from '../engine/helpers/observed.js';
import { answeredBy, events, type ReplyOf, symptoms } from './helpers/trials.js';

const SAVED: Saved = { id: 'one', trial: events() };
const signal = new AbortController().signal;

const examined = (trial: Trial, reply: ReplyOf): Examined => ({
  symptoms: symptoms(trial, reply),
  answered: answeredBy(trial, reply),
  evidence: [],
});

/** Tries with this answer at each attempt, counted from 0; and how many there were. */
async function tried(saved: Saved, reply: (attempt: number) => ReplyOf, until: AbortSignal = signal) {
  let attempts = 0;
  const again = await tryAgain(saved, async (trial) => examined(trial, reply(attempts++)), until);
  return { again, attempts };
}

const refusing: ReplyOf = () => responded(400);

describe('tryAgain', () => {
  it('finds it fixed where it is right each time', async () => {
    expect(await tried(SAVED, () => trueReply)).toEqual({ again: { kind: 'fixed' }, attempts: 3 });
  });

  it('finds it failing where it fails once, in whatever way', async () => {
    const { again } = await tried(SAVED, (attempt) => (attempt === 1 ? () => broken('reset') : trueReply));
    expect(again).toMatchObject({ kind: 'failing', hits: 1, of: 3, examined: { symptoms: [{ class: 'dropped' }] } });
    expect((await tried(SAVED, () => refusing)).again).toMatchObject({ kind: 'failing', hits: 3, of: 3 });
  });

  it('tries more often what came by chance', async () => {
    const { again, attempts } = await tried({ ...SAVED, flaky: true }, (attempt) =>
      attempt === 20 ? refusing : trueReply,
    );
    expect(again).toMatchObject({ kind: 'failing', hits: 1 });
    expect(attempts).toBeGreaterThan(20);
  });

  it('tries as many at a time as it took', async () => {
    let [together, most] = [0, 0];
    await tryAgain(
      { ...SAVED, beside: 3 },
      async (trial) => {
        together += 1;
        most = Math.max(most, together);
        await Promise.resolve();
        together -= 1;
        return examined(trial, trueReply);
      },
      signal,
    );
    expect(most).toBe(4);
  });

  it.each([401, 429])('cannot say where all answers are %i', async (status) => {
    const { again } = await tried(SAVED, () => () => responded(status));
    expect(again).toEqual({ kind: 'unknown', reason: 'no answer was about the event' });
  });

  it('cannot say where it is interrupted', async () => {
    const { again, attempts } = await tried(SAVED, () => trueReply, AbortSignal.abort());
    expect(again).toEqual({ kind: 'unknown', reason: 'it was interrupted' });
    expect(attempts).toBe(1);
  });
});
