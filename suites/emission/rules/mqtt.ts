import { ofItsBindings } from '../of-binding.js';
import { silent } from '../say.js';
import type { EmissionRule } from '../types.js';
import { dataIn } from './body-of.js';
import { everyAttribute } from './broker/attributes.js';
import { binaryRule } from './broker/binary-rule.js';
import { canonicalValues } from './broker/canonical-values.js';
import { typeOfData, typeOfFormat } from './broker/content-type.js';
import { bothModes } from './broker/modes.js';
import { inJson, mirrored, wholeEvent } from './broker/structured.js';
import { withoutEscapes } from './broker/texts.js';
import { FORMAT_INDICATOR } from './mqtt/format-indicator.js';
import { DCT_PROP, NAMES, SECONDARY } from './mqtt/names.js';
import { NO_BINARY } from './mqtt/three.js';

const RULES: readonly EmissionRule[] = [
  bothModes('mqtt.mode.both', 'mqtt5'),
  inJson('mqtt.mode.json', ['mqtt5', 'mqtt3']),
  inJson('mqtt3.mode', ['mqtt3']),
  NO_BINARY,
  typeOfData('mqtt5.bin.ct', 'mqtt5'),
  binaryRule('mqtt5.bin.payload', 'mqtt5', (message, event) =>
    event === undefined ? silent('what the data was does not show') : dataIn(message, event),
  ),
  everyAttribute('mqtt5.bin.props', 'mqtt5'),
  NAMES,
  canonicalValues('mqtt5.bin.values', 'mqtt5'),
  withoutEscapes('mqtt5.bin.no-percent', 'mqtt5'),
  SECONDARY,
  DCT_PROP,
  typeOfFormat('mqtt5.str.ct', 'mqtt5', { isOptional: false }),
  wholeEvent('mqtt.str.payload', ['mqtt5', 'mqtt3']),
  mirrored('mqtt5.str.mirror', 'mqtt5'),
  FORMAT_INDICATOR,
];

/** What producers must do by the MQTT binding. */
export const MQTT_RULES: readonly EmissionRule[] = RULES.map(ofItsBindings);
