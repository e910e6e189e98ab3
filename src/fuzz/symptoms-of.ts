// From what was seen of a trial to what is wrong with it. Pure.
import type { Judgement } from '../engine/judgement.js';
import type { Observed, Reaction } from '../engine/observed.js';
import { reactionWords } from '../engine/reaction-words.js';
import { canonical } from '../event/canonical.js';
import type { JsonValue } from '../event/types.js';
import type { FindingClass } from '../report/fuzz/types.js';
import type { TransportFailure } from '../target/types.js';
import type { Shot } from './shot.js';
import type { Symptom } from './symptom.js';

/** One question of a trial, and what came of it. */
export interface Answered {
  readonly shot: Shot;
  readonly observed: Observed;
}

/** Everything that is wrong, what weighs most first: no answer, then a wrong one, then answers that do not agree. */
export function symptomsOf(answered: readonly Answered[], isIssued: (token: string) => boolean): readonly Symptom[] {
  const broken = answered.flatMap(({ shot, observed }) => brokenSymptoms(shot, observed));
  if (broken.length > 0) return broken;
  const leaked = answered.flatMap(({ shot, observed }) => leaks(shot, observed, isIssued));
  if (leaked.length > 0) return leaked;
  const judged = answered.flatMap(({ shot, observed }): readonly (readonly [Answered, Judgement])[] =>
    shot.judge === undefined || isTooLarge(observed) ? [] : [[{ shot, observed }, shot.judge(observed)]],
  );
  const unrepeatable = differing(judged, ({ bytes }) => bytes);
  if (unrepeatable !== undefined) return [unrepeatable];
  // Where the twin was refused, a refusal of the broken one shows nothing, and is no failure of it.
  const failed = judged.flatMap(([{ shot }, judgement]) => failureOf(shot, judgement));
  if (failed.length > 0) return failed;
  return disagreements(answered);
}

function brokenSymptoms({ way, survival }: Shot, { reactions }: Observed): readonly Symptom[] {
  if (survival === 'health') return [];
  return reactions.flatMap((reaction): readonly Symptom[] => {
    if (reaction.kind === 'broken') {
      const kind = BROKEN[reaction.failure.code];
      if (kind === undefined) return [];
      const { message, code } = reaction.failure;
      return [{ class: kind, way, names: [], title: TITLES[kind] ?? message, message, detail: code }];
    }
    const { status } = reaction;
    if (status === undefined || status < 500 || NO_FAULT.has(status)) return [];
    const words = reactionWords(reaction);
    return [
      {
        class: 'server-error',
        way,
        names: [],
        title: `It answers ${status}`,
        message: `the answer is ${words}`,
        actual: status,
        detail: String(status),
      },
    ];
  });
}

/** Answers that say that something is not served, or not now, rather than that serving it went wrong. */
const NO_FAULT: ReadonlySet<number> = new Set([501, 503, 505]);

/** What a failure to answer is; the rest says nothing about the target. */
const BROKEN: Readonly<Partial<Record<TransportFailure['code'], FindingClass>>> = {
  timeout: 'hang',
  closed: 'dropped',
  reset: 'dropped',
  unreachable: 'crash',
  thrown: 'thrown',
  'not-http': 'nonsense',
  protocol: 'nonsense',
};

const TITLES: Readonly<Partial<Record<FindingClass, string>>> = {
  hang: 'It does not answer in time',
  dropped: 'It closes the connection without an answer',
  crash: 'It is gone',
  thrown: 'It throws what is none of its own errors',
  nonsense: 'What it answers is no answer',
};

/** A token, as the harness makes them. */
const TOKEN = /t[0-9a-z]{12}/g;

// Only where there is more than was sent, or it is another value: a look at every value of every answer would cost too much.
function leaks(
  { way }: Shot,
  { outputs, token, requests, observation }: Observed,
  isIssued: (token: string) => boolean,
): readonly Symptom[] {
  // Where others' events arrive too, another token is no surprise.
  if (observation === 'sink' || observation === 'status') return [];
  for (const { decoded } of outputs) {
    if (decoded.kind !== 'decoded') continue;
    for (const { attributes } of decoded.value.events) {
      for (const [name, value] of attributes) {
        if (typeof value !== 'string') continue;
        const foreign = value.match(TOKEN)?.find((one) => one !== token && isIssued(one));
        if (foreign === undefined || requests.some((one) => holds(one.body, foreign) || inHeaders(one, foreign)))
          continue;
        return [
          {
            class: 'leaked',
            way,
            names: [name],
            title: 'An answer holds what belongs to another event',
            message: `${name} is that of another event, which was sent in a message of its own`,
            expected: 'the event that was sent',
            actual: { [name]: canonical(value) },
            detail: '',
          },
        ];
      }
    }
  }
  return [];
}

const holds = (body: Uint8Array, text: string): boolean => Buffer.from(body).includes(text);
const inHeaders = ({ headers }: Observed['requests'][number], text: string): boolean =>
  headers.some(([, value]) => value.includes(text));

/** Refusals for the size of a request are about the limits of a server, and are counted as undecided. */
const LIMITS: ReadonlySet<number> = new Set([413, 414, 431]);

const isTooLarge = ({ reactions }: Observed): boolean =>
  reactions.some(({ kind, ...rest }) => kind === 'refused' && 'status' in rest && LIMITS.has(rest.status ?? 0));

function failureOf({ way, due }: Shot, { status, cause, expected, actual, message }: Judgement): readonly Symptom[] {
  if (status !== 'fail' || cause === undefined || isNullOnly(expected, actual)) return [];
  const [word = ''] = cause.key.split(' ', 1);
  const kind = due === undefined ? classOf(word) : 'let-through';
  const isOfRule = kind === 'differs';
  const requirement = due ?? (isOfRule ? word : undefined);
  return [
    {
      class: isOfRule ? 'altered' : kind,
      way,
      names: kind === 'altered' ? namesIn(expected) : [],
      title: due === undefined ? cause.title.replace(/: a generated [a-z]+$/, '') : LET_THROUGH,
      message: message ?? cause.title,
      ...(requirement === undefined ? {} : { requirement }),
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
      detail: kind === 'altered' ? word : wordsOfRefusal(cause.key),
      // Header values that are not decoded at all come out wrong whatever is in them.
      ...(word === 'header' ? { root: cause.key } : {}),
    },
  ];
}

const LET_THROUGH = 'An invalid event is taken for a valid one';

/** Words of a refusal that tell it from others. */
const WORDS = 10;

// Texts of errors quote what they are about, which is another part of another input each time.
const wordsOfRefusal = (key: string): string =>
  key
    .replace(/ fuzz$/, '')
    .replaceAll(/"[^"]*"?|'[^']*'?/g, ' ')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, WORDS)
    .join(' ');

/** Many a model of data has one word for null and for nothing (position A13): that alone is no defect. */
const isNullOnly = (expected: JsonValue | undefined, actual: JsonValue | undefined): boolean =>
  JSON.stringify(expected) === '{"data":{"json":null}}' && JSON.stringify(actual) === '{"data":null}';

function classOf(word: string): 'refused' | 'lost' | 'altered' | 'let-through' | 'differs' {
  switch (word) {
    case 'refused':
      return 'refused';
    case 'no':
      return 'lost';
    case 'taken':
      return 'let-through';
    case 'lost':
    case 'header':
    case 'changed':
    case 'invented':
    case 'unreadable':
    case 'data-lost':
    case 'data-changed':
    case 'data-invented':
      return 'altered';
    default:
      return 'differs';
  }
}

const namesIn = (expected: JsonValue | undefined): readonly string[] =>
  typeof expected === 'object' && expected !== null && !Array.isArray(expected) ? Object.keys(expected) : ['event'];

/** Two answers to the same bytes that are not alike. The judgement has to be the same too. */
function differing(
  judged: readonly (readonly [Answered, Judgement])[],
  bytesOf: (shot: Shot) => string | undefined,
): Symptom | undefined {
  const firsts = new Map<string, string>();
  for (const [{ shot, observed }, { status }] of judged) {
    const bytes = bytesOf(shot);
    const reaction = reactionsOf(observed);
    if (bytes === undefined || reaction === undefined) continue;
    const words = `${reaction} ${status}`;
    const first = firsts.get(bytes);
    if (first === undefined) firsts.set(bytes, words);
    else if (first !== words)
      return unlike('unrepeatable', shot, 'The same message twice has two answers', first, words);
  }
  return undefined;
}

/** One message that is written in two ways which mean the same, taken in one and refused in the other. No rule says what is right. */
function disagreements(answered: readonly Answered[]): readonly Symptom[] {
  const [first, ...others] = answered.filter(({ shot }) => shot.group !== undefined);
  const words = first && reactionsOf(first.observed);
  if (first === undefined || words === undefined) return [];
  return others.flatMap(({ shot, observed }): readonly Symptom[] => {
    const other = reactionsOf(observed);
    return other === undefined || other === words
      ? []
      : [unlike('disagrees', shot, 'What means nothing makes another answer of an invalid message', words, other)];
  });
}

function reactionsOf({ reactions }: Observed): string | undefined {
  const words = reactions.map((reaction) => reactionOf(reaction));
  return words.includes(undefined) ? undefined : words.join(' ');
}

function reactionOf(reaction: Reaction): string | undefined {
  if (reaction.kind === 'broken' || reaction.kind === 'undecided') return undefined;
  if (reaction.status !== undefined && LIMITS.has(reaction.status)) return undefined;
  return reaction.kind;
}

const unlike = (
  kind: 'unrepeatable' | 'disagrees',
  { way }: Shot,
  title: string,
  expected: string,
  actual: string,
): Symptom => ({
  class: kind,
  way,
  names: [],
  title,
  message: `first ${expected}, then ${actual}`,
  expected,
  actual,
  detail: '',
});
