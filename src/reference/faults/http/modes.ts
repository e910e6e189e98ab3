// What goes wrong when the content mode is told from the Content-Type.
import { headerValue } from '../../../binding/http/headers.js';
import type { HttpMessage } from '../../../binding/types.js';
import { parseJson } from '../../../event/parse-json.js';
import type { Fault } from '../../fault.js';
import { fault } from '../../fault.js';
import { modeOf, refuseWhen } from '../change.js';
import { onBinary, withContentType } from './header-change.js';

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';

const contentType = (message: HttpMessage): string => headerValue(message.headers, 'content-type') ?? '';

/** A JSON object with a specversion, whatever the Content-Type says. */
function looksLikeAnEvent({ body }: HttpMessage): boolean {
  const parsed = parseJson(body);
  if (parsed.kind !== 'json' || typeof parsed.value !== 'object' || parsed.value === null) return false;
  return Object.hasOwn(parsed.value, 'specversion');
}

export const MODE_FAULTS: readonly Fault[] = [
  fault(
    'http.mode.both/structured-only',
    'takes no event in binary mode',
    refuseWhen((message) => modeOf(message) === 'binary', 'only structured events are taken', 415),
  ),
  fault(
    'http.mode.json/unsupported',
    'takes no structured event in the JSON format',
    refuseWhen((message) => modeOf(message) === 'structured', 'the event format is not supported', 415),
  ),
  fault('http.mode.structured/whole-value', 'compares the whole Content-Type, so that a parameter hides the mode', {
    message: (message) =>
      modeOf(message) === 'structured' && contentType(message) !== STRUCTURED
        ? withContentType(message, 'application/octet-stream')
        : message,
  }),
  fault('http.mode.structured/no-quotes', 'cannot read a Content-Type with a quoted parameter', {
    message: (message) =>
      modeOf(message) === 'structured' && contentType(message).includes('"') ? withContentType(message) : message,
  }),
  fault(
    'http.mode.batch/shorter-prefix',
    'compares the whole batch type and the beginning of the structured one, so that a batch with a charset is taken for one event',
    {
      message: (message) =>
        modeOf(message) === 'batch' && contentType(message).includes(';') && contentType(message) !== BATCH
          ? withContentType(message, STRUCTURED)
          : message,
    },
  ),
  fault(
    'http.mode.binary/contained',
    'looks for cloudevents+json anywhere in the Content-Type, not at its beginning',
    onBinary((message) =>
      contentType(message).includes('cloudevents+json') ? withContentType(message, STRUCTURED) : message,
    ),
  ),
  fault(
    'http.mode.binary/looks-inside',
    'takes a message for a structured one when its body looks like an event',
    onBinary((message) => (looksLikeAnEvent(message) ? withContentType(message, STRUCTURED) : message)),
  ),
];
