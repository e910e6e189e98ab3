// Both modes are supported over a broker. What shows is the mode that came out.
import { modeOfMessage } from '../../../../src/binding/parts.js';
import type { Binding } from '../../../../src/binding/types.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { outermostOf } from '../json/documents.js';
import { isMeantAsEvent, shownLabel } from '../json/labels.js';
import { modeOf } from './binary-rule.js';
import { isEventInLines } from './lines.js';

/** An event that was asked for in binary or in structured mode comes out in that mode. */
export const bothModes = (requirement: string, binding: Extract<Binding, 'kafka' | 'mqtt5'>): EmissionRule => ({
  requirement,
  modes: ['binary', 'structured'],
  bindings: [binding],
  check(emitted, told) {
    const { message, mode } = emitted;
    if (told === undefined) return isInMode(emitted) ? KEPT : silent('the message holds no event');
    const [event] = told;
    if (event === undefined) return silent('no event was asked for');
    if (mode === 'binary' && modeOf(message, event) === 'structured') return otherMode(emitted, 'structured');
    const isBinary = modeOfMessage(message).mode === 'binary' && isEventInLines(message);
    if (mode === 'structured' && isBinary && !isInMode(emitted)) return otherMode(emitted, 'binary');
    return isInMode(emitted) ? KEPT : silent('the event came out neither in binary nor in structured mode');
  },
});

/** Whether there is an event in the place where its mode has it. */
function isInMode(emitted: Emitted): boolean {
  const { message, mode, documents } = emitted;
  if (mode === 'binary') return isEventInLines(message);
  return outermostOf(emitted, documents) === 'object' && documents.every(isMeantAsEvent);
}

const otherMode = ({ message, mode }: Emitted, found: string): Shown =>
  broken(`an event came out in ${found} mode`, `${mode} mode`, { 'content-type': shownLabel(message) });
