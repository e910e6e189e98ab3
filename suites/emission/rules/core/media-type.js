// Core, "datacontenttype": a media type of RFC 2046.
import { parseMediaType } from '../../../../src/event/media-type.js';
import { KEPT, silent } from '../../say.js';
import { attributeRule, textOf, wrong } from './attribute-rule.js';
/** datacontenttype is a media type. In binary mode its place is Content-Type. */
export const DCT_FORMAT = attributeRule({
    requirement: 'core.dct.format',
    name: 'datacontenttype',
    look(attribute) {
        const text = textOf(attribute);
        if (text === undefined)
            return silent('datacontenttype is no text');
        if (new Set(attribute.raw).size > 1)
            return silent('there are several types');
        if (text === '')
            return silent('that an empty type is none is inferred (position A15)');
        if (parseMediaType(text) !== undefined)
            return KEPT;
        // HTTP lets whoever writes a media type leave parameters empty (RFC 9110, section 5.6.6).
        if (parseMediaType(withoutEmpty(text)) !== undefined)
            return silent('a parameter of the media type is empty');
        return wrong('datacontenttype is no media type', 'such as text/plain; charset=utf-8', attribute);
    },
});
/** Without semicolons that nothing stands behind; a quoted one at such a place makes the text no media type either way. */
const withoutEmpty = (text) => text.replace(/;[ \t]*(?=;|$)/g, '').trim();
