// Subtle faults about values: each breaks one character, one number, one length or one moment.
import { canonical } from '../../event/canonical.js';
import { isCoreAttribute } from '../../event/names.js';
import { type Fault, fault } from '../fault.js';
import { onAttributes } from '../faults/change.js';
import { refuseEvents, textOf } from '../faults/core/refuse-events.js';

/** Characters in the buffer of a receiver that forgets that it holds the end as well. */
const BUFFER_LENGTH = 256;

const onText = (change: (text: string) => string): Pick<Fault, 'outcome'> =>
  onAttributes((value) => (typeof value === 'string' ? change(value) : value));

export const SUBTLE_VALUES: readonly Fault[] = [
  fault(
    'core.type.str/mark-lost',
    'loses U+FEFF at the start of an attribute value, as decoders of text do by default',
    onText((text) => (text.startsWith('\ufeff') ? text.slice(1) : text)),
  ),
  fault(
    'core.type.str/exactly-256',
    'loses the last character of a value of exactly 256',
    onText((text) => {
      const characters = text.length < BUFFER_LENGTH ? [] : Array.from(text);
      return characters.length === BUFFER_LENGTH ? characters.slice(0, -1).join('') : text;
    }),
  ),
  fault(
    'core.type.int-bounds/wrapped',
    'makes the largest Integer of the smallest one',
    onAttributes((value, name) => {
      if (isCoreAttribute(name) || canonical(value) !== '-2147483648') return value;
      return typeof value === 'number' ? 2147483647 : '2147483647';
    }),
  ),
  fault(
    'core.type.time/two-digit-year',
    'reads the years 0000 to 0099 as 1900 to 1999',
    onAttributes((value, name) => (name === 'time' ? canonical(value).replace(/^00(\d\d)-/, '19$1-') : value)),
  ),
  fault(
    'core.type.time/leap-second',
    'refuses a leap second',
    // Neither hours nor minutes nor offsets reach 60.
    refuseEvents((event) => textOf(event, 'time').includes(':60'), 'time is malformed'),
  ),
];
