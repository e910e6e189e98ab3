// Core, "Type System": what an attribute can hold at all. A header holds text and nothing else (position A08).
import { isInteger, MAX_INTEGER, MIN_INTEGER } from '../../../../src/event/integer.js';
import { isCoreAttribute } from '../../../../src/event/names.js';
import { KEPT, silent } from '../../say.js';
import { wrong } from './attribute-rule.js';
import { attributeOf, eventRule, lost, setAttributes } from './events-out.js';
/** What is written as an Integer is within the range of 32 bits. */
export const TYPE_INT_RANGE = eventRule('core.type.int-range', (event, told) => {
    if (event.where === 'headers')
        return silent('whether the digits of a header are an Integer does not show');
    // A core attribute that is a number is a rule of the format, and a fraction is no Integer.
    const numbers = setAttributes(event).filter(({ name, value }) => !isCoreAttribute(name) && isWhole(value));
    const found = numbers.find(({ value }) => !isInteger(Number(value)));
    if (found !== undefined) {
        const range = `${MIN_INTEGER} to ${MAX_INTEGER}`;
        return wrong('an Integer is outside the range of 32 bits', range, { ...found, value: undefined });
    }
    const asked = [...(told?.attributes ?? [])].filter(([, value]) => typeof value === 'number');
    const name = asked.find(([each, value]) => isInteger(Number(value)) && attributeOf(event, each) === undefined)?.[0];
    if (name !== undefined)
        return silent(`${name} did not come out`);
    return numbers.length > 0 || asked.length > 0 ? KEPT : silent('no attribute is an Integer');
});
/** A number without a fraction. 1e400, which is infinite to many, is one. */
const isWhole = (value) => typeof value === 'number' && (Number.isInteger(value) || !Number.isFinite(value));
/** No value is an object, an array or a fraction. */
export const TYPE_CLOSED = eventRule('core.type.closed', (event, told) => {
    if (event.where === 'headers')
        return silent('a header holds text and nothing else');
    const found = setAttributes(event).find(({ value }) => isOfNoType(value));
    if (found === undefined) {
        const name = [...(told?.attributes ?? [])].some(([, value]) => isOfNoType(value)) ? undefined : lost(event, told);
        return name === undefined ? KEPT : silent(`${name} did not come out`);
    }
    const kind = Array.isArray(found.value) ? 'an array' : typeof found.value === 'object' ? 'an object' : 'a fraction';
    return wrong(`the value of an attribute is ${kind}`, 'a value of one of the seven types', found, kind);
});
const isOfNoType = (value) => typeof value === 'object' || (typeof value === 'number' && !isWhole(value));
