// One case of a finding, as a person needs it: what was expected, what came, the bytes, and how to see it again.
import type { CaseReport, ReceivedMessage, Report, SentPart, ToldEvents, WrittenExpression } from '../types.js';
import { hang, pad, wrap } from './layout.js';
import { describeArrived, describeReceived, eventLines, relevantLines } from './relevant-lines.js';
import { type Rerun, rerun } from './rerun.js';
import { safe } from './safe.js';
import { showPair } from './show-value.js';
import type { Style } from './style.js';

/** Messages of one direction that are shown. */
const MOST_MESSAGES = 2;

/** Lines of a program's stderr that are shown. */
const MOST_STDERR = 6;

const LABEL = 10;

/** The lines of a case, indented by so many columns. */
export function caseDetail(
  item: CaseReport,
  again: Rerun & { readonly report: Pick<Report, 'capture'> },
  style: Style,
  indent: string,
): readonly string[] {
  const inner = `${indent}  `;
  const room = style.width - inner.length - LABEL;
  const labelled = (label: string, lines: readonly string[]): readonly string[] =>
    hang(`${inner}${style.dim(pad(label, LABEL))}`, inner.length + LABEL, lines);
  const { expected, actual } = showPair(item.expected, item.actual, room);
  const isJudged = item.expected !== undefined || item.actual !== undefined;
  return [
    ...wrap(safe(item.id), style.width - indent.length).map((line) => `${indent}${style.bold(line)}`),
    ...hang(inner, inner.length, wrap(safe(item.title, 300), style.width - inner.length)),
    ...(isJudged ? [...labelled('expected', [expected]), ...labelled('actual', [actual])] : []),
    ...(item.message === undefined ? [] : labelled('because', wrap(safe(item.message, 300), room))),
    ...evidenceLines(item, again.report, room).flatMap(([label, lines]) => labelled(label, lines)),
    `${inner}${style.dim(pad('rerun', LABEL))}${rerun(again, item.id)}`,
  ];
}

/** What went each way, as far as it matters to the case: lines of at most `room` code points, under a label each. */
export const evidenceLines = (
  item: CaseReport,
  report: Pick<Report, 'capture'>,
  room: number,
): readonly (readonly [label: string, lines: readonly string[]])[] =>
  item.captured === undefined
    ? [
        ['sent', sent(item, room)],
        ['received', received(item, room)],
      ]
    : [['captured', captured(item, report, room)]];

// Of a producer nothing was asked: what came is all there is.
function captured(item: CaseReport, { capture }: Pick<Report, 'capture'>, room: number): readonly string[] {
  const message = capture?.messages[item.captured ?? -1];
  if (message === undefined) return [];
  return [
    safe(`message ${(item.captured ?? 0) + 1}: ${describeArrived(message)}`, room),
    ...relevantLines(message, item, room),
  ];
}

function sent(item: CaseReport, room: number): readonly string[] {
  const messages = item.evidence?.sent ?? [];
  return [
    ...messages
      .slice(0, MOST_MESSAGES)
      .flatMap((message) => ('kind' in message ? partLines(message, item, room) : relevantLines(message, item, room))),
    ...more(messages.length),
  ];
}

function received(item: CaseReport, room: number): readonly string[] {
  const messages = item.evidence?.received ?? [];
  return [
    ...messages
      .slice(0, MOST_MESSAGES)
      .flatMap((message) => [describeReceived(message, room), ...receivedLines(message, item, room)]),
    ...more(messages.length),
    ...(item.evidence?.stderr === undefined ? [] : stderrLines(item.evidence.stderr, room)),
  ];
}

function partLines(
  part: Extract<SentPart, { readonly kind: string }>,
  item: CaseReport,
  room: number,
): readonly string[] {
  switch (part.kind) {
    case 'events':
      return [wanted(part), ...eventLines(part.events, item, room)];
    case 'expression':
      return [...expressionLines(part.expression, room), ...eventLines([part.event], item, room)];
    case 'filter':
      return ['as the filter:', ...expressionLines(part.expression, room)];
  }
}

const expressionLines = (expression: WrittenExpression, room: number): readonly string[] =>
  typeof expression === 'string'
    ? wrap(safe(expression, room * MOST_STDERR), room)
    : [safe(`${expression.start}… (${expression.length} characters)`, room)];

const wanted = ({ binding, mode }: ToldEvents): string =>
  mode === 'validate'
    ? 'to be validated, one after the other:'
    : `to be written in ${mode} mode${binding === undefined ? '' : ` of ${binding}`}:`;

function receivedLines(message: ReceivedMessage, item: CaseReport, room: number): readonly string[] {
  switch (message.kind) {
    case 'response':
    case 'arrived':
      return relevantLines(message, item, room);
    case 'messages':
      return message.messages.slice(0, MOST_MESSAGES).flatMap((one) => relevantLines(one, item, room));
    case 'events':
      return eventLines(message.events, item, room);
    case 'failure':
    case 'rejected':
    case 'unwritten':
    case 'valid':
    case 'invalid':
    case 'value':
    case 'set':
    case 'unset':
    case 'unsupported':
    case 'published':
      return [];
  }
}

// The end of what a program wrote says most about why it failed.
const stderrLines = (text: string, room: number): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(-MOST_STDERR)
    .map((line) => safe(`stderr: ${line}`, room));

const more = (messages: number): readonly string[] =>
  messages > MOST_MESSAGES ? [`(${messages - MOST_MESSAGES} more messages)`] : [];
