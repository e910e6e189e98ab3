// What an adapter has to show that claims to evaluate CESQL: a value, an error of a known kind, and the user functions
// that it registered. Whether the engine is right is for a run to find out, not for this check.
import { toWire } from '../../event/wire.js';
import type { AdapterReply } from '../../target/adapter/protocol.js';
import { quote } from '../../target/adapter/quote.js';
import type { Asked } from './asked.js';
import { explainFailure } from './explain-failure.js';
import { replyLine } from './requests.js';
import { plainEvent } from './sample-events.js';
import type { Talk } from './talk.js';
import type { Broken, Step } from './types.js';

type Evaluated = Extract<AdapterReply, { readonly kind: 'value' }>;

interface Question {
  readonly expression: string;
  /** The members of a right reply. */
  readonly right: { readonly value: boolean | number | string; readonly errors: readonly string[] };
  /** What is wrong with a reply of the right form, if anything: how it came out, and what to do. */
  readonly wrong?: (reply: Evaluated) => string | undefined;
  readonly next: string;
}

const VALUE: Question = {
  expression: "type = 'org.example.conform.check'",
  right: { value: true, errors: [] },
  next: 'Write the value as JSON of its type, and errors as an empty list where there are none.',
};

const ERROR: Question = {
  expression: '1 / 0',
  right: { value: 0, errors: ['math'] },
  // Which kind it is, and which value comes with it, is the engine's word.
  wrong: ({ errors }) => (errors.length > 0 ? undefined : 'came out without an error'),
  next: 'Write the kind of each error that the engine tells of, a parse error as parse, beside the value where there is one.',
};

const REGISTER =
  'Register the function as docs/adapters.md says, by what the engine has for functions of its users, or take evaluate:functions out of supports.';

/** A function that the engine refuses beside another one is not asked for: it may be refused or not. */
const FUNCTIONS: readonly Question[] = [
  ...Object.entries({
    "CONFORM_F('a')": 'one:a',
    "CONFORM_F('a', 'b')": 'two:a,b',
    "CONFORM_F('a', 'b', 'c', 'd')": 'many:4',
    "CONFORM_CLASH('a', 'b', 'c')": 'three',
  }).map(([expression, value]) => ({ expression, right: { value, errors: [] }, next: REGISTER })),
  {
    expression: "CONFORM_FAIL('a')",
    right: { value: 0, errors: ['functionEvaluation'] },
    wrong: ({ errors }) => {
      if (errors.includes('missingFunction')) return 'came out as a missing function';
      return errors.length > 0 ? undefined : 'came out without an error';
    },
    next: 'Let CONFORM_FAIL give an error and no value, as docs/adapters.md says, or take evaluate:functions out of supports.',
  },
];

export const EVALUATE: Step = {
  id: 'evaluate:cesql',
  title: 'evaluate:cesql: a plain expression has its value, and an error its kind',
  run: (talk) => each(talk, 'evaluate:cesql', [VALUE, ERROR]),
};

export const USER_FUNCTIONS: Step = {
  id: 'evaluate:functions',
  title: 'evaluate:functions: the functions of the harness are there',
  run: (talk) => each(talk, 'evaluate:functions', FUNCTIONS),
};

async function each(talk: Talk, word: string, questions: readonly Question[]): Promise<Broken | undefined> {
  for (const question of questions) {
    const { expression, right } = question;
    const asked = await talk.ask({ op: 'evaluate', expression, event: toWire(plainEvent('one')) });
    const line = replyLine(asked.sent[0], right);
    const broken = failed(asked, line) ?? wrongAnswer(word, question, asked, line);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

// An evaluation is not `rejected`, which is what others are told to answer.
function failed(asked: Asked, line: string): Broken | undefined {
  const broken = explainFailure(asked, line);
  const outcome = asked.exchanges[0]?.outcome;
  const isClosed = outcome?.kind === 'failure' && outcome.failure.code === 'closed' && asked.stray === undefined;
  return broken && isClosed ? { ...broken, next: CLOSED } : broken;
}

const THROWN =
  'Catch the errors that the engine documents, and answer with their kinds. If it is the engine that fails at this expression, take the word out of supports.';

const CLOSED = `${THROWN} Whatever else it throws is answered as thrown.`;

function wrongAnswer(word: string, question: Question, asked: Asked, line: string): Broken | undefined {
  const outcome = asked.exchanges[0]?.outcome;
  if (outcome?.kind !== 'reply') return undefined;
  const { reply } = outcome;
  if (reply.kind === 'unsupported') {
    const problem = `hello claims ${word}, and the answer is unsupported`;
    return { problem, next: `Answer it, or take ${word} out of supports.`, asked, line };
  }
  const { expression, right, wrong = (seen: Evaluated) => otherThan(right.value, seen), next } = question;
  if (reply.kind === 'thrown') {
    return { problem: `${expression} threw: ${quote(reply.reason, 300)}`, next: THROWN, asked, line };
  }
  if (reply.kind !== 'value') return undefined;
  const how = wrong(reply);
  return how === undefined ? undefined : { problem: `${expression} ${how}`, next, asked, line };
}

function otherThan(expected: boolean | number | string, { value, errors }: Evaluated): string | undefined {
  if (value === expected && errors.length === 0) return undefined;
  const told = errors.length === 0 ? 'no errors' : `the errors ${errors.join(', ')}`;
  return `is ${JSON.stringify(expected)}, and came out as ${quote(JSON.stringify(value))} with ${told}`;
}
