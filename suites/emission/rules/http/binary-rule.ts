// What the rules about binary mode have in common: they are silent about messages that are no event in binary mode.

import { contentMode } from '../../../../src/binding/content-mode.js';
import { headerValue } from '../../../../src/binding/http/headers.js';
import type { ContentMode, HttpMessage } from '../../../../src/binding/types.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { silent } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { toldType } from '../json/declared.js';
import { isEventInHeaders } from './attribute-headers.js';

/** A rule about the one event of a binary message. `event`: what was asked for, if it was. */
export const binaryRule = (
  requirement: string,
  look: (message: HttpMessage, event: CloudEvent | undefined) => Shown,
): EmissionRule<HttpMessage> => ({
  requirement,
  modes: ['binary'],
  check({ message }, told) {
    if (told === undefined) {
      return isEventInHeaders(message) ? look(message, undefined) : silent('the headers hold no event');
    }
    const [event] = told;
    if (event === undefined) return silent('no event was asked for');
    const mode = modeOf(message, event);
    return mode === 'binary' ? look(message, event) : silent(`the event came out in ${mode} mode`);
  },
});

/** The mode by the Content-Type; binary where that is the type of the data, as of an event within an event. */
export function modeOf({ headers }: HttpMessage, event: CloudEvent): ContentMode {
  const { mode } = contentMode(headerValue(headers, 'content-type'));
  return contentMode(toldType(event)).mode === mode ? 'binary' : mode;
}
