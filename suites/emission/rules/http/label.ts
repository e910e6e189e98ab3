import { type ContentModeOf, contentMode } from '../../../../src/binding/content-mode.js';
import { headerValue } from '../../../../src/binding/http/headers.js';
import type { Emitted } from '../../types.js';

/** The mode and the event format that the Content-Type of a message names. */
export const labelOf = ({ message }: Pick<Emitted, 'message'>): ContentModeOf =>
  contentMode(headerValue(message.headers, 'content-type'));
