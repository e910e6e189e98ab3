// What goes wrong between the types of attributes and the types of JSON.
import { Buffer } from 'node:buffer';
import { decodeBase64 } from '../../../../event/binary.js';
import { isCoreAttribute } from '../../../../event/names.js';
import type { AttributeValue } from '../../../../event/types.js';
import { type Fault, fault } from '../../../fault.js';
import { onAttributes } from './rewrite.js';

const onBooleans = (change: (value: boolean) => string): Pick<Fault, 'emit'> =>
  onAttributes((_, value, json) => (typeof value === 'boolean' ? change(value) : json));

const onIntegers = (change: (value: number) => string): Pick<Fault, 'emit'> =>
  onAttributes((_, value, json) => (typeof value === 'number' ? change(value) : json));

const onTexts = (change: (value: string, json: string, name: string) => string): Pick<Fault, 'emit'> =>
  onAttributes((name, value, json) => (typeof value === 'string' ? change(value, json, name) : json));

/** The bytes of an extension that only base64 looks like; undefined for any other. */
const binaryOf = (name: string, value: AttributeValue): Uint8Array | undefined =>
  typeof value === 'string' && !isCoreAttribute(name) && /[+/=]/.test(value) ? decodeBase64(value) : undefined;

const onBinaries = (change: (bytes: Uint8Array) => string): Pick<Fault, 'emit'> =>
  onAttributes((name, value, json) => {
    const bytes = binaryOf(name, value);
    return bytes === undefined ? json : change(bytes);
  });

export const TYPE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'json.type.bool/text',
    'writes a Boolean as a string',
    onBooleans((value) => `"${value}"`),
  ),
  fault(
    'json.type.bool/number',
    'writes a Boolean as 1 or 0',
    onBooleans((value) => String(Number(value))),
  ),
  fault(
    'json.type.bool/always-true',
    'writes every Boolean as true',
    onBooleans(() => 'true'),
  ),
  fault(
    'json.type.int/text',
    'writes an Integer as a string',
    onIntegers((value) => `"${value}"`),
  ),
  fault(
    'json.type.int/float',
    'writes an Integer with a fraction',
    onIntegers((value) => value.toFixed(1)),
  ),
  fault(
    'json.type.int/exponent',
    'writes large Integers with an exponent',
    onIntegers((value) => (Math.abs(value) >= 10_000_000 ? value.toExponential() : String(value))),
  ),
  fault(
    'json.type.int/single-precision',
    'keeps Integers in 32-bit floats',
    onIntegers((value) => String(Math.fround(value))),
  ),
  fault(
    'json.type.text/guessed-number',
    'writes a text of digits as a number',
    onTexts((value, json) => (/^(?:0|[1-9][0-9]{0,8})(?:[eE][0-9])?$/.test(value) ? value : json)),
  ),
  fault(
    'json.type.text/guessed-word',
    'writes a text that reads true or false as a Boolean',
    onTexts((value, json) => (value === 'true' || value === 'false' ? value : json)),
  ),
  fault(
    'json.type.text/leading-zeros',
    'passes a text of digits through a number',
    onTexts((value, json) => (/^0[0-9]{1,8}$/.test(value) ? `"${Number(value)}"` : json)),
  ),
  fault(
    'json.type.text/time-as-seconds',
    'writes time as seconds since 1970',
    onTexts((value, json, name) => (name === 'time' ? String(Math.floor(Date.parse(value) / 1000)) : json)),
  ),
  fault(
    'json.type.binary/url-alphabet',
    'writes a Binary in the URL-safe alphabet, without padding',
    onBinaries((bytes) => `"${Buffer.from(bytes).toString('base64url')}"`),
  ),
  fault(
    'json.type.binary/bytes',
    'writes a Binary as an array of numbers',
    onBinaries((bytes) => `[${bytes}]`),
  ),
];
