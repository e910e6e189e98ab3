// What the messages of all bindings have in common, by the places that each has for it.
import { type ContentModeOf, contentMode } from './content-mode.js';
import { headerValue } from './http/headers.js';
import { kafkaContentType } from './kafka/decode.js';
import { type Binding, bindingOf, type HeaderLine, type Message } from './types.js';
import { textOfValue } from './utf8-value.js';

const PREFIXES: Readonly<Record<Binding, string>> = { http: 'ce-', kafka: 'ce_', mqtt5: '', mqtt3: '' };

/** The name of the line that holds an attribute in binary mode. The type of the data has another place. */
export const attributeLineName = (binding: Binding, attribute: string): string => `${PREFIXES[binding]}${attribute}`;

/** The lines that hold attributes, by the names of the attributes; values as they are on the wire. Names keep their case, but for HTTP, where it means nothing. */
export function attributeLines(message: Message): readonly HeaderLine[] {
  const prefix = PREFIXES[bindingOf(message)];
  return message.headers.flatMap(([line, value]): readonly HeaderLine[] => {
    const name = message.binding === undefined ? asciiLower(line) : line;
    return name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [];
  });
}

// A name of other letters than these is another name.
const asciiLower = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The line of an attribute as it is on the wire; of repeated ones, in HTTP all of them joined, elsewhere the last. */
export function attributeLine(message: Message, attribute: string): string | undefined {
  const name = attributeLineName(bindingOf(message), attribute);
  if (message.binding === undefined) return headerValue(message.headers, name);
  return message.headers.findLast(([line]) => line === name)?.[1];
}

/** The media type of the payload: one character for each byte in HTTP, text elsewhere. Of MQTT 3.1.1 it is implied. */
export function mediaTypeOf(message: Message): string | undefined {
  switch (message.binding) {
    case undefined:
      return headerValue(message.headers, 'content-type');
    case 'kafka': {
      const value = kafkaContentType(message);
      return value === undefined ? undefined : (textOfValue(value) ?? value);
    }
    case 'mqtt5':
      return message.contentType;
    case 'mqtt3':
      return 'application/cloudevents+json';
  }
}

/** Every line that names the media type: the lines of HTTP and of Kafka, or the property of MQTT. */
export function mediaTypeLines(message: Message): readonly string[] {
  switch (message.binding) {
    case undefined:
    case 'kafka': {
      const isHttp = message.binding === undefined;
      const lines = message.headers.filter(([name]) => (isHttp ? asciiLower(name) : name) === 'content-type');
      return lines.map(([, value]) => value);
    }
    case 'mqtt5':
    case 'mqtt3': {
      const type = mediaTypeOf(message);
      return type === undefined ? [] : [type];
    }
  }
}

/** The mode that a message is in. */
export const modeOfMessage = (message: Message): ContentModeOf => contentMode(mediaTypeOf(message));
