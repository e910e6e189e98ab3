// How long a PUBLISH is on the wire: what a broker does not take is known before it is sent (MQTT 5, sections 2.1.4 and 3.3).

/** What of a PUBLISH has a length. */
export interface PublishParts {
  /** Bytes of the name of its topic. */
  readonly topic: number;
  readonly qos: 0 | 1 | 2;
  /** Bytes of all its properties. Absent where the version has none. */
  readonly properties?: number;
  readonly payload: number;
}

/** The longest packet there can be, but for its first bytes: four digits of seven bits. */
export const MOST_REMAINING_BYTES = 0xfff_ffff;

/** Bytes of the whole packet. */
export function packetSize(parts: PublishParts): number {
  const remaining = remainingLength(parts);
  return 1 + digits(remaining) + remaining;
}

/** Bytes behind the fixed header. */
export function remainingLength({ topic, qos, properties, payload }: PublishParts): number {
  const header = 2 + topic + (qos === 0 ? 0 : 2);
  return header + (properties === undefined ? 0 : digits(properties) + properties) + payload;
}

/** Of a variable byte integer (section 1.5.5). */
function digits(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  return value < 0x20_0000 ? 3 : 4;
}
