// What every event of a form exercises: that there is such a form (section 3 of each binding).

import fc from 'fast-check';
import type { Binding, ContentMode } from '../../binding/types.js';
import { anyEvent } from '../any-event.js';
import type { Trait } from './types.js';
import { withContent } from './with.js';

const ofForm = (requirement: string, binding: Binding, mode: ContentMode): Trait => ({
  requirement,
  forms: [{ binding, mode }],
  event: anyEvent,
  has: () => true,
});

export const MODES: readonly Trait[] = [
  {
    requirement: 'http.str.inner-type',
    forms: [{ binding: 'http', mode: 'structured' }],
    event: withContent(fc.constant({ type: 'application/xml', data: { kind: 'text', text: '<a/>' } })),
    has: ({ attributes }, _, attribute) => attribute === 'datacontenttype' && attributes.has(attribute),
  },
  ofForm('http.bin.attrs', 'http', 'binary'),
  ofForm('json.batch.one', 'http', 'batch'),
  ofForm('http.mode.structured', 'http', 'structured'),
  ofForm('http.mode.batch', 'http', 'batch'),
  ofForm('http.mode.binary', 'http', 'binary'),
  ofForm('kafka.mode.structured', 'kafka', 'structured'),
  ofForm('kafka.mode.binary', 'kafka', 'binary'),
  ofForm('mqtt5.mode.structured', 'mqtt5', 'structured'),
  ofForm('mqtt5.mode.binary', 'mqtt5', 'binary'),
  ofForm('mqtt3.mode', 'mqtt3', 'structured'),
];
