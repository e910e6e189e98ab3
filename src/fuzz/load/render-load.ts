// The result of a load as text: short, and with the worst in words. Whatever the target sent is made safe first.
import { count, hang, wrap, wrapList } from '../../report/text/layout.js';
import { safe } from '../../report/text/safe.js';
import { showPair } from '../../report/text/show-value.js';
import { createStyle, MARKS, type Paint, type Style } from '../../report/text/style.js';
import { latencyBars } from './latency-bars.js';
import { loadProblem, unansweredOf } from './load-problem.js';
import type { AlteredExample, AnswerExample, LoadResult } from './types.js';

export interface RenderLoadOptions {
  readonly colors: boolean;
  /** Of the terminal. */
  readonly columns?: number;
}

/** Columns of the words on the left. */
const LEAD = 10;

/** Characters of what a target answered. */
const EXCERPT = 100;

/** The lines of a result, each ended by a line feed. */
export function renderLoad(result: LoadResult, { colors, columns = 0 }: RenderLoadOptions): string {
  const style = createStyle(colors, columns);
  const block = (title: string, content: readonly string[], paint?: Paint): readonly string[] =>
    hang(style.bold(title.padEnd(LEAD)), LEAD, content, paint);
  const list = (items: readonly string[]): readonly string[] => wrapList(items, ', ', style.width - LEAD);
  const { latencyMs, arrivalMs, stopped } = result;
  const lines = [
    ...block('Sent', sent(result, style)),
    ...block('Answers', list(answers(result)), troubled(result.refused + unansweredOf(result), style)),
    ...examples(result, style),
    ...(result.lost === undefined
      ? block('Events', ['not seen: only the answer is'], style.dim)
      : block('Events', list(events(result)), troubled(result.lost + (result.altered?.count ?? 0), style))),
    ...altered(result.altered?.example, style),
    ...(latencyMs === undefined ? [] : block('Latency', latencyBars(latencyMs, style))),
    ...(arrivalMs === undefined ? [] : block('Arrival', latencyBars(arrivalMs, style))),
    ...(stopped === undefined
      ? []
      : block('Stopped', wrap(`${stopped}; what is above is true of the time before`, style.width - LEAD))),
    ...verdict(result, style),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function sent(result: LoadResult, { width }: Style): readonly string[] {
  const { ratePerS, durationMs, planned, unsent, late, inFlight, busy } = result;
  return [
    `${count(result.sent, 'valid event')} in ${seconds(durationMs)}: ${rate(ratePerS.achieved)} a second of ${rate(ratePerS.wanted)}`,
    ...(late === 0 ? [] : [`${late} of them later than planned; their latency counts from the planned time`]),
    ...(unsent === 0 ? [] : [`${unsent} of ${planned} planned were not sent before the time was over`]),
    ...(inFlight.heldBack ? [heldBack(inFlight, busy)] : []),
  ].flatMap((line) => wrap(line, width - LEAD));
}

// What the harness cannot take in looks the same as what a target does not answer.
function heldBack({ most, limit }: LoadResult['inFlight'], busy: number): string {
  const flight = `the stream was held back with ${most} exchanges in flight, of at most ${limit}`;
  return busy < BUSY
    ? `the target did not keep up: ${flight}`
    : `${flight}; the harness was at work ${Math.round(busy * 100)} % of the time, so it may be what did not keep up`;
}

/** From this share of the time on, the harness has no time to spare. */
const BUSY = 0.9;

function answers(result: LoadResult): readonly string[] {
  const { accepted, refused, undecided, unfinished, unanswered, faults } = result;
  return [
    `${accepted} accepted`,
    `${refused} refused`,
    ...(undecided === 0 ? [] : [`${undecided} undecided`]),
    ...(unansweredOf(result) === 0 ? ['0 unanswered'] : []),
    ...Object.entries(unanswered).map(([code, number]) => `${number} unanswered (${code})`),
    ...(unfinished === 0 ? [] : [`${unfinished} in flight when it was stopped`]),
    ...(faults === undefined
      ? []
      : [`${faults.count} not sent by a fault of the harness (${safe(faults.example, EXCERPT)})`]),
  ];
}

function events({ lost = 0, overdue = 0, unseen = 0, duplicated = 0, altered }: LoadResult): readonly string[] {
  return [
    `${lost} lost`,
    `${altered?.count ?? 0} altered`,
    `${duplicated} duplicated`,
    ...(overdue === 0 ? [] : [`${overdue} after the timeout`]),
    ...(unseen === 0 ? [] : [`${unseen} not known`]),
  ];
}

function examples({ examples: { refused, undecided, unanswered } }: LoadResult, style: Style): readonly string[] {
  return [
    ...example('refused', refused, style),
    ...example('undecided', undecided, style),
    ...example('unanswered', unanswered, style),
  ];
}

function example(what: string, one: AnswerExample | undefined, style: Style): readonly string[] {
  if (one === undefined) return [];
  const status = one.status === undefined ? '' : ` with ${one.status}`;
  const text = safe(one.text.trim(), EXCERPT);
  return indented(`first ${what} (${one.carrier})${status}${text === '' ? '' : `: ${text}`}`, style);
}

function altered(one: AlteredExample | undefined, style: Style): readonly string[] {
  if (one === undefined) return [];
  const head = `first altered (${one.carrier}, id ${one.id})`;
  if (one.kind === 'unreadable') return indented(`${head}: it cannot be read: ${safe(one.reason, EXCERPT)}`, style);
  return [
    ...indented(`${head}:`, style),
    ...one.differences.slice(0, SHOWN).flatMap(({ name, expected, actual }) => {
      const pair = showPair(expected, actual, EXCERPT);
      return indented(`${safe(name, EXCERPT)}: sent ${pair.expected}, came out ${pair.actual}`, style);
    }),
  ];
}

/** Of the differences of one event. */
const SHOWN = 3;

function indented(text: string, style: Style): readonly string[] {
  return wrap(text, style.width - LEAD).map((line) => ' '.repeat(LEAD) + style.dim(line));
}

function verdict(result: LoadResult, style: Style): readonly string[] {
  const problem = loadProblem(result);
  const [text, paint] =
    problem === undefined
      ? [
          `${MARKS.verified} all that was answered was accepted${result.lost === undefined ? '' : ', and came out as it was sent'}.`,
          style.verdict.conformant,
        ]
      : [
          `${problem.exit === 1 ? MARKS.failed : MARKS.open} ${problem.message}.`,
          problem.exit === 3 ? style.verdict.inconclusive : style.verdict.nonconformant,
        ];
  return hang(style.bold('Verdict'.padEnd(LEAD)), LEAD, wrap(text, style.width - LEAD), (line) =>
    style.bold(paint(line)),
  );
}

const troubled = (trouble: number, style: Style): Paint => (trouble === 0 ? (line) => line : style.outcome.failed);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const rate = (perS: number): string => String(Math.round(perS * 10) / 10);
