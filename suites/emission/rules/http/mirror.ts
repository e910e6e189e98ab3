// HTTP binding, 3.2.3: attributes of a structured event may be repeated in headers, as in binary mode.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { documentsOf, setMember, textOf } from '../json/documents.js';
import { headersByAttribute, shownHeader } from './attribute-headers.js';
import { expectedHeader } from './encoding-rule.js';
import { writtenAs } from './written.js';

/** With or without headers is right. Those that are there had better say what the payload says (position A37). */
export const STR_MIRROR: EmissionRule<HttpMessage> = {
  requirement: 'http.str.mirror',
  modes: ['structured'],
  check(emitted) {
    const [document] = documentsOf(emitted);
    if (document === undefined) return silent('no event came out as a JSON object');
    const parts = [...headersByAttribute(emitted.message)].map(([name, lines]): Shown => {
      const value = textOf(setMember(document, name));
      if (value === undefined) return silent(`${name} is not in the payload`);
      const { kind } = writtenAs(name, value, lines);
      if (kind !== 'other' && kind !== 'several') return KEPT;
      const message = `ce-${name} differs from the payload`;
      return broken(message, expectedHeader(name, value), shownHeader(`ce-${name}`, lines));
    });
    return parts.length === 0 ? KEPT : weigh(parts, '');
  },
};
