// What goes wrong with the format that every implementation has.
import { type Fault, fault } from '../../../fault.js';
import { labelled, onMessages, typeOf, withText } from '../json/rewrite.js';

export const FORMAT_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'core.format.json/of-the-data',
    'writes an event whose data is XML in an XML format',
    onMessages(
      (message, [event]) =>
        event !== undefined && typeOf(event) === 'text/xml'
          ? labelled(
              withText(message, `<event specversion="1.0" id="${event.attributes.get('id')}"/>`),
              'application/cloudevents+xml',
            )
          : message,
      ['structured'],
    ),
  ),
];
