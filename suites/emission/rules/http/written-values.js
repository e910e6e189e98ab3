import { canonical } from '../../../../src/event/canonical.js';
import { headersByAttribute } from './attribute-headers.js';
import { writtenAs } from './written.js';
/** The attributes of an event whose place is a `ce-` header: all with a legal name, but the type of the data. */
export function writtenValues(message, { attributes }) {
    const headers = headersByAttribute(message);
    return [...attributes]
        .filter(([name]) => /^[a-z0-9]+$/.test(name) && name !== 'datacontenttype')
        .map(([name, attribute]) => {
        const value = canonical(attribute);
        const lines = headers.get(name);
        return { name, value, lines, written: writtenAs(name, value, lines) };
    });
}
