import { describe } from 'vitest';
import type { CloudEvent } from '../../../src/event/types.js';
import { validate } from '../../../src/event/validate.js';
import { batch } from '../../../src/generate/writing/batch.js';
import { obeysTheLaws } from '../helpers/laws.js';

const idOf = ({ attributes }: CloudEvent): string => String(attributes.get('id'));
const keyOf = (event: CloudEvent): string => JSON.stringify([event.attributes.get('source'), idOf(event)]);
const isDistinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
const ofSize = (size: number) => (events: readonly CloudEvent[]) => events.length === size;

describe('a batch', () => {
  obeysTheLaws(batch, {
    isLegal: (events) => isDistinct(events.map(keyOf)) && events.every((event) => validate(event, 'main').length === 0),
    kinds: {
      'no event': ofSize(0),
      'one event': ofSize(1),
      'seventeen events': ofSize(17),
      'sixty-four events': ofSize(64),
      'a hundred events': ofSize(100),
      'one id under two sources': (events) => !isDistinct(events.map(idOf)),
    },
    isSmall: (events) => events.length === 1 && events[0]?.attributes.size === 4,
  });
});
