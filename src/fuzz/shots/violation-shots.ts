// Events with one rule broken.
import type { Message } from '../../binding/types.js';
import { canonical } from '../../event/canonical.js';
import { kindOf } from '../../generate/violation/kinds.js';
import { writeTwin, writeViolation } from '../../generate/violation/write-violation.js';
import { doublyMarked } from '../marked.js';
import type { Obligations, Shot } from '../shot.js';
import type { ViolationTrial } from '../trial.js';
import { asSent } from './as-sent.js';
import { inTwoWays } from './in-two-ways.js';
import { judged, judgedEvents } from './judged.js';
import { rawStimulusOf } from './stimulus-of.js';
import { validityShots } from './validity-shots.js';
import { wayOf } from './way-of.js';

/** What is obliged depends on the claims: where the text prescribes no refusal, any answer will do. */
export function violationShots(
  { violation }: ViolationTrial,
  name: string,
  { isDue, isDemanded, asked }: Obligations,
): readonly Shot[] {
  const { form, event, requirement } = violation;
  const at = (token: string) => ({ ...violation, event: doublyMarked(event, token) });
  const question = (suffix: string, encode: (one: typeof violation) => Message, events: number): Shot => ({
    exchanged: {
      id: `${name}/${suffix}`,
      task: 'decode',
      events,
      stimulus: (token) => [rawStimulusOf(encode(at(token)))],
    },
    way: wayOf(form),
    survival: 'answer',
  });
  const kind = kindOf(requirement);
  // What may be open even for who validates is asked for by nobody.
  if (kind === undefined || kind.isOpen === true || !isDue(requirement)) return inTwoWays(question);
  if (asked === 'event' && !isDemanded(requirement))
    return [question('broken', writeViolation, 0), ...validityShots(violation, name)];
  const { attributes } = kind;
  const twin = question('twin', writeTwin, 1);
  return [
    {
      ...twin,
      judge: (observed) => judgedEvents([doublyMarked(event, observed.token)], false, observed),
    },
    {
      ...question('broken', writeViolation, 0),
      due: requirement,
      judge: (observed) =>
        asSent(
          violation,
          judged(
            {
              requirement,
              title: 'a generated violation',
              expect: { refused: { attributes } },
              event: { set: { id: canonical(doublyMarked(event, observed.token).attributes.get('id') ?? '') } },
              ...(isDemanded(requirement) ? {} : { validating: true as const }),
            },
            observed,
          ),
        ),
    },
  ];
}
