// Judges all that was captured of a producer: each rule once for each mode that it emitted, and each rule about the whole
// once.
import type { ContentMode, HttpMessage } from '../../src/binding/http/types.js';
import type { Carrier } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import { type CapturedKind, capturedKind } from './captured-kind.js';
import { judgeCaptured, judgeStream } from './judge.js';
import { readEmitted } from './read-emitted.js';
import { EMISSION_RULES, STREAM_RULES } from './rules/index.js';
import type { Asked, EmissionRule, Emitted, StreamRule } from './types.js';

/** One judgement over captured messages. */
export interface CapturedCase {
  /** `http.enc.space/captured@http-binary`, and `…/captured@http` for a rule about the whole. */
  readonly id: string;
  readonly requirement: string;
  readonly carrier: Carrier | 'http';
  /** `inconclusive` where the messages show nothing about the rule. */
  readonly judgement: Judgement;
  /** The index of the message that decided. Absent for a rule about the whole. */
  readonly message?: number;
}

export interface CapturedCases {
  /** In the order of the rules and of the modes. None without an event. */
  readonly cases: readonly CapturedCase[];
  /** What each message is, in the order of the messages: only `event` and `mislabelled` are judged. */
  readonly kinds: readonly CapturedKind[];
}

/** A message with its index. */
interface Indexed {
  readonly index: number;
  readonly emitted: Emitted;
}

const CARRIERS: Readonly<Record<ContentMode, Carrier>> = {
  binary: 'http-binary',
  structured: 'http-structured',
  batch: 'http-batch',
};
const MODES: readonly ContentMode[] = ['binary', 'structured', 'batch'];

/** The rules that know an event by its body alone. In binary mode they are about such events, and about no others. */
const ABOUT_LABELS: ReadonlySet<string> = new Set([
  'json.env.media-type',
  'json.batch.media-type',
  'http.str.ct',
  'http.bat.ct',
]);

const TITLE = 'as it was captured';

export interface CapturedOptions {
  /** What the producer was asked for, as far as its owner says so. */
  readonly asked?: Asked;
  readonly rules?: readonly EmissionRule[];
  readonly streamRules?: readonly StreamRule[];
}

/** Judges messages in the order of their arrival. Pure. */
export function capturedCases(messages: readonly HttpMessage[], options: CapturedOptions = {}): CapturedCases {
  const { asked, rules = EMISSION_RULES, streamRules = STREAM_RULES } = options;
  const kinds = messages.map(capturedKind);
  const ofKind = (kind: CapturedKind): readonly Indexed[] =>
    messages.flatMap((message, index) => (kinds[index] === kind ? [{ index, emitted: readEmitted(message) }] : []));
  const [events, mislabelled] = [ofKind('event'), ofKind('mislabelled')];
  const emitted = events.map((event) => event.emitted);
  const aboutMessages = rules.flatMap((rule) =>
    MODES.filter((mode) => rule.modes.includes(mode)).flatMap((mode) => {
      const isAboutLabels = mode === 'binary' && ABOUT_LABELS.has(rule.requirement);
      return caseOf(rule, mode, isAboutLabels ? mislabelled : events);
    }),
  );
  const aboutAll = streamRules.map((rule) => wholeCase(rule, emitted, asked));
  return { cases: [...aboutMessages, ...(events.length === 0 ? [] : aboutAll)], kinds };
}

// As judgeCaptured does for all of them: the first that breaks the rule decides, else the first that keeps it.
function caseOf(rule: EmissionRule, mode: ContentMode, messages: readonly Indexed[]): readonly CapturedCase[] {
  const judged = messages
    .filter(({ emitted }) => emitted.mode === mode)
    .map(({ index, emitted }) => ({ message: index, judgement: judgeCaptured(rule, [emitted], mode, TITLE) }));
  const withStatus = (status: Judgement['status']) => judged.find(({ judgement }) => judgement.status === status);
  const decisive = withStatus('fail') ?? withStatus('pass') ?? judged[0];
  if (decisive === undefined) return [];
  const carrier = CARRIERS[mode];
  const { requirement } = rule;
  return [{ id: `${requirement}/captured@${carrier}`, requirement, carrier, ...decisive }];
}

function wholeCase(rule: StreamRule, emitted: readonly Emitted[], asked: Asked | undefined): CapturedCase {
  const { requirement } = rule;
  const judgement = judgeStream(rule, emitted, TITLE, asked);
  return { id: `${requirement}/captured@http`, requirement, carrier: 'http', judgement };
}
