// The judge of a vector: pure, and careful to say `inconclusive` where the target's own output hides what it understood.

import type { Needs } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed, Reaction } from '../../src/engine/observed.js';
import { reactionWords } from '../../src/engine/reaction-words.js';
import type { JsonValue } from '../../src/event/types.js';
import { broken, differs, noEvent, refused } from './causes.js';
import { compareEvent, type Difference, lostDigits } from './compare.js';
import { letThrough } from './let-through.js';
import { type Located, locate } from './locate.js';
import { record } from './record.js';
import type { EventExpectation, JudgedVector } from './types.js';

/** Judges one vector; its token is in it already. `id` is the requirement, for grouping failures by cause. */
export function judgeVector(vector: JudgedVector, needs: Needs, observed: Observed): Judgement {
  const failed = observed.reactions.find((reaction) => reaction.kind === 'broken');
  if (failed?.kind === 'broken') return broken(failed.failure, vector);
  if (vector.through === true && !showsPassedOn(observed)) return { status: 'inconclusive', message: NOT_PASSED_ON };
  if (vector.expect === undefined) return record(vector, observed);
  const undecided = observed.reactions.find((reaction) => reaction.kind === 'undecided');
  if (undecided?.kind === 'undecided') {
    const status = undecided.status === undefined ? '' : `answered ${undecided.status}: `;
    return { status: 'inconclusive', message: `${status}${undecided.reason}` };
  }
  if ('refused' in vector.expect) return judgeRefusal(vector, vector.expect.refused.attributes, observed);
  const refusal = observed.reactions.find(
    (reaction): reaction is Extract<Reaction, { kind: 'refused' }> => reaction.kind === 'refused',
  );
  if (refusal !== undefined) return vector.mayRefuse ? refusable(refusal) : refused(vector, refusal, observed.requests);
  if ('accepted' in vector.expect) return { status: 'pass', expected: 'accepted', actual: 'accepted', bare: true };
  if (observed.observation === 'status') {
    return needs === 'status'
      ? { status: 'pass', expected: 'accepted', actual: 'accepted', bare: true }
      : { status: 'inconclusive', message: 'accepted, but the decoded event is not visible: only the status was seen' };
  }
  return judgeEvents(vector, 'event' in vector.expect ? [vector.expect.event] : vector.expect.elements, observed);
}

// An answer to who sent an event is not what is passed on.
const showsPassedOn = ({ observation }: Observed): boolean => observation === 'sink' || observation === 'adapter';

const NOT_PASSED_ON = 'what is passed on is not visible: it does not arrive at a sink';

const refusable = (reaction: Extract<Reaction, { kind: 'refused' }>): Judgement => ({
  status: 'not-applicable',
  message: `${reactionWords(reaction)}, which the text leaves open: the rule is about what comes out otherwise`,
});

function judgeEvents(vector: JudgedVector, expected: readonly EventExpectation[], observed: Observed): Judgement {
  const located = locate(vector, observed, expected.length);
  switch (located.kind) {
    case 'copied':
    case 'unreadable':
      return hidden(located);
    case 'none':
      if (observed.fence === 'lost') return nothingArrives;
      return expected.length === 0
        ? { status: 'pass', expected: [], actual: [] }
        : noEvent(vector, expected.map(shown));
    case 'found':
      if (isOtherMode(vector, located))
        return { status: 'not-applicable', message: OTHER_MODE[vector.passedOn ?? 'binary'] };
      if (observed.fence === 'lost' && located.events.includes(undefined)) return nothingArrives;
      return compared(vector, expected, located);
  }
}

const isOtherMode = ({ passedOn }: JudgedVector, { events }: Extract<Located, { kind: 'found' }>): boolean =>
  passedOn !== undefined && events.some((seen) => seen !== undefined && seen.mode !== passedOn);

const OTHER_MODE = {
  binary: 'it was not passed on in binary mode, which alone the rule is about',
  structured: 'it was not passed on in structured mode, which alone the rule is about',
} as const;

const hidden = (located: Extract<Located, { kind: 'copied' | 'unreadable' }>): Judgement => ({
  status: 'inconclusive',
  message:
    located.kind === 'copied'
      ? 'what came out is a copy of the request, byte by byte: it shows nothing about decoding'
      : `what came out cannot be decoded: ${located.reason}`,
});

const nothingArrives: Judgement = {
  status: 'inconclusive',
  message: 'nothing arrived at the sink any more, not even an event that was sent later: the path to it is interrupted',
};

function compared(
  vector: JudgedVector,
  expected: readonly EventExpectation[],
  located: Extract<Located, { kind: 'found' }>,
): Judgement {
  if (located.surplus > 0) {
    return differs(vector, [
      { kind: 'invented', name: 'event', expected: expected.length, actual: expected.length + located.surplus },
    ]);
  }
  const differences = expected.flatMap((expectation, index): readonly Difference[] => {
    const seen = located.events[index];
    return seen === undefined
      ? [{ kind: 'lost', name: 'event', expected: shown(expectation), actual: null }]
      : compareEvent(seen, expectation);
  });
  const definite = differences.filter((difference) => difference.kind !== 'unseen');
  if (definite.length > 0) return differs(vector, definite);
  const unseen = differences[0];
  if (unseen !== undefined) {
    return {
      status: 'inconclusive',
      message:
        unseen.why ??
        `${unseen.name} came out in binary mode, through the target's own header encoding: answer in structured mode to make its decoding visible`,
      expected: { [unseen.name]: unseen.expected },
      actual: { [unseen.name]: unseen.actual },
    };
  }
  // That nothing differs is by chance where it is another event.
  if (located.unnamed === true) return { status: 'inconclusive', message: UNNAMED };
  const isShorter = expected.some((expectation, index) => {
    const seen = located.events[index];
    return seen !== undefined && lostDigits(seen, expectation);
  });
  // What was expected came out: the evidence has it, and a report need not repeat it.
  return isShorter
    ? { status: 'pass', message: 'the time came out with fewer digits than it was sent with' }
    : { status: 'pass' };
}

const UNNAMED = 'what came out holds a part of the event, and has another id: it may be another event';

// A refusal is asked for. The value or the message may be refused (position A33), so an event without the value passes.
function judgeRefusal(vector: JudgedVector, attributes: readonly string[], observed: Observed): Judgement {
  const expected: JsonValue = 'refused';
  const reaction = observed.reactions[0];
  const nothing: Judgement =
    reaction?.kind === 'refused'
      ? { status: 'pass', expected, actual: reactionWords(reaction) }
      : { status: 'pass', expected, actual: 'accepted, and no event came out' };
  // Some refuse in words and pass on all the same.
  if (reaction?.kind === 'refused' && observed.outputs.length === 0) return nothing;
  if (observed.observation === 'status') {
    return {
      status: 'inconclusive',
      expected,
      message: 'answered 2xx, but whether an event was made of it is not visible',
    };
  }
  const located = locate(vector, observed, 1);
  switch (located.kind) {
    case 'copied':
    case 'unreadable':
      return hidden(located);
    case 'none':
      return observed.fence === 'lost' && reaction?.kind !== 'refused' ? nothingArrives : nothing;
    case 'found': {
      if (vector.validating === true)
        return letThrough(vector, attributes, observed.requests[0], located.events[0]?.event);
      const made = attributes.flatMap((name): readonly Difference[] => {
        const actual = located.events[0]?.event.attributes.get(name);
        return actual === undefined ? [] : [{ kind: 'invented', name, expected: 'no such event', actual }];
      });
      return made.length > 0
        ? differs(vector, made)
        : { status: 'pass', expected, actual: 'the event came out without the value' };
    }
  }
}

const shown = (expectation: EventExpectation): JsonValue => JSON.parse(JSON.stringify(expectation));
