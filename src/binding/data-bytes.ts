import type { EventData } from '../event/types.js';
import { encodeUtf8 } from '../event/utf8.js';
import { type JsonStyle, writeJson } from '../format/write-json.js';

/** The bytes of data in binary mode. Text is its UTF-8, never quoted: who means a JSON string says so with data of that kind (A11). */
export function dataBytes(data: EventData | undefined, style: JsonStyle): Uint8Array {
  switch (data?.kind) {
    case undefined:
      return new Uint8Array();
    case 'json':
      return encodeUtf8(writeJson(data.value, style));
    case 'text':
      return encodeUtf8(data.text);
    case 'binary':
      return data.bytes;
  }
}
