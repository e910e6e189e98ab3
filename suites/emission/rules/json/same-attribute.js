import { sameMediaType } from '../../../../src/event/media-type.js';
import { sameInstant } from '../../../../src/event/timestamp.js';
/** Whether two strings are the same value of an attribute: an instant for `time` (A07), a media type for its type. */
export function sameAttribute(name, one, other) {
    if (one === other)
        return true;
    if (name === 'time')
        return sameInstant(one, other) !== 'different';
    return name === 'datacontenttype' && sameMediaType(one, other);
}
