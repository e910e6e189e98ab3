// What goes wrong with the headers around a structured event.
import { headerValue } from '../../../binding/http/headers.js';
import type { HttpMessage } from '../../../binding/types.js';
import { REQUIRED_ATTRIBUTES } from '../../../event/names.js';
import { type Fault, fault } from '../../fault.js';
import { modeOf, onAttributes, onEvents } from '../change.js';
import { withContentType } from './header-change.js';

const hasEveryHeader = ({ headers }: HttpMessage): boolean =>
  REQUIRED_ATTRIBUTES.every((name) => headerValue(headers, `ce-${name}`) !== undefined);

export const STRUCTURED_FAULTS: readonly Fault[] = [
  fault(
    'http.str.conflict/headers-win',
    'puts the values of ce- headers in the place of those in the payload',
    onAttributes((value, name, { headers }) => headerValue(headers, `ce-${name}`) ?? value, ['structured']),
  ),
  fault('http.str.conflict/headers-first', 'takes a message with all required ce- headers for a binary one', {
    message: (message) =>
      modeOf(message) === 'structured' && hasEveryHeader(message)
        ? withContentType(message, 'application/octet-stream')
        : message,
  }),
  fault(
    'http.str.inner-type/filled-in',
    'takes the HTTP Content-Type for datacontenttype where the payload has none',
    onEvents(
      ({ attributes, ...event }, { headers }) => {
        const outer = headerValue(headers, 'content-type');
        const type = attributes.get('datacontenttype') ?? outer;
        return {
          ...event,
          attributes: type === undefined ? attributes : new Map([...attributes, ['datacontenttype', type]]),
        };
      },
      ['structured'],
    ),
  ),
  fault(
    'http.str.inner-type/outer',
    'takes the HTTP Content-Type for datacontenttype where the payload has another one than JSON',
    onAttributes(
      (value, name, { headers }) =>
        name === 'datacontenttype' && !/json/.test(String(value)) ? headerValue(headers, 'content-type') : value,
      ['structured'],
    ),
  ),
];
