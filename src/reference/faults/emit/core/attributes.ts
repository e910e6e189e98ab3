// What goes wrong with one attribute or another: its value, its absence, and what it has to be among others.
import { Buffer } from 'node:buffer';
import { encodeHttp } from '../../../../binding/http/encode.js';
import type { ContentMode, HttpMessage } from '../../../../binding/types.js';
import { canonical } from '../../../../event/canonical.js';
import type { CloudEvent } from '../../../../event/types.js';
import { type Fault, fault } from '../../../fault.js';
import { labelled, onObjects } from '../json/rewrite.js';
import { ofAll, onAttribute, onEvents, unchecked, withAttribute } from './unchecked.js';

const isMixed = (events: readonly CloudEvent[]): boolean =>
  new Set(events.map(({ attributes }) => attributes.get('specversion'))).size > 1;

/** The type as it is in Content-Type, whatever it holds. */
function withRawType(events: readonly CloudEvent[], mode: ContentMode): HttpMessage {
  const message = encodeHttp(events, mode);
  const type = canonical(events[0]?.attributes.get('datacontenttype') ?? '');
  return mode === 'binary' ? labelled(message, Buffer.from(type, 'utf8').toString('latin1')) : message;
}

export const ATTRIBUTE_EMIT_FAULTS: readonly Fault[] = [
  fault('core.id.nonempty/unchecked', 'emits an empty id', unchecked(['core.id.empty'])),
  fault(
    'core.id.unique/constant',
    'gives every event without an id the same one',
    onEvents((event) => (event.attributes.has('id') ? event : withAttribute(event, 'id', 'conform'))),
  ),
  fault(
    'core.id.unique/cut',
    'cuts an id after 255 characters',
    onAttribute('id', (text) => text.slice(0, 255)),
  ),
  fault(
    'core.id.unique/lower-case',
    'writes an id in lower case',
    onAttribute('id', (text) => text.toLowerCase()),
  ),
  fault(
    'core.id.unique/normal-form',
    'brings an id into a Unicode normal form',
    onAttribute('id', (text) => text.normalize('NFC')),
  ),
  fault(
    'core.specversion.value/unchecked',
    'emits whatever specversion it is given',
    unchecked(['core.specversion.other'], { only: (events) => !isMixed(events) }),
  ),
  fault(
    'core.batch.specversion/unchecked',
    'emits a batch of several versions',
    unchecked(['core.specversion.other'], { only: isMixed }),
  ),
  fault('core.typeattr.nonempty/unchecked', 'emits an empty type', unchecked(['core.typeattr.empty'])),
  fault(
    'core.typeattr.reverse-dns/cut',
    'cuts com off a type',
    onAttribute('type', (text) => text.replace(/^com\.[a-z]+\.(?=[a-z]+_)/, '')),
  ),
  fault(
    'core.dct.format/unchecked',
    'takes any text for a media type',
    unchecked(['core.dct.bad', 'core.type.str-control'], {
      only: ofAll((name) => name === 'datacontenttype'),
      write: withRawType,
    }),
  ),
  fault(
    'core.dct.format/no-slash',
    'takes one word for a media type',
    unchecked(['core.dct.bad'], { only: ofAll((_, text) => /^\w+$/.test(text)) }),
  ),
  fault('core.subject.nonempty/unchecked', 'emits an empty subject', unchecked(['core.subject.empty'])),
  fault(
    'core.subject.nonempty/unset-member',
    'writes an empty subject where none is set',
    onObjects((members) => (members.some(([name]) => name === 'subject') ? members : [...members, ['subject', '""']])),
  ),
  fault('core.subject.nonempty/unset-header', 'writes an empty header for a subject that is not set', {
    emit: {
      message: (message, events, mode) =>
        mode === 'binary' && events.every(({ attributes }) => canonical(attributes.get('subject') ?? '') === '')
          ? { ...message, headers: [...message.headers, ['ce-subject', '']] }
          : message,
    },
  }),
];
