// What goes wrong with time.
import { type Fault, fault } from '../../../fault.js';
import { onAttributes } from '../json/rewrite.js';
import { ofAll, onAttribute, onHeaders, unchecked } from './unchecked.js';

/** Emits texts that are no timestamps. */
const uncheckedTime = (isMeant: (text: string) => boolean): Pick<Fault, 'emit'> =>
  unchecked(['core.type.time-bad', 'core.type.str-control'], {
    only: ofAll((name, text) => name === 'time' && isMeant(text)),
  });

/** The time as a formatter writes it that leaves out seconds which are zero. */
const withoutZeroSeconds = (text: string): string => text.replace(/:00(?=Z$)/, '');

export const TIME_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'core.type.time-out/any-text',
    'takes any text for a time',
    uncheckedTime(() => true),
  ),
  fault(
    'core.type.time-out/no-offset',
    'emits a time without an offset',
    uncheckedTime((text) => /^[0-9T:.-]{19}$/.test(text)),
  ),
  fault(
    'core.type.time-out/no-calendar',
    'looks at the form of a time, and not at its numbers',
    uncheckedTime((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)),
  ),
  fault('core.type.time-out/zero-seconds', 'leaves out the seconds of a time where they are zero', {
    emit: {
      message: (message, events, mode) => {
        const { emit } =
          mode === 'binary'
            ? onHeaders((name, value, raw) => (name === 'time' ? withoutZeroSeconds(String(value)) : raw))
            : onAttributes((name, _, json) => (name === 'time' ? json.replace(/:00(?=Z"$)/, '') : json));
        return emit?.message?.(message, events, mode) ?? message;
      },
    },
  }),
  fault(
    'core.type.convert/offset',
    'takes every time for one in UTC',
    onAttribute('time', (text) => text.replace(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  fault(
    'core.type.convert/half-hours',
    'forgets the minutes of an offset',
    onAttribute('time', (text) => text.replace(/([+-]\d\d):\d\d$/, '$1:00')),
  ),
  fault(
    'core.type.convert/fraction',
    'takes the digits behind the point for a number of milliseconds',
    onAttribute('time', (text) =>
      text.replace(/\.(\d{1,2})(?=\D)/, (_, digits: string) => `.${digits.padStart(3, '0')}`),
    ),
  ),
  fault(
    'core.type.convert/seconds',
    'keeps time in 32 bits of seconds',
    onAttribute('time', (text) => (text.startsWith('2038-01-19T03:14:08') ? '1901-12-13T20:45:52Z' : text)),
  ),
];
