// Attributes of events in the shapes that they come in (section 3.2).
import { encodeBase64 } from '../event/binary.js';
import type { CesqlEvent, CesqlValue } from './types.js';

/**
 * The value of an attribute, or undefined where the event has none. Data is no attribute. Only own properties are read;
 * throws what a getter of the event throws.
 */
export function attributeOf(event: CesqlEvent, name: string): CesqlValue | undefined {
  const attributes: unknown = own(event, 'attributes');
  if (attributes instanceof Map) return toValue(attributes.get(name));
  // A JSON event can have an extension of that name, which is no object.
  if (typeof attributes === 'object' && attributes !== null) return toValue(own(attributes, name));
  return name === 'data' ? undefined : toValue(own(event, name));
}

function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Readonly<Record<string, unknown>>)[name] : undefined;
}

function toValue(value: unknown): CesqlValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number': {
      const integer = value | 0;
      return integer === value ? integer : String(value);
    }
    case 'object':
      return value === null ? undefined : toText(value);
    default:
      return String(value);
  }
}

function toText(value: object): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ArrayBuffer) return encodeBase64(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return encodeBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  // A URL and the like.
  return String(value);
}
