// Judges all that was captured of a producer: each rule once for each mode that it emitted, and each rule about the whole
// once.
import { BINDINGS, type Binding, bindingOf, type Message } from '../../src/binding/types.js';
import { CARRIERS, type Carrier, formOf } from '../../src/engine/carriers.js';
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
  readonly carrier: Carrier | Binding;
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

/** The rules that know an event by its body alone. In binary mode they are about such events, and about no others. */
const ABOUT_LABELS: ReadonlySet<string> = new Set([
  'json.env.media-type',
  'json.batch.media-type',
  'http.str.ct',
  'http.bat.ct',
  'kafka.str.ct',
  'kafka.str.ct-absent',
  'mqtt5.str.ct',
]);

const TITLE = 'as it was captured';

export interface CapturedOptions {
  /** What the producer was asked for, as far as its owner says so. */
  readonly asked?: Asked;
  readonly rules?: readonly EmissionRule[];
  readonly streamRules?: readonly StreamRule[];
}

/** Whether a rule speaks about a binding. */
export const isAbout = ({ bindings }: Pick<EmissionRule, 'bindings'>, binding: Binding): boolean =>
  bindings?.includes(binding) ?? true;

/** The carriers that a rule speaks about. */
export const carriersAbout = (rule: EmissionRule): readonly Carrier[] =>
  CARRIERS.filter((carrier) => {
    const { binding, mode } = formOf(carrier);
    return rule.modes.includes(mode) && isAbout(rule, binding);
  });

/** Judges messages in the order of their arrival. Pure. */
export function capturedCases(messages: readonly Message[], options: CapturedOptions = {}): CapturedCases {
  const { asked, rules = EMISSION_RULES, streamRules = STREAM_RULES } = options;
  const kinds = messages.map(capturedKind);
  const ofKind = (kind: CapturedKind): readonly Indexed[] =>
    messages.flatMap((message, index) => (kinds[index] === kind ? [{ index, emitted: readEmitted(message) }] : []));
  const [events, mislabelled] = [ofKind('event'), ofKind('mislabelled')];
  const emitted = events.map((event) => event.emitted);
  const aboutMessages = rules.flatMap((rule) =>
    carriersAbout(rule).flatMap((carrier) => {
      const isAboutLabels = formOf(carrier).mode === 'binary' && ABOUT_LABELS.has(rule.requirement);
      return caseOf(rule, carrier, isAboutLabels ? mislabelled : events);
    }),
  );
  const aboutAll = BINDINGS.flatMap((binding) => {
    const all = emitted.filter(({ message }) => bindingOf(message) === binding);
    return all.length === 0
      ? []
      : streamRules.filter((rule) => isAbout(rule, binding)).map((rule) => wholeCase(rule, binding, all, asked));
  });
  return { cases: [...aboutMessages, ...aboutAll], kinds };
}

// As judgeCaptured does for all of them: the first that breaks the rule decides, else the first that keeps it.
function caseOf(rule: EmissionRule, carrier: Carrier, messages: readonly Indexed[]): readonly CapturedCase[] {
  const { binding, mode } = formOf(carrier);
  const judged = messages
    .filter(({ emitted }) => emitted.mode === mode && bindingOf(emitted.message) === binding)
    .map(({ index, emitted }) => ({ message: index, judgement: judgeCaptured(rule, [emitted], mode, TITLE) }));
  const withStatus = (status: Judgement['status']) => judged.find(({ judgement }) => judgement.status === status);
  const decisive = withStatus('fail') ?? withStatus('pass') ?? judged[0];
  if (decisive === undefined) return [];
  const { requirement } = rule;
  return [{ id: `${requirement}/captured@${carrier}`, requirement, carrier, ...decisive }];
}

function wholeCase(
  rule: StreamRule,
  binding: Binding,
  emitted: readonly Emitted[],
  asked: Asked | undefined,
): CapturedCase {
  const { requirement } = rule;
  const judgement = judgeStream(rule, emitted, TITLE, asked);
  return { id: `${requirement}/captured@${binding}`, requirement, carrier: binding, judgement };
}
