// Nothing is said about the Payload Format Indicator: what it says of the payload is told.
import { ofMqtt } from '../../of-binding.js';
import { broken, KEPT } from '../../say.js';
import type { EmissionRule } from '../../types.js';

export const FORMAT_INDICATOR: EmissionRule = ofMqtt(
  {
    requirement: 'mqtt5.pfi',
    modes: ['binary', 'structured'],
    check: ({ message: { payloadFormat } }) =>
      payloadFormat === undefined
        ? KEPT
        : broken(`the Payload Format Indicator is ${payloadFormat}`, null, payloadFormat),
  },
  ['mqtt5'],
);
