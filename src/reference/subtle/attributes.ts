// Subtle faults about which attributes there are: one name, one length of a name or one position is enough.
import { isCoreAttribute } from '../../event/names.js';
import { type Fault, fault } from '../fault.js';
import { onAttributes, onEvents } from '../faults/change.js';
import { refuseEvents } from '../faults/core/refuse-events.js';

/** The longest name that producers should use ("Attribute Naming Convention"). */
const ADVISED_LENGTH = 20;

export const SUBTLE_ATTRIBUTES: readonly Fault[] = [
  fault(
    'core.name.long/exactly-20',
    'refuses names of exactly 20 characters, a limit that is off by one',
    refuseEvents(
      ({ attributes }) => [...attributes.keys()].some((name) => name.length === ADVISED_LENGTH),
      'a name has 20 characters',
    ),
  ),
  fault(
    'core.ext.unknown/constructor',
    'loses the extension named constructor',
    onAttributes((value, name) => (name === 'constructor' ? undefined : value)),
  ),
  fault(
    'core.ext.empty-string/unset',
    'takes an extension that is the empty string for none, in every mode',
    onAttributes((value, name) => (value === '' && !isCoreAttribute(name) ? undefined : value)),
  ),
  fault(
    'core.ext.many/tenth',
    'loses the tenth extension and no other',
    onEvents((event) => {
      const tenth = [...event.attributes.keys()].filter((name) => !isCoreAttribute(name))[9];
      return { ...event, attributes: new Map([...event.attributes].filter(([name]) => name !== tenth)) };
    }),
  ),
];
