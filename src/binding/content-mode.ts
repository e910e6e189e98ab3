// Which content mode a media type stands for (section 3 of each binding).
import type { ContentMode } from './types.js';

/** `format` is what follows the plus sign, in lower case (`json`); absent if there is none, and in binary mode. */
export interface ContentModeOf {
  readonly mode: ContentMode;
  readonly format?: string;
}

// Longest match first: the batch media type begins with the other one. What follows the type must end its name, so
// that application/cloudeventsx is not taken for a CloudEvent (position A30).
const CLOUDEVENTS = /^[ \t]*application\/cloudevents(-batch)?(?:\+([^;, \t]*)|(?=[; \t])|$)/i;

/** The mode of a message of this media type. Case means nothing, parameters do not matter. */
export function contentMode(contentType: string | undefined): ContentModeOf {
  const match = CLOUDEVENTS.exec(contentType ?? '');
  if (match === null) return { mode: 'binary' };
  const mode = match[1] === undefined ? 'structured' : 'batch';
  return match[2] === undefined ? { mode } : { mode, format: match[2].toLowerCase() };
}
