// Core, "type": it starts with a reverse-DNS name.
import { KEPT, silent } from '../../say.js';
import { attributeRule, textOf, wrong } from './attribute-rule.js';
/** type starts like `com.example.`. Which top-level domains there are is not looked up. */
export const TYPEATTR_REVERSE_DNS = attributeRule({
    requirement: 'core.typeattr.reverse-dns',
    name: 'type',
    look(attribute, told) {
        const text = textOf(attribute);
        if (text === undefined || text === '')
            return silent('type is no text, or empty');
        if (REVERSE_DNS.test(text))
            return KEPT;
        if (told?.attributes.get('type') === text)
            return silent('such a type was asked for');
        return wrong('type does not start with a reverse-DNS name', 'such as com.example.object.deleted', attribute);
    },
});
/** A top-level domain of letters, also in Punycode or in a script of its own, and one label more. */
const REVERSE_DNS = /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)\.[\p{L}\p{N}]/iu;
