// A judgement of failure as a symptom.
import type { Judgement } from '../../engine/judgement.js';
import type { JsonValue } from '../../event/types.js';
import type { Shot } from '../shot.js';
import type { Symptom } from '../symptom.js';
import { type Differing, differingIn, isTrimmed } from './differing.js';
import { wordsOfRefusal } from './words-of-refusal.js';

/** None where nothing failed. */
export function failureOf({ way, due }: Shot, judgement: Judgement): readonly Symptom[] {
  const { status, cause, message } = judgement;
  if (status !== 'fail' || cause === undefined) return [];
  const found = differingIn(judgement);
  if (found === undefined) return [];
  const [first = ''] = cause.key.split(' ', 1);
  const { word = first, ...differing } = found;
  const isLetThrough = due !== undefined;
  const kind = isLetThrough ? 'let-through' : classOf(word);
  const isOfRule = kind === 'differs';
  const requirement = isLetThrough ? due : isOfRule ? word : undefined;
  const root = rootOf(cause, differing);
  return [
    {
      class: isOfRule ? 'altered' : kind,
      way,
      names: kind === 'altered' ? namesIn(differing.expected) : [],
      title: isLetThrough ? LET_THROUGH : cause.title.replace(/: a generated [a-z]+$/, ''),
      message: message ?? cause.title,
      ...(requirement === undefined ? {} : { requirement }),
      ...differing,
      detail: kind === 'altered' ? word : isOfRule ? cause.key : wordsOfRefusal(cause.key),
      ...(root === undefined ? {} : { root }),
    },
  ];
}

const LET_THROUGH = 'An invalid event is taken for a valid one';

/** Header values that are not decoded, or not encoded, at all come out wrong whatever is in them; so does what is trimmed. */
function rootOf({ key, title }: NonNullable<Judgement['cause']>, differing: Differing): string | undefined {
  if (key.startsWith('header ')) return key;
  if (!isTrimmed(differing)) return undefined;
  return title.startsWith('In what is written') ? 'trimmed in what is written' : 'trimmed';
}

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
