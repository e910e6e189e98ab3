// Core, "time": a date-time of RFC 3339.
import { isTimestamp } from '../../../../src/event/timestamp.js';
import { KEPT, silent } from '../../say.js';
import { attributeRule, textOf, wrong } from './attribute-rule.js';
/** time has the form of RFC 3339, section 5.6, with an offset. */
export const TIME_OUT = attributeRule({
    requirement: 'core.type.time-out',
    name: 'time',
    look(attribute) {
        const text = textOf(attribute);
        if (text === undefined) {
            if (attribute.value === undefined)
                return silent('time cannot be read as a text');
            return wrong('time is no date-time of RFC 3339', 'a text', attribute, 'type');
        }
        if (isTimestamp(text))
            return KEPT;
        // A note in RFC 3339, section 5.6 lets applications separate date and time by a blank, which its grammar does not.
        if (isTimestamp(text.replace(/^([0-9-]{10}) /, '$1T')))
            return silent('a blank separates date and time');
        return wrong('time is no date-time of RFC 3339', 'such as 2024-02-29T12:34:56Z', attribute, 'form');
    },
});
