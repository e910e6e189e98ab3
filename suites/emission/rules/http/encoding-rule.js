// HTTP binding, 3.1.3.2: what the rules about the characters that have to be encoded have in common.
import { percentEncode } from '../../../../src/binding/http/percent.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { attributeLines, shortened, shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { sameOutline } from './outline.js';
import { readable } from './written.js';
import { writtenValues } from './written-values.js';
export const encodingRule = (encoding) => binaryRule(encoding.requirement, (message, event) => {
    if (event === undefined) {
        const shown = attributeLines(message).flatMap((line) => encoding.captured(line) ?? []);
        return weigh(shown, `no header shows what becomes of ${encoding.what}`);
    }
    const parts = writtenValues(message, event)
        .filter(({ value }) => encoding.characters.test(value))
        .map((attribute) => asked(encoding, attribute));
    return weigh(parts, `no attribute was to hold ${encoding.what}`);
});
function asked(encoding, attribute) {
    const { name, value, lines, written } = attribute;
    if (written.kind === 'missing')
        return silent(`${name} did not come out`);
    if (written.kind === 'several')
        return silent(`${name} came out more than once`);
    switch (encoding.look(written, value)) {
        case 'elsewhere':
            return silent(`${name} is not encoded, which is another rule`);
        case 'raw':
            return unencoded(encoding.what, name, lines, expectedHeader(name, value));
        case undefined:
    }
    switch (written.kind) {
        case 'once':
            return KEPT;
        case 'further':
            return silent(`${name} is ${written.how}, which is another rule`);
        case 'literal':
        case 'own-escapes':
            return silent(`what is not encoded in ${name} is another rule`);
        case 'word':
            return otherwise(encoding, attribute);
        case 'other':
            return isWrongThere(encoding, value, readable(written.content))
                ? otherwise(encoding, attribute)
                : silent(`what came out wrong in ${name} is something else`);
    }
}
const isWrongThere = ({ characters }, value, text) => text !== value && sameOutline(value, characters, text);
/** Something stands in a header as it is. */
export const unencoded = (what, name, lines, expected = 'percent-encoded') => broken(`${what} stands unencoded in ce-${name}`, expected, shownHeader(`ce-${name}`, lines), 'raw');
const otherwise = ({ what, how }, { name, value, lines }) => broken(`${what} in ce-${name} is not ${how}`, expectedHeader(name, value), shownHeader(`ce-${name}`, lines), 'other');
/** The header that the text asks for. */
export const expectedHeader = (name, value) => ({
    [`ce-${name}`]: shortened(percentEncode(value) ?? value),
});
