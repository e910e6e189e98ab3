import { contentMode } from '../../../../src/binding/content-mode.js';
import { modeOfMessage } from '../../../../src/binding/parts.js';
import type { Binding, ContentMode, Message } from '../../../../src/binding/types.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { silent } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { toldType } from '../json/declared.js';
import { isEventInLines } from './lines.js';

/** A rule about the one event of a binary message over a broker. `event`: what was asked for, if it was. */
export const binaryRule = (
  requirement: string,
  binding: Extract<Binding, 'kafka' | 'mqtt5'>,
  look: (message: Message, event: CloudEvent | undefined) => Shown,
): EmissionRule => ({
  requirement,
  modes: ['binary'],
  bindings: [binding],
  check({ message }, told) {
    if (told === undefined) {
      return isEventInLines(message) ? look(message, undefined) : silent('the message holds no event in binary mode');
    }
    const [event] = told;
    if (event === undefined) return silent('no event was asked for');
    const mode = modeOf(message, event);
    return mode === 'binary' ? look(message, event) : silent(`the event came out in ${mode} mode`);
  },
});

/** The mode by the media type; binary where that is the type of the data, as of an event within an event. */
export function modeOf(message: Message, event: CloudEvent): ContentMode {
  const { mode } = modeOfMessage(message);
  return contentMode(toldType(event)).mode === mode ? 'binary' : mode;
}
