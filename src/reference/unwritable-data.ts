import { canonical } from '../event/canonical.js';
import { isJsonMediaType } from '../event/media-type.js';
import type { CloudEvent } from '../event/types.js';

/**
 * Whether the JSON format lets a producer fail on the data of an event: a JSON value that is no string, under a type that
 * declares no JSON (JSON format, section 3.1.1).
 */
export function isUnwritableData({ attributes, data }: CloudEvent): boolean {
  if (data?.kind !== 'json' || typeof data.value === 'string') return false;
  const type = attributes.get('datacontenttype');
  return type !== undefined && !isJsonMediaType(canonical(type));
}
