// Valid events, in every way that they are written.
import type { CloudEvent } from '../../event/types.js';
import type { Writing } from '../../generate/writing/types.js';
import { write } from '../../generate/writing/write.js';
import { marked } from '../marked.js';
import type { JudgedShot, Shot } from '../shot.js';
import type { EventsTrial } from '../trial.js';
import { asDuplicate } from './as-duplicate.js';
import { judgedEvents } from './judged.js';
import { stimulusOf } from './stimulus-of.js';
import { wayOf } from './way-of.js';

/** A shot for each way that the events are written in; the first one twice where that is asked for. */
export function eventShots({ events, writings, again }: EventsTrial, name: string): readonly Shot[] {
  const shots = writings.map((writing, index) => eventShot(events, writing, `${name}/${index}`));
  const [first, ...others] = shots;
  if (again !== true || first === undefined) return shots;
  const second = { ...first, judge: asDuplicate(first.judge) };
  return [{ ...first, bytes: name }, { ...second, bytes: name }, ...others];
}

function eventShot(events: readonly CloudEvent[], writing: Writing, id: string): JudgedShot {
  const { form, spelling } = writing;
  const [single] = events;
  const isBatch = form.mode === 'batch' || single === undefined;
  const ownBy = remembered((token) => events.map((event) => marked(event, token)));
  return {
    exchanged: {
      id,
      task: 'decode',
      events: events.length,
      stimulus: (token) => [stimulusOf(write(ownBy(token), writing), spelling)],
    },
    way: wayOf(form),
    survival: 'answer',
    judge: (observed) => judgedEvents(ownBy(observed.token), isBatch, observed),
  };
}

/** What is made of a token, once: it is asked for by what is sent and by what is judged. */
function remembered<T>(make: (token: string) => T): (token: string) => T {
  let last: { readonly token: string; readonly made: T } | undefined;
  return (token) => {
    if (last?.token !== token) last = { token, made: make(token) };
    return last.made;
  };
}
