// No answer, or one that says that something went wrong in the target.
import type { Observed } from '../../engine/observed.js';
import { reactionWords } from '../../engine/reaction-words.js';
import type { FindingClass } from '../../report/fuzz/types.js';
import type { TransportFailure } from '../../target/types.js';
import type { Shot } from '../shot.js';
import type { Symptom } from '../symptom.js';

/** Of a message whose end is open nothing is asked. */
export function brokenSymptoms({ way, survival }: Shot, { reactions }: Observed): readonly Symptom[] {
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
