// An engine of CESQL behind an adapter program.
import type { ErrorMode } from '../../../cesql/types.js';
import { claimsOf } from '../../../engine/claims.js';
import { toWire } from '../../../event/wire.js';
import type { Posed } from '../../../generate/expression/posed.js';
import { textOf } from '../../../generate/expression/spell.js';
import type { Answer } from '../../../report/interop-cesql/answer.js';
import type { Engine } from '../../../report/interop-cesql/types.js';
import type { Adapter, AdapterHello } from '../../../target/adapter/protocol.js';
import type { SubjectEntry } from '../../subjects-file.js';
import type { Answer as AnyAnswer } from '../answers.js';
import { type AskingOptions, asking } from '../asking.js';

export interface AskedEngine {
  readonly subject: Pick<Engine, 'id' | 'sdk' | 'name' | 'version' | 'language'>;
  readonly declared?: ErrorMode;
  /** Never rejects. */
  evaluate(posed: Posed): Promise<Answer>;
  gaveUp(): string | undefined;
  close(): Promise<void>;
}

/** The claim that an engine is asked by. */
const WORD = 'evaluate:cesql';

/** The engine of a program that has said hello; undefined where it claims none. */
export function askedEngine(
  { id, sdk }: Pick<SubjectEntry, 'id' | 'sdk'>,
  adapter: Adapter,
  { name, version, language, supports }: AdapterHello,
  options: AskingOptions,
): AskedEngine | undefined {
  const { evaluates, errorMode } = claimsOf(supports);
  if (!evaluates) return undefined;
  const { ask, gaveUp } = asking(adapter, options);
  return {
    subject: { id, sdk, name, version, language },
    ...(errorMode !== undefined && { declared: errorMode }),
    evaluate: async (posed) =>
      answerOf(await ask({ op: 'evaluate', expression: textOf(posed), event: toWire(posed.event) })),
    gaveUp,
    close: () => adapter.close(),
  };
}

function answerOf(answer: AnyAnswer): Answer {
  switch (answer.kind) {
    case 'not-asked':
    case 'thrown':
      return answer;
    case 'failed':
      // What is said of messages is said of none that an evaluation has.
      return { ...answer, code: answer.code === 'unsendable' ? 'protocol' : answer.code };
    case 'value': {
      const { value, errors } = answer;
      return { kind: 'evaluated', ...(value !== undefined && { value }), errors };
    }
    case 'rejected':
      return { kind: 'refused', reason: answer.reason };
    case 'unsupported':
      return { kind: 'refused', reason: `it answers unsupported, and its hello claims ${WORD}` };
    default:
      // The schema of the reply to this request lets nothing else through.
      throw new Error(`${WORD} was answered with ${answer.kind}`);
  }
}
