// JSON format, section 2.4: the JSON Schema of the specification's repository (`cloudevents/formats/cloudevents.json`).
import { isTimestamp } from '../../../../src/event/timestamp.js';
import { isAbsoluteUri, isUriReference } from '../../../../src/event/uri.js';
import { broken, KEPT, weigh } from '../../say.js';
import { eventRule, memberOf } from './documents.js';
import { shownMember } from './shown-member.js';
const string = (isOfFormat = () => true) => (value) => typeof value === 'string' && value !== '' && isOfFormat(value);
const orNull = (allows) => (value) => value === null || allows(value);
// The schema has no say on extensions, allows any specversion, and both data members at once.
const SCHEMA = {
    id: { isRequired: true, allows: string() },
    source: { isRequired: true, allows: string(isUriReference) },
    specversion: { isRequired: true, allows: string() },
    type: { isRequired: true, allows: string() },
    datacontenttype: { isRequired: false, allows: orNull(string()) },
    dataschema: { isRequired: false, allows: orNull(string(isAbsoluteUri)) },
    subject: { isRequired: false, allows: orNull(string()) },
    time: { isRequired: false, allows: orNull(string(isTimestamp)) },
    data_base64: { isRequired: false, allows: (value) => value === null || typeof value === 'string' },
};
/** Whether the schema of the repository allows an event. It is a help, not a rule. */
export const SCHEMA_HELP = eventRule('json.schema', (document) => weigh(Object.entries(SCHEMA).map(([name, schema]) => member(document, name, schema)), ''));
function member(document, name, { isRequired, allows }) {
    const found = memberOf(document, name);
    if (found === undefined ? !isRequired : allows(found.value))
        return KEPT;
    const message = `the schema of the specification's repository does not allow this ${name}`;
    return broken(message, `what the schema allows for ${name}`, { [name]: shownMember(found) }, name);
}
