// HTTP binding, 3.1.2: in binary mode the body is the data, as its own bytes.
import { headerValue } from '../../../../src/binding/http/headers.js';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { isJsonMediaType, parseMediaType } from '../../../../src/event/media-type.js';
import { parseJson } from '../../../../src/event/parse-json.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { KEPT, silent } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { toldType } from '../json/declared.js';
import { binaryRule } from './binary-rule.js';
import { bytesInBody, jsonInBody, nothingInBody, stringInBody, textInBody } from './body-as.js';

/** The body is the bytes of the data: those given, the UTF-8 of a text, or the JSON text of a value. */
export const BODY_OUT: EmissionRule<HttpMessage> = binaryRule('http.bin.body-out', (message, event) =>
  event === undefined ? captured(message) : asked(message, event),
);

function asked({ headers, body }: HttpMessage, event: CloudEvent): Shown {
  const { data } = event;
  const type = toldType(event);
  const isJson = isJsonMediaType(type ?? 'application/json');
  if (data === undefined) return nothingInBody(body);
  if (data.kind === 'binary') return bytesInBody(body, data.bytes, type !== undefined && isJson);
  if (!isUtf8(type)) return silent('the charset of the data is not UTF-8');
  if (data.kind === 'text') {
    if (type === undefined) {
      const written = headerValue(headers, 'content-type');
      return textInBody(body, data.text, written !== undefined && isJsonMediaType(written));
    }
    return isJson ? stringInBody(body, data.text) : textInBody(body, data.text, false);
  }
  if (!isJson) {
    const { value } = data;
    return typeof value === 'string' ? textInBody(body, value, false) : silent('the type of the data is not JSON');
  }
  return typeof data.value === 'string' ? stringInBody(body, data.value) : jsonInBody(body, data.value);
}

function isUtf8(type: string | undefined): boolean {
  const charset = parseMediaType(type ?? '')
    ?.parameters.find(([name]) => name === 'charset')?.[1]
    .toLowerCase();
  return charset === undefined || charset === 'utf-8' || charset === 'us-ascii';
}

// JSON that is no string was surely not encoded twice. Of anything else nobody knows what the data was.
function captured({ headers, body }: HttpMessage): Shown {
  if (!isJsonMediaType(headerValue(headers, 'content-type') ?? '')) return silent('the data is not JSON');
  const parsed = parseJson(body);
  if (parsed.kind === 'malformed') return silent('the body is not JSON');
  return typeof parsed.value === 'string' ? silent('whether the string is the value does not show') : KEPT;
}
