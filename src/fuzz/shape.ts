// The shape of the smallest trial that shows a symptom: trials of one shape have one cause. What is plain in it says
// nothing; what is left beside that is what it takes.

import { print } from '../cesql/print.js';
import { canonical } from '../event/canonical.js';
import { isCoreAttribute } from '../event/names.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../event/types.js';
import { namedInRefusal } from './named-in-refusal.js';
import type { Symptom } from './symptom.js';
import { generalName } from './symptom.js';
import type { Trial } from './trial.js';

/** The cause of a symptom in words that are the same for all that it shows itself in. The message form is none of it. */
export function shapeOf(trial: Trial, symptom: Symptom): string {
  const { class: kind, root } = symptom;
  if (root !== undefined) return `${kind} ${root}`;
  switch (trial.kind) {
    case 'events':
      return [kind, sizeOf(trial.events), ...special(trial.events, symptom), ...spelt(trial.writings)].join(' ');
    case 'encode':
      return [kind, 'encode', sizeOf(trial.events), ...special(trial.events, symptom)].join(' ');
    case 'violation':
      return [kind, trial.violation.requirement].join(' ');
    case 'mutation':
      return [kind, symptom.detail, 'damage'].join(' ');
    case 'expression':
      return [kind, symptom.detail, shapeOfText(print(trial.posed.expression))].join(' ');
  }
}

// Which attribute it is in does not matter where the value says it all, and what else there is does not where a refusal names it.
function special(events: readonly CloudEvent[], symptom: Symptom): readonly string[] {
  const { names } = symptom;
  const found = remarkable(
    events.map((event) => {
      const named = namedInRefusal(event, symptom);
      return named.length === 0
        ? event
        : { attributes: new Map([...event.attributes].filter(([name]) => named.includes(name))) };
    }),
  );
  return found.length > 0 ? found : [...new Set(names.map(generalName))].sort().slice(0, 1);
}

const sizeOf = ({ length }: readonly CloudEvent[]): string => (length === 1 ? '' : 'batch');

function spelt(
  writings: readonly {
    readonly spelling: { readonly escapes: string; readonly order: number; readonly pieces?: number };
  }[],
): readonly string[] {
  return writings.flatMap(({ spelling: { escapes, order, pieces } }) => [
    ...(escapes === 'needless' ? ['needless escapes'] : []),
    ...(order === 0 ? [] : ['another order']),
    ...(pieces === undefined ? [] : ['in pieces']),
  ]);
}

/** Whether there is nothing in an event but what every event has, in the plainest way. */
export const isBare = (event: CloudEvent): boolean => event.data === undefined && remarkable([event]).length === 0;

/** What is not plain in events: names and values of any length, and every character that is no letter. */
function remarkable(events: readonly CloudEvent[]): readonly string[] {
  const found = new Set<string>();
  for (const { attributes, data } of events) {
    const extensions = [...attributes].filter(([name]) => !isCoreAttribute(name));
    if (extensions.length > 3) found.add('many extensions');
    for (const [name] of extensions) if (name.length > 1) found.add(`name ${shapeOfText(name)}`);
    for (const [name, value] of attributes) {
      if (name === 'specversion' || isPlain(value)) continue;
      const shape = shapeOfText(canonical(value));
      if (shape !== 'a') found.add(`${isCoreAttribute(name) && FORMED.has(name) ? name : typeof value} ${shape}`);
    }
    if (data !== undefined) found.add(`data ${shapeOfData(data)}`);
  }
  return [...found].sort();
}

/** What stands for any value. */
const isPlain = (value: AttributeValue): boolean => PLAIN.has(value);

const PLAIN: ReadonlySet<AttributeValue> = new Set([
  '',
  'a',
  '/',
  '0',
  'a:a',
  'application/json',
  '2000-01-01T00:00:00Z',
  0,
  false,
]);

/** Attributes that have a form of their own. */
const FORMED = new Set(['time', 'dataschema', 'datacontenttype']);

const isPlainJson = (value: JsonValue): boolean => JSON.stringify(value) === '{}';

function shapeOfData(data: EventData): string {
  switch (data.kind) {
    case 'binary':
      return 'bytes';
    case 'text':
      return `text ${shapeOfText(data.text)}`;
    case 'json':
      return isPlainJson(data.value) ? 'json' : `json ${shapeOfText(JSON.stringify(data.value))}`;
  }
}

/** Longer texts are told by that. */
const LONG = 24;

/** Runs of letters and of digits become one of them, white space is a blank, and a long text is told by that. */
export function shapeOfText(text: string): string {
  const shape = text
    .replaceAll(/[a-zA-Z]+/g, 'a')
    .replaceAll(/\d+/g, '0')
    .replaceAll(/\p{White_Space}/gu, ' ');
  return text.length > LONG ? `${shape.slice(0, LONG)}… long` : shape;
}
