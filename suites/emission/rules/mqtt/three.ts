// MQTT binding, 3: messages of 3.1.1 are always structured, whatever was asked for.
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { rawMembers } from '../../../../src/format/raw-members.js';
import { ofMqtt } from '../../of-binding.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule } from '../../types.js';
import { isMeantAsEvent } from '../json/labels.js';

/** An event that was asked for in binary mode does not come out as its data alone. */
export const NO_BINARY: EmissionRule = ofMqtt(
  {
    requirement: 'mqtt3.no-binary',
    modes: ['structured'],
    check({ message, mode }, told) {
      if (told === undefined || mode !== 'binary') return silent('binary mode was not asked for');
      const documents = rawMembers(message.body) ?? [];
      const isEvent = documents.length === 1 && documents.every(isMeantAsEvent);
      return isEvent
        ? KEPT
        : broken('the event came out without its attributes', [...REQUIRED_ATTRIBUTES], 'another payload');
    },
  },
  ['mqtt3'],
);
