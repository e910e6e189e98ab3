// What goes wrong with the attributes of an event (section 3.2).
import { isCoreAttribute } from '../../../event/names.js';
import { type Fault, fault } from '../../fault.js';
import { onAttribute, onSemantics } from './change.js';

const onExtensions = (change: (value: boolean | number | string) => boolean | number | string): Pick<Fault, 'engine'> =>
  onAttribute((value, name) => (value === undefined || isCoreAttribute(name) ? value : change(value)));

/** Writes what an attribute was cast to back into the event, where the rest of the expression finds it. */
const castForGood: Pick<Fault, 'engine'> = onSemantics(({ attribute, cast }) => {
  const written = new Map<string, number>();
  let last: string | undefined;
  return {
    attribute: (event, name) => {
      last = name;
      return written.get(name) ?? attribute(event, name);
    },
    cast: {
      ...cast,
      integer: (value) => {
        const integer = cast.integer(value);
        if (last !== undefined && typeof integer === 'number') written.set(last, integer);
        last = undefined;
        return integer;
      },
    },
  };
});

export const ATTRIBUTE_FAULTS: readonly Fault[] = [
  fault(
    'cesql.attr.required/specversion',
    'does not know specversion',
    onAttribute((value, name) => (name === 'specversion' ? undefined : value)),
  ),
  fault(
    'cesql.attr.optional/datacontenttype',
    'does not know datacontenttype, which describes the data',
    onAttribute((value, name) => (name === 'datacontenttype' ? undefined : value)),
  ),
  fault(
    'cesql.attr.optional/subject-cast',
    'takes a subject of digits for an Integer',
    onAttribute((value, name) => (name === 'subject' && /^\d+$/.test(String(value)) ? Number(value) : value)),
  ),
  fault(
    'cesql.attr.ext-typed/words',
    'takes an extension that says true or false for a Boolean',
    onExtensions((value) => (value === 'true' || value === 'TRUE' ? true : value)),
  ),
  fault(
    'cesql.attr.ext-typed/zero',
    'takes an extension that is 0 or false for none',
    onAttribute((value, name) => (isCoreAttribute(name) || value === '' ? value : value || undefined)),
  ),
  fault(
    'cesql.attr.ext-typed/boolean-as-string',
    'reads a Boolean extension as a String',
    onExtensions((value) => (typeof value === 'boolean' ? String(value) : value)),
  ),
  fault(
    'cesql.attr.as-string/decoded',
    'decodes the percent escapes of source',
    onAttribute((value, name) => (name === 'source' ? String(value).replaceAll('%20', ' ') : value)),
  ),
  fault('cesql.attr.pure/cast-for-good', 'keeps an attribute in the event as it was cast', castForGood),
];
