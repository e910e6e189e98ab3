// What goes wrong in the built-in functions (sections 3.5.1 and 3.5.2).
import { Buffer } from 'node:buffer';
import type { FunctionResult } from '../../../cesql/functions/types.js';
import { failure } from '../../../cesql/problem.js';
import type { CesqlValue } from '../../../cesql/types.js';
import { type Fault, fault } from '../../fault.js';
import { onCall, onFunction } from './change.js';

/** Another value of SUBSTRING by position, and by length where there is one. */
const onSubstring = (
  change: (text: string, position: number, length: number | undefined, right: () => FunctionResult) => FunctionResult,
): Pick<Fault, 'engine'> =>
  onCall('SUBSTRING', ([x, position, length], right) =>
    change(String(x), Number(position), length === undefined ? undefined : Number(length), right),
  );

/** Another value where the count is negative. */
const onNegativeCount = (name: string, call: (text: string, count: number) => FunctionResult): Pick<Fault, 'engine'> =>
  onCall(name, ([x, y], right) => (Number(y) < 0 ? call(String(x), Number(y)) : right()));

const onText = (name: string, change: (text: string) => CesqlValue): Pick<Fault, 'engine'> =>
  onCall(name, ([x]) => change(String(x)));

const isBeyond = (text: string, position: number): boolean => position > text.length || position < -text.length;

export const BUILT_IN_FAULTS: readonly Fault[] = [
  fault(
    'cesql.fn.length/bytes',
    'counts the bytes of UTF-8',
    onText('LENGTH', (text) => Buffer.byteLength(text)),
  ),
  fault(
    'cesql.fn.length/trimmed',
    'counts no blanks at the end, as LEN of some dialects',
    onText('LENGTH', (text) => [...text.replace(/ +$/, '')].length),
  ),
  fault(
    'cesql.fn.concat/none',
    'has no CONCAT of nothing',
    onFunction('CONCAT', (definition) => ({ ...definition, parameters: ['string'] })),
  ),
  fault(
    'cesql.fn.concat-ws/empty-skipped',
    'leaves empty strings out of CONCAT_WS, as others do with null',
    onCall('CONCAT_WS', ([delimiter, ...values]) => values.filter((value) => value !== '').join(String(delimiter))),
  ),
  fault(
    'cesql.fn.lower/ascii',
    'turns the letters of ASCII into small ones, and no others',
    onText('LOWER', (text) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())),
  ),
  fault(
    'cesql.fn.upper/ascii',
    'turns the letters of ASCII into capitals, and no others',
    onText('UPPER', (text) => text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())),
  ),
  fault(
    'cesql.fn.trim/ascii',
    'trims the white space of ASCII alone',
    onText('TRIM', (text) => text.replaceAll(/^[ \t-\r]+|[ \t-\r]+$/g, '')),
  ),
  fault(
    'cesql.fn.trim/left-behind',
    'trims the beginning alone',
    onText('TRIM', (text) => text.replace(/^\p{White_Space}+/u, '')),
  ),
  fault(
    'cesql.fn.trim-keep/controls',
    'trims controls as well, as String.trim of Java does',
    onText('TRIM', (text) => text.replaceAll(/^[\0- \p{White_Space}]+|[\0- \p{White_Space}]+$/gu, '')),
  ),
  fault(
    'cesql.fn.trim-keep/byte-order-mark',
    'trims U+FEFF as well, as String.prototype.trim of JavaScript does',
    onText('TRIM', (text) => text.replaceAll(/^[\ufeff\p{White_Space}]+|[\ufeff\p{White_Space}]+$/gu, '')),
  ),
  fault(
    'cesql.fn.left/beyond',
    'fails where LEFT asks for more than there is',
    onCall('LEFT', ([x, y], right) =>
      Number(y) > String(x).length ? failure(String(x), 'functionEvaluation', 'too many') : right(),
    ),
  ),
  fault(
    'cesql.fn.left-neg/from-the-end',
    'leaves so many characters out where LEFT is asked for a negative count',
    onNegativeCount('LEFT', (text, count) => text.slice(0, count)),
  ),
  fault(
    'cesql.fn.left-neg/empty',
    'gives the empty string where LEFT is asked for a negative count',
    onNegativeCount('LEFT', () => failure('', 'functionEvaluation', 'negative')),
  ),
  fault(
    'cesql.fn.right/zero',
    'gives everything where RIGHT is asked for nothing, as slicing from -0 on does',
    onCall('RIGHT', ([x, y], right) => (y === 0 ? String(x) : right())),
  ),
  fault(
    'cesql.fn.right-neg/silent',
    'finds no error in a negative count of RIGHT',
    onNegativeCount('RIGHT', (text) => text),
  ),
  fault(
    'cesql.fn.sub2/negative',
    'takes a negative position for the first, as String.prototype.substring does',
    onSubstring((text, position, length, right) =>
      length === undefined && position < 0 && !isBeyond(text, position) ? text : right(),
    ),
  ),
  fault(
    'cesql.fn.sub2/from-zero',
    'counts characters from 0',
    onSubstring((text, position, length, right) =>
      length === undefined && position > 0 && !isBeyond(text, position) ? text.slice(position) : right(),
    ),
  ),
  fault(
    'cesql.fn.sub3/end',
    'takes the length for the position of the end',
    onSubstring((text, position, length, right) =>
      length !== undefined && position > 1 && length >= 0 && !isBeyond(text, position)
        ? text.slice(position - 1, length)
        : right(),
    ),
  ),
  fault(
    'cesql.fn.sub3/not-capped',
    'fails where there is less than the length',
    onSubstring((text, position, length, right) =>
      length !== undefined && position > 0 && !isBeyond(text, position) && position - 1 + length > text.length
        ? failure('', 'functionEvaluation', 'too long')
        : right(),
    ),
  ),
  fault(
    'cesql.fn.sub-zero/first',
    'takes position 0 for the first',
    onSubstring((text, position, length, right) =>
      position === 0 && !(Number(length) < 0) ? text.slice(0, length) : right(),
    ),
  ),
  fault(
    'cesql.fn.sub-range/silent',
    'finds no error in a position beyond the end',
    onSubstring((text, position, length, right) => (isBeyond(text, position) && !(Number(length) < 0) ? '' : right())),
  ),
  fault(
    'cesql.fn.sub-neglen/silent',
    'finds no error in a negative length',
    onSubstring((_, __, length, right) => (Number(length) < 0 ? '' : right())),
  ),
  fault(
    'cesql.fn.abs/single-precision',
    'gives absolute values in single precision',
    onCall('ABS', ([x], right) =>
      x === -2147483648 ? right() : Math.min(Math.fround(Math.abs(Number(x))), 2147483600),
    ),
  ),
  fault(
    'cesql.fn.abs-min/wrapped',
    'wraps the absolute value of the smallest integer around to itself',
    onCall('ABS', ([x], right) => (x === -2147483648 ? x : right())),
  ),
  fault(
    'cesql.fn.abs-min/silent',
    'finds no error in the absolute value of the smallest integer',
    onCall('ABS', ([x], right) => (x === -2147483648 ? 2147483647 : right())),
  ),
];
