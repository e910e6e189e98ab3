// What goes wrong between the payload and the headers of a structured event.
import { encodeHttp } from '../../../../binding/http/encode.js';
import { encodeHeaderValue } from '../../../../binding/http/header-value.js';
import type { HttpMessage } from '../../../../binding/types.js';
import { canonical } from '../../../../event/canonical.js';
import { REQUIRED_ATTRIBUTES } from '../../../../event/names.js';
import type { CloudEvent } from '../../../../event/types.js';
import { type Fault, fault } from '../../../fault.js';
import { onMessages } from '../json/rewrite.js';

/** Repeats attributes in headers. */
const mirrored = (message: HttpMessage, event: CloudEvent): HttpMessage => ({
  ...message,
  headers: [
    ...message.headers,
    ...[...event.attributes]
      .filter(([name]) => name !== 'datacontenttype')
      .map(([name, value]) => [`ce-${name}`, encodeHeaderValue(canonical(value)) ?? ''] as const),
  ],
});

/** Leaves attributes out of the payload that headers hold. */
const inHeadersAlone = (isMeant: (name: string) => boolean): Pick<Fault, 'emit'> =>
  onMessages(
    (message, [event]) => {
      if (event === undefined) return message;
      const attributes = new Map([...event.attributes].filter(([name]) => !isMeant(name)));
      return mirrored(encodeHttp([{ ...event, attributes }], 'structured'), event);
    },
    ['structured'],
  );

export const STRUCTURED_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'http.str.complete/optional-in-headers',
    'writes optional attributes and extensions to headers alone',
    inHeadersAlone((name) => !REQUIRED_ATTRIBUTES.includes(name) && name !== 'datacontenttype'),
  ),
  fault(
    'http.str.complete/trace-in-headers',
    'writes the trace context to headers alone',
    inHeadersAlone((name) => name === 'traceparent'),
  ),
];
