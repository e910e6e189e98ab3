// @ts-check
// What was sent and what came back, message by message: a line that says what it is, its headers, its body.

/** @type {Readonly<Record<string, string>>} */
const BROKER_NAMES = { kafka: 'Kafka record', mqtt5: 'MQTT 5 message', mqtt3: 'MQTT 3.1.1 message' };

/** @param {any} part @param {boolean} isHex @returns {HTMLElement} */
function sentPart(part, isHex) {
  switch (part.kind) {
    case 'events':
      return messageBox(wanted(part), [...keyLines(part.key, isHex), ...part.events.map(jsonBox)]);
    case 'expression':
      return messageBox('An expression, and the event that it is evaluated over', [
        expressionBox(part.expression),
        jsonBox(part.event),
      ]);
    case 'filter':
      return messageBox('Set as the filter', [expressionBox(part.expression)]);
    default:
      if (part.binding !== undefined) return brokerBox(part, isHex);
      return messageBox(
        [part.method, ...(part.via === 'raw' ? ['over a raw socket'] : [])].join(' '),
        httpParts(part, isHex),
        [
          ...(part.framing === undefined ? [] : [`framing: ${part.framing}`]),
          ...(part.pieces === undefined ? [] : [`in ${counted(part.pieces, 'piece')}`]),
        ].join(', '),
      );
  }
}

/** @param {any} part @param {boolean} isHex @returns {HTMLElement} */
function receivedPart(part, isHex) {
  switch (part.kind) {
    case 'response':
      return messageBox(`${part.status} ${part.reason}`, httpParts(part, isHex), part.truncated ? 'body cut' : '');
    case 'arrived':
      if (part.binding !== undefined) return brokerBox(part, isHex);
      return messageBox(`Arrived: ${part.method} ${part.path}`, httpParts(part, isHex));
    case 'events':
      return messageBox(`Decoded: ${counted(part.events.length, 'event')}`, part.events.map(jsonBox));
    case 'messages':
      return messageBox(
        `Encoded: ${counted(part.messages.length, 'message')}`,
        part.messages.map((/** @type {any} */ one) =>
          one.binding === undefined ? messageBox('HTTP message', httpParts(one, isHex)) : brokerBox(one, isHex),
        ),
      );
    case 'value':
      return messageBox(
        part.errors.length === 0 ? 'A value' : `Errors: ${part.errors.join(', ')}`,
        part.value === undefined ? [] : [jsonBox(part.value)],
        part.value === undefined ? 'no value' : '',
      );
    case 'failure':
      return messageBox(`No answer: ${part.code}`, [foldedBox(String(part.message), 'Message')]);
    case 'rejected':
    case 'unwritten':
    case 'invalid':
    case 'unset':
      return messageBox(REASONED[part.kind] ?? '', [foldedBox(String(part.reason), 'Reason')]);
    default:
      return messageBox(BARE[part.kind] ?? String(part.kind), []);
  }
}

/** @type {Readonly<Record<string, string>>} */
const REASONED = {
  rejected: 'Rejected',
  unwritten: 'Decoded, but not written',
  invalid: 'Invalid',
  unset: 'The filter was not set',
};

/** @type {Readonly<Record<string, string>>} */
const BARE = {
  valid: 'Valid',
  set: 'The filter is in force',
  unsupported: 'Unsupported',
  published: 'The broker has taken the message',
};

/** @param {any} part */
function wanted({ mode, binding, events }) {
  const what = counted(events.length, 'event');
  if (mode === 'validate') return `${what} to be validated`;
  return `${what} to be written in ${mode} mode${binding === undefined ? '' : ` of ${binding}`}`;
}

/** @param {any} message @param {boolean} isHex */
const httpParts = ({ headers, body }, isHex) => [...headerTable(headers, isHex), ...bodyParts(body, isHex)];

/** @param {any} message @param {boolean} isHex */
function brokerBox({ binding, qos, headers, nullHeaders = [], key, contentType, payloadFormat, body }, isHex) {
  const notes = [
    ...(qos === undefined ? [] : [`QoS ${qos}`]),
    ...(contentType === undefined ? [] : [`Content Type: ${lineOf(contentType)}`]),
    ...(payloadFormat === undefined ? [] : [`Payload Format Indicator: ${payloadFormat}`]),
    ...nullHeaders.map((/** @type {string} */ name) => `${lineOf(name)} is null`),
  ];
  return messageBox(
    BROKER_NAMES[binding] ?? String(binding),
    [
      ...(key === undefined ? [] : [el('p', { class: 'part' }, 'Key'), bytesBox(key, isHex, 'Key')]),
      ...headerTable(headers, isHex),
      ...(body === null ? [el('p', { class: 'part' }, 'Body: null')] : bodyParts(body, isHex)),
    ],
    notes.join(', '),
  );
}

/** @param {any} key @param {boolean} isHex */
function keyLines(key, isHex) {
  if (key === undefined) return [];
  if ('mapper' in key) return [el('p', { class: 'part' }, `The record key comes from ${lineOf(key.mapper)}`)];
  return [el('p', { class: 'part' }, 'Record key'), bytesBox(key.value, isHex, 'Record key')];
}

/** @param {ByteString} body @param {boolean} isHex */
function bodyParts(body, isHex) {
  const { length } = bytesOf(body);
  const size = el('span', { class: 'dim' }, counted(length, 'byte'));
  return [el('p', { class: 'part' }, 'Body ', size), ...(length === 0 ? [] : [bytesBox(body, isHex, 'Body')])];
}

/** @param {[name: string, value: ByteString][]} headers @param {boolean} isHex */
function headerTable(headers, isHex) {
  if (headers.length === 0) return [];
  return [
    el(
      'table',
      { class: 'headers' },
      el('caption', { class: 'hidden' }, 'Headers'),
      el(
        'tbody',
        {},
        headers.map(([name, value]) => headerRow(name, value, isHex)),
      ),
    ),
  ];
}

/** @param {string} name @param {ByteString} value @param {boolean} isHex */
function headerRow(name, value, isHex) {
  const isText = 'text' in value && !isHex;
  const long = isText ? value.text.length > FOLDED : true;
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, lineOf(name)),
    el(
      'td',
      {},
      long ? bytesBox(value, isHex, `Value of ${lineOf(name, 80)}`) : el('code', {}, visible(isText ? value.text : '')),
    ),
  );
}

/** @param {any} expression */
function expressionBox(expression) {
  if (typeof expression === 'string') return foldedBox(expression, 'Expression');
  return foldedBox(
    `${expression.start}… (${expression.length} characters, SHA-256 ${expression.digest})`,
    'Expression',
  );
}

/** A JSON value, a line for each of its values. @param {unknown} value */
const jsonBox = (value) => foldedJson(value, 'JSON');

/** @param {unknown} value @param {string} label */
function foldedJson(value, label) {
  const box = folded(jsonText(value).length, 'character', label, (most) =>
    jsonNodes(wholeStart(jsonText(value), most)),
  );
  box.classList.add('json');
  return box;
}

/** Line feeds between values are ours; those within a string are escapes already. @param {string} text */
const jsonNodes = (text) =>
  text.split('\n').flatMap((line, index) => [...(index === 0 ? [] : ['\n']), ...visible(line)]);

/** @param {unknown} value */
function jsonText(value) {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    // Data of a target may be nested deeper than the stack.
    return '(nested too deeply to be shown)';
  }
}

/**
 * @param {string} title
 * @param {(Node | string | undefined)[]} parts
 * @param {string} [note]
 */
function messageBox(title, parts, note = '') {
  const head = el('p', { class: 'what' }, el('strong', {}, lineOf(title)));
  if (note !== '') head.append(' ', el('span', { class: 'dim' }, note));
  return el('div', { class: 'message' }, head, parts);
}
