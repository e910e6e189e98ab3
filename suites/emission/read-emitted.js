// An emitted message, read once for all rules.
import { decodeHttp } from '../../src/binding/http/decode.js';
import { headerValue } from '../../src/binding/http/headers.js';
import { contentMode } from '../../src/binding/http/mode.js';
import { decodeJsonEvent } from '../../src/format/json.js';
import { decodeJsonBatch } from '../../src/format/json-batch.js';
import { rawMembers } from '../../src/format/raw-members.js';
/** Reads a message as one of the mode that was asked for; without one, as its Content-Type says. */
export function readEmitted(message, asked) {
    const mode = asked ?? contentMode(headerValue(message.headers, 'content-type')).mode;
    return {
        message,
        mode,
        decoded: decodedAs(message, mode),
        documents: mode === 'binary' ? [] : (rawMembers(message.body) ?? []),
    };
}
// In the mode that was asked for, whatever the Content-Type says: a wrong one is the failure of one rule, not of all.
function decodedAs(message, mode) {
    switch (mode) {
        case 'binary': {
            const decoded = decodeHttp(message);
            return decoded.kind === 'decoded' ? { kind: 'decoded', value: decoded.value.events } : decoded;
        }
        case 'structured': {
            const decoded = decodeJsonEvent(message.body);
            return decoded.kind === 'decoded' ? { kind: 'decoded', value: [decoded.value] } : decoded;
        }
        case 'batch':
            return decodeJsonBatch(message.body);
    }
}
