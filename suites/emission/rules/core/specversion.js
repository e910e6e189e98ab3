// Core, "specversion", and what a batch says of it (HTTP binding, 3.3.2; on main the core, "Message").
import { broken, KEPT, silent } from '../../say.js';
import { attributeRule, wrong } from './attribute-rule.js';
import { attributeOf, eventsOut } from './events-out.js';
/** This version is written 1.0. An event of another version is none of its business. */
export const SPECVERSION_VALUE = attributeRule({
    requirement: 'core.specversion.value',
    name: 'specversion',
    look(attribute) {
        const { value } = attribute;
        if (value === '1.0')
            return KEPT;
        const isThisVersion = value === 1 || (typeof value === 'string' && THIS_VERSION.test(value.trim()));
        if (!isThisVersion)
            return silent('specversion names another version');
        return wrong('specversion is not 1.0', { specversion: '1.0' }, attribute);
    },
});
/** Other spellings of this version, with a patch number or without the minor one; and none at all, which no version has. */
const THIS_VERSION = /^(?:v?1(?:\.0+(?:\.[0-9]+)*)?)?$/i;
/** All events of a batch are of one version. */
export const BATCH_SPECVERSION = {
    requirement: 'core.batch.specversion',
    modes: ['batch'],
    check(emitted, told) {
        const versions = eventsOut(emitted, told).flatMap(([event]) => {
            const value = attributeOf(event, 'specversion')?.value;
            return typeof value === 'string' ? [value] : [];
        });
        const [first, second] = [...new Set(versions)];
        if (second !== undefined)
            return broken('the events of a batch differ in specversion', first ?? '', versions);
        return versions.length > 1 ? KEPT : silent('the batch has not two events with a specversion');
    },
};
