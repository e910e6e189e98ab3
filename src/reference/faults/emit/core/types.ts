// What goes wrong with Booleans, Integers, Binaries, and with what is of no type at all.
import { decodeBase64 } from '../../../../event/binary.js';
import { isInteger } from '../../../../event/integer.js';
import { isCoreAttribute } from '../../../../event/names.js';
import { type Fault, fault } from '../../../fault.js';
import { onAttributes } from '../json/rewrite.js';
import { onHeaders, unchecked } from './unchecked.js';

const onBooleans = (write: (value: boolean) => string): Pick<Fault, 'emit'> =>
  onHeaders((_, value, raw) => (typeof value === 'boolean' ? write(value) : raw));

const onIntegers = (write: (value: number) => string): Pick<Fault, 'emit'> =>
  onHeaders((_, value, raw) => (typeof value === 'number' ? write(value) : raw));

/** Changes what only base64 looks like. */
const onBinaries = (write: (base64: string) => string): Pick<Fault, 'emit'> =>
  onHeaders((name, value, raw) => {
    const isBinary = typeof value === 'string' && !isCoreAttribute(name) && /[+/=]/.test(value);
    return isBinary && decodeBase64(value) !== undefined ? write(value) : raw;
  });

export const TYPE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'core.type.bool/capitalised',
    'writes True and False in headers',
    onBooleans((value) => (value ? 'True' : 'False')),
  ),
  fault(
    'core.type.bool/number',
    'writes 1 and 0 for a Boolean in headers',
    onBooleans((value) => String(Number(value))),
  ),
  fault(
    'core.type.bool/false-empty',
    'writes an empty header for a Boolean that is false',
    onBooleans((value) => (value ? 'true' : '')),
  ),
  fault(
    'core.type.int/float',
    'writes an Integer with a fraction in headers',
    onIntegers((value) => value.toFixed(1)),
  ),
  fault(
    'core.type.int/exponent',
    'writes large Integers with an exponent in headers',
    onIntegers((value) => (Math.abs(value) >= 10_000_000 ? value.toExponential() : String(value))),
  ),
  fault(
    'core.type.int/sign',
    'writes a sign before every Integer in headers',
    onIntegers((value) => (value < 0 ? String(value) : `+${value}`)),
  ),
  fault(
    'core.type.int/thousands',
    'writes commas between thousands in headers',
    onIntegers((value) => String(value).replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ',')),
  ),
  fault(
    'core.type.int/single-precision',
    'keeps Integers in 32-bit floats',
    onIntegers((value) => String(Math.fround(value))),
  ),
  fault(
    'core.type.int-range/unchecked',
    'writes whole numbers of any size as Integers',
    unchecked(['core.type.int-over']),
  ),
  fault('core.type.closed/fraction', 'writes fractions as JSON numbers', {
    emit: {
      ...unchecked(['core.type.unlisted']).emit,
      ...onAttributes((_, value, json) =>
        typeof value === 'number' && !isInteger(value) && !Number.isInteger(value) ? String(value) : json,
      ).emit,
    },
  }),
  fault(
    'core.type.bin/url-alphabet',
    'writes a Binary in the URL-safe alphabet in headers',
    onBinaries((base64) => base64.replaceAll('+', '-').replaceAll('/', '_')),
  ),
  fault(
    'core.type.bin/no-padding',
    'leaves out the padding of a Binary in headers',
    onBinaries((base64) => base64.replaceAll('=', '')),
  ),
  fault(
    'core.type.bin/lines',
    'breaks a Binary in headers after 76 characters, as mail does',
    onBinaries((base64) => base64.replaceAll(/.{76}/g, '$&%0D%0A')),
  ),
];
