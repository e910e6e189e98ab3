// Faults about Integers, `source` and `time`.
import { canonical } from '../../../event/canonical.js';
import { isCoreAttribute } from '../../../event/names.js';
import { isAbsoluteUri } from '../../../event/uri.js';
import { type Fault, fault } from '../../fault.js';
import { onAttributes } from '../change.js';
import { refuseEvents, textOf } from './refuse-events.js';

/** What becomes of numbers. */
export const INTEGER_FAULTS: readonly Fault[] = [
  fault('core.type.int-bounds/single', 'holds Integers in single precision', onIntegers(Math.fround)),
  fault(
    'core.type.int-bounds/sixteen',
    'holds Integers in 16 bits',
    onIntegers((value) => (value << 16) >> 16),
  ),
  fault(
    'core.type.int-bounds/zero',
    'loses extensions that are 0',
    onIntegers((value) => (value === 0 ? undefined : value)),
  ),
  fault(
    'core.type.int-bounds/exclusive',
    'refuses the smallest Integer',
    refuseEvents(
      ({ attributes }) => [...attributes.values()].some((value) => canonical(value) === '-2147483648'),
      'an Integer is out of range',
    ),
  ),
];

/** What becomes of `source`. */
export const URI_FAULTS: readonly Fault[] = [
  fault(
    'core.type.uriref/absolute',
    'refuses a source that is not absolute',
    refuseEvents((event) => !isAbsoluteUri(textOf(event, 'source')), 'source is not absolute'),
  ),
  fault(
    'core.type.uriref/fragment',
    'cuts the fragment off source',
    onValue('source', (text) => text.replace(/#.*/, '')),
  ),
  fault(
    'core.type.uriref/resolved',
    'resolves source against its own address',
    onValue('source', (text) => new URL(text, 'http://localhost/').href),
  ),
  fault(
    'core.type.uriref/unescaped',
    'decodes the escapes of source, in JSON',
    onAttributes((value, name) => (name === 'source' ? decodeURI(canonical(value)) : value), ['structured', 'batch']),
  ),
];

/** What becomes of `time`. */
export const TIME_FAULTS: readonly Fault[] = [
  fault(
    'core.type.time/zone',
    'ignores the offset',
    onValue('time', (text) => text.replace(/([zZ]|[+-][0-9:]{5})$/, 'Z')),
  ),
  fault(
    'core.type.time/whole-hours',
    'reads the hours of the offset alone',
    onValue('time', (text) => text.replace(/([+-][0-9]{2}):[0-9]{2}$/, '$1:00')),
  ),
  fault(
    'core.type.time/fraction',
    'reads the fraction as a whole number',
    onValue('time', (text) => text.replace(/\.0+/, '.')),
  ),
  fault(
    'core.type.time/upper-case',
    'refuses a lower-case t or z',
    refuseEvents((event) => /[tz]/.test(textOf(event, 'time')), 'time is malformed'),
  ),
  fault(
    'core.type.time/epoch',
    'takes the first second of 1970 for no time at all',
    onAttributes((value, name) => (name === 'time' && Date.parse(canonical(value)) === 0 ? undefined : value)),
  ),
];

function onIntegers(change: (value: number) => number | undefined): Pick<Fault, 'outcome'> {
  return onAttributes((value, name) =>
    isCoreAttribute(name) || !/^(?:0|-?[1-9][0-9]{0,9})$/.test(canonical(value)) ? value : change(Number(value)),
  );
}

function onValue(attribute: string, change: (text: string) => string): Pick<Fault, 'outcome'> {
  return onAttributes((value, name) => (name === attribute ? change(canonical(value)) : value));
}
