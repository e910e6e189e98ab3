// Faults about the names of attributes, and about extensions as such.
import { isCoreAttribute } from '../../../event/names.js';
import type { AttributeValue, CloudEvent } from '../../../event/types.js';
import { type Fault, fault } from '../../fault.js';
import { modeOf, onAttributes, onData, onEvents, refuseWhen } from '../change.js';

/** What receivers of this spelling of names do: some of it is silent, some refuses the event. */
export const NAME_FAULTS: readonly Fault[] = [
  fault(
    'core.name.digit-first/dropped',
    'drops extensions whose name starts with a digit, as no identifier may',
    onAttributes((value, name) => (/^[0-9]/.test(name) ? undefined : value)),
  ),
  fault(
    'core.name.digit-first/number',
    'takes names of digits for numbers, so 007 becomes 7',
    onNames((name) => (/^[0-9]+$/.test(name) ? String(Number(name)) : name)),
  ),
  fault(
    'core.name.long/cut',
    'cuts names after 20 characters',
    onNames((name) => name.slice(0, 20)),
  ),
  fault(
    'core.name.long/refused',
    'refuses events with a name of more than 20 characters',
    refuseWhen((_, outcome) => hasName(outcome, (name) => name.length > 20), 'a name has more than 20 characters'),
  ),
];

/** About extensions as such. */
export const EXTENSION_FAULTS: readonly Fault[] = [
  fault(
    'core.ext.unknown/refused',
    'refuses events with an attribute that the core does not define',
    refuseWhen((_, outcome) => hasName(outcome, (name) => !isCoreAttribute(name)), 'an attribute is unknown'),
  ),
  fault(
    'core.ext.unknown/prefix',
    'takes sourceid for source, because it compares the beginning of names',
    onEvents((event) => {
      const taken = event.attributes.get('sourceid');
      return taken === undefined ? event : withAttribute(event, 'source', taken);
    }),
  ),
  fault(
    'core.ext.unknown/old-encoding',
    'decodes the data of an event that has datacontentencoding, as in version 0.3',
    onData((data, { attributes }) =>
      attributes.get('datacontentencoding') === 'base64' && data !== undefined
        ? { kind: 'binary', bytes: Buffer.from('not what was sent', 'base64') }
        : data,
    ),
  ),
  fault(
    'core.ext.many/ten',
    'keeps no more than ten extensions',
    onEvents((event) => {
      const extensions = [...event.attributes.keys()].filter((name) => !isCoreAttribute(name));
      const kept = new Set(extensions.slice(0, 10));
      return {
        ...event,
        attributes: new Map([...event.attributes].filter(([name]) => isCoreAttribute(name) || kept.has(name))),
      };
    }),
  ),
  fault(
    'core.ext.many/prototype',
    'loses extensions named like a member that every JavaScript object has',
    onAttributes((value, name) => (name in {} ? undefined : value)),
  ),
  fault(
    'core.ext.empty-string/dropped',
    'treats an extension that is the empty string as unset, in JSON',
    onAttributes(
      (value, name) => (value === '' && !isCoreAttribute(name) ? undefined : value),
      ['structured', 'batch'],
    ),
  ),
  fault('core.ext.meta/attributes', 'makes attributes of the headers beside a structured event', {
    outcome: (outcome, message) => {
      if (outcome.kind === 'refused' || modeOf(message) === 'binary') return outcome;
      const stray = message.headers
        .filter(([name]) => /^x-/i.test(name))
        .map(([name, value]) => [name.toLowerCase().replaceAll('-', ''), value] as const);
      const events = outcome.events.map((event) => ({
        ...event,
        attributes: new Map([...event.attributes, ...stray]),
      }));
      return { ...outcome, events };
    },
  }),
];

function onNames(change: (name: string) => string): Pick<Fault, 'outcome'> {
  return onEvents((event) => ({
    ...event,
    attributes: new Map([...event.attributes].map(([name, value]) => [change(name), value])),
  }));
}

function withAttribute(event: CloudEvent, name: string, value: AttributeValue): CloudEvent {
  return { ...event, attributes: new Map([...event.attributes, [name, value]]) };
}

const hasName = (outcome: Parameters<NonNullable<Fault['outcome']>>[0], isMeant: (name: string) => boolean): boolean =>
  outcome.kind === 'events' && outcome.events.some(({ attributes }) => [...attributes.keys()].some(isMeant));
