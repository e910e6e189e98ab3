// The forms that rules can be broken in. No binding but HTTP has batches.
import type { Form } from '../../binding/encode-message.js';
import type { Binding, ContentMode } from '../../binding/types.js';

const form = (binding: Binding, mode: ContentMode): Form => ({ binding, mode });

export const HTTP_BINARY: readonly Form[] = [form('http', 'binary')];
export const KAFKA_BINARY: readonly Form[] = [form('kafka', 'binary')];
export const MQTT5_BINARY: readonly Form[] = [form('mqtt5', 'binary')];
export const BINARY: readonly Form[] = [...HTTP_BINARY, ...KAFKA_BINARY, ...MQTT5_BINARY];
export const BATCH: readonly Form[] = [form('http', 'batch')];
export const STRUCTURED: readonly Form[] = [
  form('http', 'structured'),
  form('kafka', 'structured'),
  form('mqtt5', 'structured'),
  form('mqtt3', 'structured'),
];
export const JSON_FORMS: readonly Form[] = [...STRUCTURED, ...BATCH];
export const ALL_FORMS: readonly Form[] = [...BINARY, ...JSON_FORMS];
/** Strings of MQTT should hold neither controls nor noncharacters, and whoever reads one may close the connection (MQTT 5, section 1.5.4). */
export const NOT_MQTT_STRINGS: readonly Form[] = [...HTTP_BINARY, ...KAFKA_BINARY, ...JSON_FORMS];
