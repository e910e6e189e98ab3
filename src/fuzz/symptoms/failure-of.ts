// A judgement of failure as a symptom.
import type { Judgement } from '../../engine/judgement.js';
import type { JsonValue } from '../../event/types.js';
import type { Shot } from '../shot.js';
import type { Symptom } from '../symptom.js';

/** None where nothing failed. */
export function failureOf(
  { way, due }: Shot,
  { status, cause, expected, actual, message }: Judgement,
): readonly Symptom[] {
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
