// HTTP binding, 1.3 and 1.4: which modes and formats everyone supports. What shows is the mode that came out.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { outermostOf } from '../json/documents.js';
import { isMeantAsEvent, shownLabel } from '../json/labels.js';
import { isEventInHeaders } from './attribute-headers.js';
import { modeOf } from './binary-rule.js';
import { labelOf } from './label.js';

/** An event that was asked for in binary or in structured mode comes out in that mode. */
export const MODE_BOTH: EmissionRule<HttpMessage> = {
  requirement: 'http.mode.both',
  modes: ['binary', 'structured'],
  check(emitted, told) {
    const { message, mode } = emitted;
    const label = labelOf(emitted).mode;
    if (told === undefined) return isInMode(emitted) ? KEPT : silent('the message holds no event');
    const [event] = told;
    if (event === undefined) return silent('no event was asked for');
    if (mode === 'binary') {
      if (modeOf(message, event) === 'structured') return otherMode(emitted, 'structured');
    } else if (label === 'binary' && isEventInHeaders(message) && !isInMode(emitted)) {
      return otherMode(emitted, 'binary');
    }
    return isInMode(emitted) ? KEPT : silent('the event came out neither in binary nor in structured mode');
  },
};

/** Whether there is an event in the place where its mode has it. What the label says beyond the mode is another rule. */
function isInMode(emitted: Emitted<HttpMessage>): boolean {
  const { message, mode } = emitted;
  if (mode === 'binary') return isEventInHeaders(message);
  if (outermostOf(emitted, emitted.documents) === 'object') return emitted.documents.every(isMeantAsEvent);
  const { mode: label, format } = labelOf(emitted);
  return label === 'structured' && format !== 'json' && message.body.length > 0;
}

const otherMode = ({ message, mode }: Emitted<HttpMessage>, found: string): Shown =>
  broken(`an event came out in ${found} mode`, `${mode} mode`, { 'content-type': shownLabel(message) });

/** An event in structured mode, asked for in JSON, comes out in JSON. Other formats are allowed beside it. */
export const MODE_JSON: EmissionRule<HttpMessage> = {
  requirement: 'http.mode.json',
  modes: ['structured'],
  check(emitted, told) {
    const { mode: label, format } = labelOf(emitted);
    const outermost = outermostOf(emitted, emitted.documents);
    if (outermost === 'object' && emitted.documents.every(isMeantAsEvent)) return KEPT;
    if (label !== 'structured' || outermost === 'array') return silent('no event came out in structured mode');
    if (told === undefined) return silent('the event may be in another format');
    const found =
      format === undefined || format === 'json' ? 'is not in the JSON format' : `is in the format ${format}`;
    return broken(`the event ${found}`, 'JSON', { 'content-type': shownLabel(emitted.message) });
  },
};
