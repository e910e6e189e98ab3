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
import { inUtf8, withoutEscapes } from './broker/texts.js';
import { KEY_DEFAULT, KEY_KEEP, KEY_NO_ADD, KEY_OPT_IN, KEY_PARTITIONKEY } from './kafka/keys.js';
import { CT_ABSENT, DCT_HEADER, NO_TOMBSTONE, NULL_VALUE } from './kafka/values.js';

const RULES: readonly EmissionRule[] = [
  bothModes('kafka.mode.both', 'kafka'),
  inJson('kafka.mode.json', ['kafka']),
  KEY_DEFAULT,
  KEY_PARTITIONKEY,
  KEY_OPT_IN,
  KEY_KEEP,
  KEY_NO_ADD,
  binaryRule('kafka.bin.value', 'kafka', (message, event) =>
    event === undefined ? silent('what the data was does not show') : dataIn(message, event),
  ),
  typeOfData('kafka.bin.ct', 'kafka'),
  everyAttribute('kafka.bin.headers', 'kafka'),
  DCT_HEADER,
  inUtf8('kafka.bin.utf8', 'kafka'),
  withoutEscapes('kafka.bin.no-percent', 'kafka'),
  canonicalValues('kafka.bin.canonical', 'kafka'),
  NULL_VALUE,
  typeOfFormat('kafka.str.ct', 'kafka', { isOptional: true }),
  CT_ABSENT,
  wholeEvent('kafka.str.value', ['kafka']),
  NO_TOMBSTONE,
  mirrored('kafka.str.mirror', 'kafka'),
];

/** What producers must do by the Kafka binding. */
export const KAFKA_RULES: readonly EmissionRule[] = RULES.map(ofItsBindings);
