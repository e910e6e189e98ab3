import { isAbsoluteUri, isUriReference } from '../../../../src/event/uri.js';
import { KEPT, silent } from '../../say.js';
import { attributeRule, textOf, wrong } from './attribute-rule.js';
/** source is a URI-reference, and not empty. */
export const SOURCE_NONEMPTY = attributeRule({
    requirement: 'core.source.nonempty',
    name: 'source',
    look(attribute, told) {
        if (textOf(attribute) === '')
            return wrong('source is empty', 'a URI-reference', attribute, 'empty');
        return inGrammar(attribute, told, isUriReference, 'a URI-reference');
    },
});
/** A URI is absolute. It can have a fragment (position A04). */
export const TYPE_URI = attributeRule({
    requirement: 'core.type.uri',
    name: 'dataschema',
    look: (attribute, told) => textOf(attribute) === ''
        ? silent('that dataschema is empty is another rule')
        : inGrammar(attribute, told, isAbsoluteUri, 'an absolute URI'),
});
/** dataschema is a URI, and not empty. */
export const DATASCHEMA_URI = attributeRule({
    requirement: 'core.dataschema.uri',
    name: 'dataschema',
    look(attribute, told) {
        if (textOf(attribute) === '')
            return wrong('dataschema is empty', 'an absolute URI', attribute, 'empty');
        return inGrammar(attribute, told, isAbsoluteUri, 'an absolute URI');
    },
});
/** An absolute source is better. A producer that was asked for a relative one had no choice. */
export const SOURCE_ABSOLUTE = attributeRule({
    requirement: 'core.source.absolute',
    name: 'source',
    look(attribute, told) {
        const text = textOf(attribute);
        if (text === undefined || text === '' || !isUriReference(text))
            return silent('source is no URI-reference');
        if (isAbsoluteUri(text))
            return KEPT;
        if (told?.attributes.get('source') === text)
            return silent('a relative source was asked for');
        return wrong('source is a relative reference', 'an absolute URI', attribute);
    },
});
function inGrammar(attribute, told, isRight, what) {
    const text = textOf(attribute);
    if (text === undefined)
        return silent(`${attribute.name} cannot be read as a text`);
    if (isRight(text))
        return KEPT;
    // The escapes of a URI that are not encoded once more in a header are a rule of the binding, and look like what is
    // encoded rightly and is no URI.
    const isAsked = told?.attributes.get(attribute.name) === text;
    if (!isAsked && attribute.raw.some((raw) => raw.includes('%') && isRight(raw))) {
        return silent(`the percent signs of ${attribute.name} may not be encoded`);
    }
    return wrong(`${attribute.name} is not ${what}`, what, attribute, 'grammar');
}
