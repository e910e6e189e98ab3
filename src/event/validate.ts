// Whether an event is valid by the core specification, and by which rule it is not. Rules carry the id of the registry's
// requirement about the same constraint, so that reports, generators and the reference speak of one thing.
import { canonical } from './canonical.js';
import { isInteger, MAX_INTEGER, MIN_INTEGER } from './integer.js';
import { parseMediaType } from './media-type.js';
import { isAttributeName, isCoreAttribute, REQUIRED_ATTRIBUTES } from './names.js';
import { firstDisallowed } from './string.js';
import { isTimestamp } from './timestamp.js';
import type { AttributeValue, CloudEvent, SpecVersion } from './types.js';
import { isAbsoluteUri, isUriReference } from './uri.js';

/** One broken rule. `rule` is stable, `message` a sentence without the value, `section` a heading of the core. */
export interface Violation {
  readonly attribute?: string;
  readonly rule: string;
  readonly message: string;
  readonly section: string;
}

type Finding = Omit<Violation, 'attribute'>;

/** All violations of the core's MUST rules: missing attributes first, then in the order of the attributes. */
export function validate(event: CloudEvent, spec: SpecVersion): readonly Violation[] {
  const missing = REQUIRED_ATTRIBUTES.filter((name) => !event.attributes.has(name)).map((attribute) => ({
    attribute,
    rule: 'core.attr.missing',
    message: `the required attribute ${attribute} is missing`,
    section: 'REQUIRED Attributes',
  }));
  const present = [...event.attributes].flatMap(([attribute, value]) =>
    [...nameFindings(attribute, spec), ...valueFindings(attribute, value)].map((finding) => ({
      attribute,
      ...finding,
    })),
  );
  return [...missing, ...present];
}

function nameFindings(name: string, spec: SpecVersion): readonly Finding[] {
  if (isAttributeName(name, spec)) return [];
  const section = 'Attribute Naming Convention';
  if (name === '') return [{ rule: 'core.name.empty', message: 'the name has no character', section }];
  if (name === 'data') return [{ rule: 'core.name.data-in', message: 'the name data is reserved', section }];
  return [{ rule: 'core.name.bad-charset', message: 'the name has characters other than a-z and 0-9', section }];
}

function valueFindings(name: string, value: AttributeValue): readonly Finding[] {
  // The types of the core attributes are all strings in every format; only extensions may be native.
  if (typeof value !== 'string' && isCoreAttribute(name)) {
    const rule = name === 'specversion' ? 'core.specversion.number' : 'json.type.core-wrong';
    return [{ rule, message: `the value is a ${typeof value}, not a string`, section: name }];
  }
  if (typeof value === 'number') return numberFindings(value);
  const text = canonical(value);
  return [...characterFindings(text), ...coreFindings(name, text)];
}

function numberFindings(value: number): readonly Finding[] {
  if (isInteger(value)) return [];
  const section = 'Type System';
  if (!Number.isInteger(value)) return [{ rule: 'core.type.unlisted', message: 'the number is not whole', section }];
  return [{ rule: 'core.type.int-over', message: `the number is outside ${MIN_INTEGER} to ${MAX_INTEGER}`, section }];
}

function characterFindings(text: string): readonly Finding[] {
  const found = firstDisallowed(text);
  if (found === undefined) return [];
  const rules = {
    control: 'core.type.str-control',
    noncharacter: 'core.type.str-nonchar',
    'lone-surrogate': 'core.type.str-lone',
  } as const;
  const character = `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `${character} at position ${found.index} is disallowed in a String`;
  return [{ rule: rules[found.why], message, section: 'Type System' }];
}

function coreFindings(name: string, text: string): readonly Finding[] {
  const broken = (rule: string, message: string): readonly Finding[] => [{ rule, message, section: name }];
  switch (name) {
    case 'id':
      return text === '' ? broken('core.id.empty', 'the value is empty') : [];
    case 'source':
      if (text === '') return broken('core.source.empty', 'the value is empty');
      return isUriReference(text) ? [] : broken('core.type.uriref-bad', 'the value is no URI-reference of RFC 3986');
    case 'specversion':
      return text === '1.0' ? [] : broken('core.specversion.other', 'the value is not 1.0');
    case 'type':
      return text === '' ? broken('core.typeattr.empty', 'the value is empty') : [];
    case 'datacontenttype':
      return parseMediaType(text) ? [] : broken('core.dct.bad', 'the value is no media type of RFC 2046');
    case 'dataschema':
      if (text === '') return broken('core.dataschema.empty', 'the value is empty');
      return isAbsoluteUri(text) ? [] : broken('core.type.uri-relative', 'the value is no absolute URI of RFC 3986');
    case 'subject':
      return text === '' ? broken('core.subject.empty', 'the value is empty') : [];
    case 'time':
      return isTimestamp(text) ? [] : broken('core.type.time-bad', 'the value is no date-time of RFC 3339');
    default:
      return [];
  }
}
