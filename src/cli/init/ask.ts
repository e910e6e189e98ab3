// What the flags leave open, asked at a terminal.
import { usageError } from '../../engine/error.js';
import { isKafkaUrl } from '../broker-url.js';
import { type Choice, type Questions, questionsAt } from './questions.js';
import { listenOf, subjectOf, targetOf } from './subject-of.js';
import type { Terminal } from './terminal.js';
import type { Ci, Plan, Subject } from './types.js';

/** What is known before anything is asked. `ci` is what the folder looks like, where no flag says it. */
export interface Known {
  readonly subject: Subject | undefined;
  readonly profiles: readonly string[];
  readonly ci: Ci | undefined;
  readonly drive: boolean | undefined;
  readonly likelyCi: Ci;
}

/** Asks for what is not known. Throws a usage error for a question that is left. */
export async function ask(known: Known, terminal: Terminal): Promise<Plan> {
  const questions = questionsAt(terminal);
  const { subject, profiles } =
    known.subject === undefined
      ? await askSubject(questions, known.profiles)
      : { subject: known.subject, profiles: known.profiles };
  return {
    subject,
    profiles,
    ci: known.ci ?? (await questions.choose('Where does it run?', CIS, known.likelyCi)),
    drive: known.drive ?? (await questions.isSo('Drive it once now, so that what fails today is known?')),
  };
}

type Kind = 'receiver' | 'consumer' | 'broker' | 'sdk' | 'producer';

const KINDS: readonly Choice<Kind>[] = [
  { value: 'receiver', label: 'a service that takes events over HTTP' },
  { value: 'consumer', label: 'a program that reads events from a broker, and replies to another topic' },
  { value: 'broker', label: 'a broker' },
  { value: 'sdk', label: 'an SDK, behind an adapter program' },
  { value: 'producer', label: 'a program that sends events' },
];

const CIS: readonly Choice<Ci>[] = [
  { value: 'github', label: 'GitHub Actions' },
  { value: 'gitlab', label: 'GitLab' },
  { value: 'none', label: 'nowhere yet', hint: 'no workflow is written' },
];

async function askSubject(
  questions: Questions,
  profiles: readonly string[],
): Promise<Pick<Plan, 'subject' | 'profiles'>> {
  const target = async (example: string): Promise<string> =>
    questions.word('At which address does it take events?', example, targetOf);
  switch (await questions.choose('What is to be judged?', KINDS, 'receiver')) {
    case 'receiver':
      return { subject: { kind: 'target', target: await target('http://localhost:8080/') }, profiles };
    case 'consumer':
      return {
        subject: { kind: 'target', target: await target('kafka://localhost:9092/in?reply=out') },
        profiles,
      };
    case 'broker': {
      const address = await target('kafka://localhost:9092');
      const profile = isKafkaUrl(address) ? 'kafka-broker' : 'mqtt-broker';
      return { subject: { kind: 'target', target: address }, profiles: profiles.length === 0 ? [profile] : profiles };
    }
    case 'sdk':
      return {
        subject: await questions.word('Its command line?', 'node adapter.js', (answer) => adapterOf(wordsOf(answer))),
        profiles,
      };
    case 'producer': {
      const listen = await questions.word('Where does it send to?', ':0', (answer) => listenOf(answer || ':0'));
      const program = await questions.word('Its command line, if it is to be started?', 'node producer.mjs', wordsOf);
      return { subject: { kind: 'producer', listen, program }, profiles };
    }
  }
}

function adapterOf(words: readonly string[]): Subject {
  const subject = subjectOf(words, { adapter: true });
  if (subject === undefined) throw new Error('an adapter is a subject');
  return subject;
}

/** The words of a command line, which no shell will read. Throws a usage error for what only a shell could. */
export function wordsOf(answer: string): readonly string[] {
  if (answer.startsWith('[')) return elementsOf(answer);
  if (/['"\\$`|&;<>*?]/.test(answer)) {
    throw usageError(
      'init.words',
      'there is no shell to read quotes, variables or patterns',
      'write such words as a JSON array: ["node", "my adapter.js"]',
    );
  }
  return answer.split(/\s+/).filter((word) => word !== '');
}

function elementsOf(answer: string): readonly string[] {
  const wrong = usageError('init.words', 'that is no JSON array of texts', 'for example ["node", "my adapter.js"]');
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    throw wrong;
  }
  if (Array.isArray(value) && value.every((word) => typeof word === 'string' && word !== '')) return value as string[];
  throw wrong;
}
