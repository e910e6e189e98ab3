// Arrays that are no batches (JSON format, section 4).
import fc from 'fast-check';
import { BATCH } from '../forms.js';
import type { Damage, ViolationKind } from '../types.js';
import { WHOLE_EVENT } from './whole-event.js';

export const BAD_BATCHES: readonly ViolationKind[] = [
  {
    requirement: 'json.batch.nested',
    title: 'an element of a batch is no event',
    forms: BATCH,
    attributes: WHOLE_EVENT,
    arbitrary: fc.oneof(
      fc.constant<Damage>({ kind: 'bracketed' }),
      fc
        .constantFrom('[ null ]', '[ "text" ]', '[ { } ]', '[ 1 ]', '[ [ ] ]', '[ true ]')
        .map((text): Damage => ({ kind: 'body', text })),
    ),
  },
  {
    requirement: 'json.batch.object',
    title: 'an event without an array under the media type of a batch',
    forms: BATCH,
    attributes: WHOLE_EVENT,
    arbitrary: fc.constantFrom<Damage>({ kind: 'bare' }, { kind: 'body', text: '{ }' }),
  },
  {
    requirement: 'core.batch.mixed',
    title: 'a batch of two versions of the specification',
    forms: BATCH,
    attributes: [],
    isOpen: true,
    arbitrary: fc
      .constantFrom('0.3', '2.0', '')
      .map((specversion): Damage => ({ kind: 'second-version', specversion })),
  },
];
