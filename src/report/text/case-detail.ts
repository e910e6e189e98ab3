// One case of a finding, as a person needs it: what was expected, what came, the bytes, and how to see it again.
import type { CaseReport } from '../types.js';
import { hang, pad, wrap } from './layout.js';
import { describeReceived, relevantLines } from './relevant-lines.js';
import { rerun } from './rerun.js';
import { safe } from './safe.js';
import { showPair } from './show-value.js';
import type { Style } from './style.js';

/** What a rerun needs to know of this run. */
export interface Rerun {
  readonly target: string;
  readonly flags: readonly string[];
}

/** Messages of one direction that are shown. */
const MOST_MESSAGES = 2;

const LABEL = 10;

/** The lines of a case, indented by so many columns. */
export function caseDetail(item: CaseReport, again: Rerun, style: Style, indent: string): readonly string[] {
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
    ...labelled('sent', sent(item, room)),
    ...labelled('received', received(item, room)),
    `${inner}${style.dim(pad('rerun', LABEL))}${rerun(again.target, again.flags, item.id)}`,
  ];
}

function sent(item: CaseReport, room: number): readonly string[] {
  const messages = item.evidence?.sent ?? [];
  return [
    ...messages.slice(0, MOST_MESSAGES).flatMap((message) => relevantLines(message, item, room)),
    ...more(messages.length),
  ];
}

function received(item: CaseReport, room: number): readonly string[] {
  const messages = item.evidence?.received ?? [];
  return [
    ...messages
      .slice(0, MOST_MESSAGES)
      .flatMap((message) => [
        describeReceived(message, room),
        ...(message.kind === 'failure' ? [] : relevantLines(message, item, room)),
      ]),
    ...more(messages.length),
  ];
}

const more = (messages: number): readonly string[] =>
  messages > MOST_MESSAGES ? [`(${messages - MOST_MESSAGES} more messages)`] : [];
