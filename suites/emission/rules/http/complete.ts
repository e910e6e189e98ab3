// HTTP binding, 3.2.3: in structured mode every attribute is in the payload, whatever the headers hold.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { isCoreAttribute, REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { type Document, eventRule, memberOf, setMember } from '../json/documents.js';
import { isMeantAsEvent } from '../json/labels.js';
import { nestedNames } from '../json/nested-names.js';
import { headersByAttribute, shownHeader } from './attribute-headers.js';

const REQUIREMENT = 'http.str.complete';

/** No attribute is in a header alone, or nowhere. Its value and its JSON type are rules of the format. */
export const STR_COMPLETE: EmissionRule<HttpMessage> = {
  requirement: REQUIREMENT,
  modes: ['structured'],
  check(emitted, told) {
    const headers = headersByAttribute(emitted.message);
    const rule = eventRule(REQUIREMENT, (document, event) =>
      event === undefined ? captured(document, headers) : asked(document, event, headers),
    );
    return rule.check(emitted, told);
  },
};

type Headers = ReadonlyMap<string, readonly string[]>;

function asked(document: Document, event: CloudEvent, headers: Headers): Shown {
  if (!isMeantAsEvent(document)) return silent('the JSON object is no event');
  const nested = nestedNames(document);
  const parts = [...event.attributes]
    // The format has no place for attributes of these names.
    .filter(([name]) => name !== 'data' && name !== 'data_base64')
    .map(([name, value]): Shown => {
      if (setMember(document, name) !== undefined) return KEPT;
      if (nested.has(name)) return silent(`${name} stands inside another member`);
      // The type of the data is never in such a header, and one that is implied need not be written.
      if (name === 'datacontenttype' && memberOf(document, 'data') !== undefined) {
        return silent('whether the type of the data is implied is a rule of the format');
      }
      return missing(name, { [name]: value }, headers);
    });
  return weigh(parts, 'the event has no attributes');
}

function missing(name: string, expected: Readonly<Record<string, string | number | boolean>>, headers: Headers): Shown {
  const lines = headers.get(name);
  return lines === undefined
    ? broken(`${name} is not in the payload`, expected, { [name]: null }, 'missing')
    : broken(
        `${name} is in a header and not in the payload`,
        expected,
        shownHeader(`ce-${name}`, lines),
        'in a header',
      );
}

// A ce- header of any other name may be one of something else.
function captured(document: Document, headers: Headers): Shown {
  const name = [...headers.keys()].find((each) => isCoreAttribute(each) && setMember(document, each) === undefined);
  if (name !== undefined) return missing(name, { [name]: headers.get(name)?.[0] ?? '' }, headers);
  const isComplete = REQUIRED_ATTRIBUTES.every((each) => setMember(document, each) !== undefined);
  return isComplete ? KEPT : silent('a required attribute is missing, and in no header');
}
