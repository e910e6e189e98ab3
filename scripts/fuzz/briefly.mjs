// The smallest trial of a finding in a cell of a table: what is in it beside what every event has.

/** What says nothing: the plainest value of each attribute that no event is without. */
const PLAIN = { specversion: '1.0', id: '', source: '/', type: 'a' };

/** Code for a cell of a Markdown table. */
export function briefly({ trial, ways, beside }) {
  const crowd = beside === undefined ? '' : `, beside ${beside} more on the way`;
  return `${wordsOf(trial)}, ${ways[0]}${crowd}`;
}

function wordsOf(trial) {
  switch (trial.kind) {
    case 'events':
      return eventsIn(trial) + spelt(trial.writings) + (trial.again ? ', twice' : '');
    case 'violation':
      return `a plain event with ${code(trial.damage)}`;
    default:
      return code(trial);
  }
}

function eventsIn({ events }) {
  const told = events.map(remarkable);
  const [first] = told;
  if (events.length === 1) return first === undefined ? 'the plainest event' : code(first);
  const others = told.filter((one) => one !== undefined);
  return others.length === 0
    ? `${events.length} plain events`
    : `${events.length} events with ${others.map(code).join(' and ')}`;
}

function remarkable({ attributes, data }) {
  const own = Object.entries(attributes).filter(([name, value]) => PLAIN[name] !== value);
  const shown = { ...Object.fromEntries(own), ...(data === undefined ? {} : { data: Object.values(data)[0] }) };
  return Object.keys(shown).length === 0 ? undefined : shown;
}

function spelt(writings) {
  const words = new Set(
    writings.flatMap(({ spelling: { order, escapes, names, style, pieces } }) => [
      ...(order === 0 ? [] : ['in another order']),
      ...(escapes === 'none' ? [] : ['with needless escapes']),
      ...(names === 'lower' ? [] : [`names in ${names} case`]),
      ...(style === 'spaced' ? [] : ['over several lines']),
      ...(pieces === undefined ? [] : [`in pieces of ${pieces} bytes`]),
    ]),
  );
  return [...words].map((word) => `, ${word}`).join('');
}

/** Longer ones are told by their ends. */
const LONGEST = 70;

function code(value) {
  const text = JSON.stringify(value).replaceAll(/[^\x20-\x7e]/gu, (one) => `\\u{${one.codePointAt(0).toString(16)}}`);
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 20)}…${text.slice(-15)}`;
  return `\`${short.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
}
