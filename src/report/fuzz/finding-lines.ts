// What a finding sent and what came back, in lines for a terminal.
import type { JsonValue } from '../../event/types.js';
import { wrap } from '../text/layout.js';
import { describeReceived, eventLines, relevantLines } from '../text/relevant-lines.js';
import { safe } from '../text/safe.js';
import { showPair } from '../text/show-value.js';
import type { Style } from '../text/style.js';
import type { CaseReport, ReceivedMessage, SentPart } from '../types.js';
import { deliveryWords } from './delivery-words.js';
import type { FuzzFinding } from './types.js';

/** Messages of a finding that are shown, the one that shows it among them. */
const MOST = 2;

/** Labelled groups of lines: what was sent, what came back, what was expected. */
export function caseDetailLines(finding: FuzzFinding, style: Style): readonly (readonly [string, readonly string[]])[] {
  const room = style.width - 16;
  const item = caseOf(finding);
  const { expected, actual } = showPair(finding.expected, finding.actual, room);
  const isCompared = finding.expected !== undefined || finding.actual !== undefined;
  const evidence = finding.evidence.slice(-MOST);
  const delivery = deliveryWords(finding.trial);
  return [
    ['because', [safe(finding.message, 300)]],
    ...(isCompared
      ? ([
          ['expected', [expected]],
          ['actual', [actual]],
        ] as const)
      : []),
    ...(delivery === undefined ? [] : ([['delivered', wrap(delivery, room)]] as const)),
    ...evidence.flatMap(({ sent, received }): readonly (readonly [string, readonly string[]])[] => [
      ['sent', sent.flatMap((part) => sentLines(part, item, room))],
      ['received', received.flatMap((message) => receivedLines(message, item, room))],
    ]),
  ];
}

/** As much of a case as decides which lines of a message matter. */
const caseOf = ({ expected, actual, title }: FuzzFinding): CaseReport => ({
  id: 'fuzz/trial',
  requirement: 'fuzz',
  level: 'info',
  title,
  status: 'fail',
  ...(expected === undefined ? {} : { expected: expected as JsonValue }),
  ...(actual === undefined ? {} : { actual: actual as JsonValue }),
  positions: [],
  ms: 0,
});

function sentLines(part: SentPart, item: CaseReport, room: number): readonly string[] {
  if (!('kind' in part)) return relevantLines(part, item, room);
  switch (part.kind) {
    case 'events':
      return [`to be written in ${part.mode} mode:`, ...eventLines(part.events, item, room)];
    case 'expression': {
      const { expression } = part;
      const text = typeof expression === 'string' ? expression : `${expression.start}…`;
      return [safe(text, room * 3), ...eventLines([part.event], item, room)];
    }
    case 'filter':
      return [];
  }
}

function receivedLines(message: ReceivedMessage, item: CaseReport, room: number): readonly string[] {
  const first = describeReceived(message, room);
  switch (message.kind) {
    case 'response':
    case 'arrived':
      return [first, ...relevantLines(message, item, room)];
    case 'messages':
      return [first, ...message.messages.slice(0, MOST).flatMap((one) => relevantLines(one, item, room))];
    case 'events':
      return [first, ...eventLines(message.events, item, room)];
    default:
      return [first];
  }
}
