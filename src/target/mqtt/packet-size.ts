// How long a PUBLISH is on the wire: what a broker does not take is known before it is sent (MQTT 5, sections 2.1.4 and 3.3).

/** What of a PUBLISH has a length. `properties` is undefined where the version has none. */
export interface PublishParts {
  readonly topic: string;
  readonly qos: 0 | 1 | 2;
  readonly bodyLength: number;
  readonly properties:
    | {
        readonly pairs: readonly (readonly [string, string])[];
        readonly contentType?: string;
        readonly payloadFormat?: 0 | 1;
      }
    | undefined;
}

/** The longest packet there can be but for its first bytes: four digits of seven bits. */
export const MOST_REMAINING_BYTES = 0xfff_ffff;

/** Bytes of the whole packet. */
export function packetSize(parts: PublishParts): number {
  const remaining = remainingLength(parts);
  return 1 + digits(remaining) + remaining;
}

/** Bytes behind the fixed header. */
export function remainingLength({ topic, qos, bodyLength, properties }: PublishParts): number {
  const header = stringLength(topic) + (qos === 0 ? 0 : 2);
  if (properties === undefined) return header + bodyLength;
  const length = propertiesLength(properties);
  return header + digits(length) + length + bodyLength;
}

// Each property begins with one byte that says which it is.
function propertiesLength({ pairs, contentType, payloadFormat }: NonNullable<PublishParts['properties']>): number {
  return (
    pairs.reduce((sum, [name, value]) => sum + 1 + stringLength(name) + stringLength(value), 0) +
    (contentType === undefined ? 0 : 1 + stringLength(contentType)) +
    (payloadFormat === undefined ? 0 : 2)
  );
}

const stringLength = (text: string): number => 2 + Buffer.byteLength(text);

/** Of a variable byte integer (section 1.5.5). */
function digits(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  return value < 0x20_0000 ? 3 : 4;
}
