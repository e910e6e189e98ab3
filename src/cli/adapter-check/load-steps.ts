// What a run does beside asking one plain thing at a time.
import type { CloudEvent } from '../../event/types.js';
import { passes, wrongAnswer } from './claim-steps.js';
import { explainFailure } from './explain-failure.js';
import { type MessageWord, messageReply, messageRequest, replyLine } from './requests.js';
import { binaryEvent, largeEvent, plainEvent } from './sample-events.js';
import type { Talk } from './talk.js';
import type { Broken, Step } from './types.js';

/** As many as a run asks at a time by default. */
const AT_A_TIME = 8;

/** The steps for an adapter that claims these words; one of each direction is enough. */
export function loadSteps(words: readonly MessageWord[]): readonly Step[] {
  const some = [...new Set(['decode', 'encode'])].flatMap(
    (direction) => words.find((word) => word.startsWith(direction)) ?? [],
  );
  const [first] = some;
  if (first === undefined) return [];
  return [
    {
      id: 'parallel',
      title: `${AT_A_TIME} requests at a time get their own replies`,
      run: (talk) => inParallel(talk, first),
    },
    { id: 'large', title: 'an event of 64 KiB goes through', run: (talk) => each(talk, some, largeEvent('large')) },
    { id: 'bytes', title: 'data that is no text goes through', run: (talk) => each(talk, some, binaryEvent('bytes')) },
  ];
}

async function each(talk: Talk, words: readonly MessageWord[], event: CloudEvent): Promise<Broken | undefined> {
  for (const word of words) {
    const broken = await passes(talk, word, [event]);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

async function inParallel(talk: Talk, word: MessageWord): Promise<Broken | undefined> {
  const events = Array.from({ length: AT_A_TIME }, (_, index) => [plainEvent(`parallel-${index}`)]);
  const asked = await talk.ask(...events.map((event) => messageRequest(word, event)));
  const lines = events.map((event, index) => replyLine(asked.sent[index], messageReply(word, event)));
  const failure = explainFailure(asked, lines[0]);
  if (failure !== undefined) return failure;
  for (const [index, event] of events.entries()) {
    const broken = wrongAnswer(word, event, asked, lines[index] ?? '', asked.exchanges[index]);
    if (broken !== undefined) return { ...broken, next: OWN_ID };
  }
  return undefined;
}

const OWN_ID =
  'Several requests wait at the same time: answer each with its own id. Keep nothing of a request in a variable that the next one overwrites.';
