// From a trial to the questions that it asks. Pure: a question is a function of the token that marks its events.
import type { Obligations, Shot } from './shot.js';
import { encodeShot, expressionShot } from './shots/adapter-shots.js';
import { eventShots } from './shots/event-shots.js';
import { mutationShot } from './shots/mutation-shot.js';
import { violationShots } from './shots/violation-shots.js';
import type { Trial } from './trial.js';

export { ANY_TOKEN } from './shots/any-token.js';

/** The questions of a trial, in order. `name` makes their tokens, so it is another one for every attempt. */
export function shotsOf(trial: Trial, name: string, judges: Obligations): readonly Shot[] {
  switch (trial.kind) {
    case 'events':
      return eventShots(trial, name);
    case 'violation':
      return violationShots(trial, name, judges);
    case 'mutation':
      return [mutationShot(trial, name)];
    case 'encode':
      return [encodeShot(trial, name)];
    case 'expression':
      return [expressionShot(trial, name, judges)];
  }
}

/** Obligations of who has claimed nothing. */
export const NOTHING_DUE: Obligations = { asked: 'message', isDemanded: () => false, isDue: () => false };
