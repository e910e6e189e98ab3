import { headerValue } from '../../../../src/binding/http/headers.js';
import { contentMode } from '../../../../src/binding/http/mode.js';
/** The mode and the event format that the Content-Type of a message names. */
export const labelOf = ({ message }) => contentMode(headerValue(message.headers, 'content-type'));
