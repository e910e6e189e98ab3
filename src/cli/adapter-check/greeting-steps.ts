// The first steps: the program is there, says who it is, and knows what it does not know.
import { CLAIM_WORDS, ERROR_MODES, isClaimWord } from '../../target/adapter/claim-words.js';
import { canaryName } from '../../target/adapter/greet.js';
import type { AdapterHello } from '../../target/adapter/protocol.js';
import { quote } from '../../target/adapter/quote.js';
import { didYouMean } from '../nearest.js';
import type { Asked } from './asked.js';
import { explainFailure } from './explain-failure.js';
import { replyLine } from './requests.js';
import type { Talk } from './talk.js';
import type { Broken, Step } from './types.js';

/** The answer to hello, once it was understood. */
export async function helloOf(talk: Talk): Promise<AdapterHello | undefined> {
  const [exchange] = (await talk.hello()).exchanges;
  return exchange?.outcome.kind === 'reply' && exchange.outcome.reply.kind === 'hello'
    ? exchange.outcome.reply
    : undefined;
}

const SAMPLE_HELLO = {
  protocol: 1,
  name: 'the name of the SDK',
  version: '1.2.3',
  language: 'javascript',
  supports: ['decode:http-binary'],
};

const helloLine = ({ sent: [sent] }: Asked): string => replyLine(sent, SAMPLE_HELLO);

/** Whether a line came that is a reply to hello, right or wrong. */
function isAnswered({ exchanges: [exchange], stray }: Asked): boolean {
  if (exchange?.outcome.kind !== 'failure') return stray === undefined;
  return stray === undefined && exchange.outcome.failure.code === 'protocol';
}

export const GREETING_STEPS: readonly Step[] = [
  {
    id: 'starts',
    title: 'the program starts and waits for a request',
    run: async (talk) => {
      const asked = await talk.hello();
      const [exchange] = asked.exchanges;
      const code = exchange?.outcome.kind === 'failure' ? exchange.outcome.failure.code : undefined;
      if (code === 'unreachable')
        return { problem: problemOf(asked), next: startHint(problemOf(asked)), unreachable: true };
      if (code !== 'closed' || asked.stray !== undefined) return undefined;
      const next =
        'Let it read lines from stdin in a loop, until stdin ends. If stderr shows an error, that comes first.';
      return { problem: problemOf(asked), next, asked };
    },
  },
  {
    id: 'hello',
    title: 'it answers hello',
    run: async (talk) => {
      const asked = await talk.hello();
      return isAnswered(asked) ? undefined : explainFailure(asked, helloLine(asked));
    },
  },
  {
    id: 'hello.form',
    title: 'its hello has the right form',
    run: async (talk) => {
      const asked = await talk.hello();
      const broken = explainFailure(asked, helloLine(asked));
      return broken && { ...broken, next: 'Correct that member of the reply to hello.' };
    },
  },
  {
    id: 'supports',
    title: 'it claims something, in words of the protocol',
    run: async (talk) => {
      const asked = await talk.hello();
      const supports = (await helloOf(talk))?.supports ?? [];
      const shown = { asked, line: helloLine(asked) };
      const unknown = supports.find((word) => !isClaimWord(word));
      if (unknown !== undefined) {
        const problem = `supports has ${quote(unknown)}, which is no word of the protocol`;
        return { problem, next: `${didYouMean(unknown, CLAIM_WORDS) ?? 'Take it out.'} ${WORDS}`, ...shown };
      }
      const twice = supports.find((word, index) => supports.indexOf(word) !== index);
      if (twice !== undefined)
        return { problem: `supports has ${twice} twice`, next: 'Name each word once.', ...shown };
      const contradiction = evaluationProblem(supports);
      if (contradiction !== undefined) return { ...contradiction, ...shown };
      if (supports.length > 0) return undefined;
      return {
        problem: 'supports is empty: there is nothing to ask',
        next: `Name what the SDK can do. ${WORDS}`,
        ...shown,
      };
    },
  },
  {
    id: 'canary',
    title: 'it answers unsupported to what it does not know',
    run: async (talk) => {
      const asked = await talk.ask({ op: canaryName() });
      const broken = explainFailure(asked, replyLine(asked.sent[0], { unsupported: true }));
      if (broken === undefined) return undefined;
      const next =
        'Answer each op that the program does not know with `unsupported`: this one has a new random name each time, and whoever answers it otherwise answers without reading.';
      return asked.stray === undefined ? { ...broken, next } : broken;
    },
  },
];

/** What is wrong with the words about expressions together. */
function evaluationProblem(supports: readonly string[]): Pick<Broken, 'problem' | 'next'> | undefined {
  const words = CLAIM_WORDS.filter((word) => word.startsWith('evaluate:') && supports.includes(word));
  const [first] = words;
  if (first !== undefined && first !== 'evaluate:cesql') {
    const next = `Claim evaluate:cesql too, or take ${first} out.`;
    return { problem: `supports has ${first} without evaluate:cesql`, next };
  }
  const modes = ERROR_MODES.filter((mode) => words.includes(mode));
  if (modes.length < 2) return undefined;
  const next = 'Claim the one that the documentation of the engine states, or none.';
  return { problem: `supports has ${modes.join(' and ')}, which are several error modes`, next };
}

const WORDS = `The words are ${CLAIM_WORDS.join(', ')}.`;

function startHint(problem: string): string {
  if (problem.includes('(EACCES)'))
    return 'Make the file executable, or put the program that runs it before it: -- python adapter.py';
  if (!problem.includes('(ENOENT)')) return 'Run the command line behind -- by itself: it has to start a program.';
  return `The first word behind -- is the program: without a slash it is looked up in PATH, with one it is a file as seen from this folder, ${process.cwd()}. Each argument is a word of its own: -- node adapter.js, and not -- "node adapter.js".`;
}

const problemOf = (asked: Asked): string => explainFailure(asked)?.problem ?? '';
