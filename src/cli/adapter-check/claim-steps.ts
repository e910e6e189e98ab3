// What is asked of an adapter for each word that it claims: a plain event goes through.
import type { CloudEvent } from '../../event/types.js';
import { toWire } from '../../event/wire.js';
import type { ClaimWord } from '../../target/adapter/claim-words.js';
import { quote } from '../../target/adapter/quote.js';
import type { Asked } from './asked.js';
import { compareMessage, compareWire } from './compare-events.js';
import { EVALUATE, USER_FUNCTIONS } from './evaluate-steps.js';
import { explainFailure } from './explain-failure.js';
import { formOf, isMessageWord, type MessageWord, messageReply, messageRequest, replyLine } from './requests.js';
import { invalidEvent, plainEvent } from './sample-events.js';
import type { Talk } from './talk.js';
import type { Broken, Step } from './types.js';

/** The steps of a claimed word; none where the word says how another is meant. */
export function claimSteps(word: ClaimWord): readonly Step[] {
  if (isMessageWord(word)) return [messageStep(word)];
  switch (word) {
    case 'validate':
      return [VALIDATE];
    case 'evaluate:cesql':
      return [EVALUATE];
    case 'evaluate:functions':
      return [USER_FUNCTIONS];
    case 'encode:valid-only':
    case 'encode:kafka-key':
    case 'encode:kafka-mapper':
    case 'evaluate:complete':
    case 'evaluate:fail-fast':
    case 'evaluate:operator':
      return [];
  }
}

function messageStep(word: MessageWord): Step {
  const [events, title] =
    formOf(word).mode === 'batch'
      ? [BATCH, `${word}: two events go through`]
      : [ONE, `${word}: a plain event goes through`];
  return { id: word, title, run: (talk) => passes(talk, word, events) };
}

const ONE = [plainEvent('one')];
const BATCH = [plainEvent('one'), plainEvent('two')];

/** Sends events one way and looks whether they arrive. */
export async function passes(
  talk: Talk,
  word: MessageWord,
  events: readonly CloudEvent[],
): Promise<Broken | undefined> {
  const asked = await talk.ask(messageRequest(word, events));
  const line = replyLine(asked.sent[0], messageReply(word, events));
  return explainFailure(asked, line) ?? wrongAnswer(word, events, asked, line);
}

/** What is wrong with the reply to `messageRequest`, where there is one. */
export function wrongAnswer(
  word: MessageWord,
  events: readonly CloudEvent[],
  asked: Asked,
  line: string,
  exchange: Asked['exchanges'][number] | undefined = asked.exchanges[0],
): Broken | undefined {
  const reply = exchange?.outcome.kind === 'reply' ? exchange.outcome.reply : undefined;
  switch (reply?.kind) {
    case 'unsupported':
      return { problem: `hello claims ${word}, and the answer is unsupported`, next: unclaim(word), asked, line };
    case 'rejected':
      return { problem: `a plain event was rejected: ${quote(reply.reason, 300)}`, next: REJECTED, asked, line };
    case 'events':
    case 'message': {
      const problem =
        reply.kind === 'events'
          ? compareWire(events, reply.events)
          : compareMessage(events, reply.message, formOf(word));
      return problem === undefined ? undefined : { problem, next: ALTERED, asked, line };
    }
    default:
      return undefined;
  }
}

const unclaim = (word: string): string => `Answer it, or take ${word} out of supports.`;

const REJECTED =
  'Hand the message or the event to the SDK as it came. If the SDK itself refuses it when it is called as its documentation says, take the word out of supports.';

const ALTERED =
  'Hand everything to the SDK as it came, and write down what it gave, attribute by attribute. Where the SDK itself alters it, tell its maintainers.';

const VALIDATE: Step = {
  id: 'validate',
  title: 'validate: a valid event is told from an invalid one',
  run: async (talk) => {
    const valid = await talk.ask({ op: 'validate', event: toWire(plainEvent('one')) });
    const validLine = replyLine(valid.sent[0], { valid: true });
    const broken = explainFailure(valid, validLine) ?? validity('valid', valid, validLine);
    if (broken !== undefined) return broken;
    const invalid = await talk.ask({ op: 'validate', event: toWire(invalidEvent('one')) });
    const invalidLine = replyLine(invalid.sent[0], { valid: false, reason: 'the attribute type is missing' });
    return explainFailure(invalid, invalidLine) ?? validity('invalid', invalid, invalidLine);
  },
};

function validity(expected: 'valid' | 'invalid', asked: Asked, line: string): Broken | undefined {
  const outcome = asked.exchanges[0]?.outcome;
  if (outcome?.kind !== 'reply' || outcome.reply.kind === expected) return undefined;
  if (outcome.reply.kind === 'unsupported') {
    return { problem: 'hello claims validate, and the answer is unsupported', next: unclaim('validate'), asked, line };
  }
  const problem =
    outcome.reply.kind === 'invalid'
      ? `a valid event was found invalid: ${quote(outcome.reply.reason, 300)}`
      : 'an event without the required attribute type was found valid';
  const next =
    'Build the event in the SDK and let the SDK decide; what it throws is the reason. If it cannot tell, take validate out of supports.';
  return { problem, next, asked, line };
}
