// A message as it goes over the wire, readable and harmless on a terminal.
import { type ByteString, fromByteString } from '../../event/byte-string.js';
import { safe } from '../../report/text/safe.js';
import type {
  BrokerMessage,
  SentMessage,
  SentPart,
  SentRequest,
  ToldEvents,
  WrittenExpression,
} from '../../report/types.js';

/** Characters of a body that are shown; `--json` holds all of it. */
const MOST = 2000;

/** Request line, header lines, body. Bytes that are no UTF-8 are shown as base64. */
export function renderMessage(part: SentPart): readonly string[] {
  if (!('kind' in part)) return renderSent(part);
  switch (part.kind) {
    case 'events':
      return renderTold(part);
    case 'expression':
      return [
        '(to be evaluated over the event)',
        expressionLine(part.expression),
        safe(JSON.stringify(part.event), MOST),
      ];
    case 'filter':
      return ['(made the filter before anything is sent)', expressionLine(part.expression)];
  }
}

const expressionLine = (expression: WrittenExpression): string =>
  typeof expression === 'string'
    ? safe(expression, MOST)
    : `${safe(expression.start)}… (cut: ${expression.length} characters in all)`;

/** What a producer is asked to write, an event a line. */
const renderTold = ({ binding, mode, events, key }: ToldEvents): readonly string[] => [
  mode === 'validate'
    ? '(to be validated, one after the other)'
    : `(to be written in ${mode} mode${binding === undefined ? '' : ` of ${binding}`}${key === undefined ? '' : `, key: ${safe(JSON.stringify(key), MOST)}`})`,
  ...events.map((event) => safe(JSON.stringify(event), MOST)),
];

function renderSent(message: SentMessage): readonly string[] {
  return 'binding' in message ? renderPublished(message) : renderRequest(message);
}

/** A record or a PUBLISH: what stands beside headers and payload first. */
function renderPublished(message: BrokerMessage): readonly string[] {
  const { binding, headers, nullHeaders = [], key, contentType, payloadFormat, body } = message;
  return [
    binding === 'kafka' ? '(Kafka record)' : `(PUBLISH of MQTT ${binding === 'mqtt5' ? '5' : '3.1.1'})`,
    ...(key === undefined ? [] : [`key: ${oneLine(key)}`]),
    ...(contentType === undefined ? [] : [`Content Type: ${safe(contentType)}`]),
    ...(payloadFormat === undefined ? [] : [`Payload Format Indicator: ${payloadFormat}`]),
    ...headers.map(([name, value]) => `${safe(name)}: ${oneLine(value)}`.trimEnd()),
    ...nullHeaders.map((name) => `${safe(name)}: (null)`),
    ...(body === null ? ['', '(null)'] : bodyLines(body)),
  ];
}

function renderRequest({ method, via, framing, pieces, headers, body }: SentRequest): readonly string[] {
  const manner = [
    ...(via === 'raw' ? ['written byte by byte'] : []),
    ...(framing === undefined ? [] : [`framing: ${framing}`]),
    ...(pieces === undefined ? [] : [`in pieces of ${pieces} bytes`]),
  ];
  return [
    ...(manner.length === 0 ? [] : [`(${manner.join(', ')})`]),
    `${safe(method)} (path of the target) HTTP/1.1`,
    ...headers.map(([name, value]) => `${safe(name)}: ${oneLine(value)}`.trimEnd()),
    ...bodyLines(body),
  ];
}

const oneLine = (value: ByteString): string => ('text' in value ? safe(value.text) : `(base64) ${value.base64}`);

function bodyLines(body: ByteString): readonly string[] {
  const size = fromByteString(body).length;
  if (size === 0) return [];
  const text = 'text' in body ? body.text : `(base64) ${body.base64}`;
  const cut = text.length > MOST ? [`(cut: ${size} bytes in all; --json prints them)`] : [];
  return [
    '',
    ...text
      .slice(0, MOST)
      .split('\n')
      .map((line) => safe(line)),
    ...cut,
  ];
}
