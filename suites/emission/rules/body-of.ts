// In binary mode the body is the data, as its own bytes, whatever the binding.
import { mediaTypeOf } from '../../../src/binding/parts.js';
import type { Message } from '../../../src/binding/types.js';
import { isJsonMediaType, parseMediaType } from '../../../src/event/media-type.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { silent } from '../say.js';
import type { Shown } from '../types.js';
import { bytesInBody, jsonInBody, nothingInBody, stringInBody, textInBody } from './body-as.js';
import { toldType } from './json/declared.js';

/** Whether the body of a binary message is the data that was asked for: its bytes, its UTF-8, or its JSON text. */
export function dataIn(message: Message, event: CloudEvent): Shown {
  const { body } = message;
  const { data } = event;
  const type = toldType(event);
  const isJson = isJsonMediaType(type ?? 'application/json');
  if (data === undefined) return nothingInBody(body);
  if (data.kind === 'binary') return bytesInBody(body, data.bytes, type !== undefined && isJson);
  if (!isUtf8(type)) return silent('the charset of the data is not UTF-8');
  if (data.kind === 'text') {
    if (type === undefined) {
      const written = mediaTypeOf(message);
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
