// HTTP binding, 3.1.2: in binary mode the body is the data, as its own bytes.
import { headerValue } from '../../../../src/binding/http/headers.js';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { isJsonMediaType } from '../../../../src/event/media-type.js';
import { parseJson } from '../../../../src/event/parse-json.js';
import { KEPT, silent } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { dataIn } from '../body-of.js';
import { binaryRule } from './binary-rule.js';

/** The body is the bytes of the data: those given, the UTF-8 of a text, or the JSON text of a value. */
export const BODY_OUT: EmissionRule<HttpMessage> = binaryRule('http.bin.body-out', (message, event) =>
  event === undefined ? captured(message) : dataIn(message, event),
);

// JSON that is no string was surely not encoded twice. Of anything else nobody knows what the data was.
function captured({ headers, body }: HttpMessage): Shown {
  if (!isJsonMediaType(headerValue(headers, 'content-type') ?? '')) return silent('the data is not JSON');
  const parsed = parseJson(body);
  if (parsed.kind === 'malformed') return silent('the body is not JSON');
  return typeof parsed.value === 'string' ? silent('whether the string is the value does not show') : KEPT;
}
