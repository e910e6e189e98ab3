// Every rule about what producers emit.
import type { EmissionRule, StreamRule } from '../types.js';
import { CORE_RULES, CORE_STREAM_RULES } from './core.js';
import { HTTP_RULES, HTTP_STREAM_RULES } from './http.js';
import { JSON_RULES, JSON_STREAM_RULES } from './json.js';
import { KAFKA_RULES } from './kafka.js';
import { MQTT_RULES } from './mqtt.js';

export const EMISSION_RULES: readonly EmissionRule[] = [
  ...CORE_RULES,
  ...JSON_RULES,
  ...HTTP_RULES,
  ...KAFKA_RULES,
  ...MQTT_RULES,
];

export const STREAM_RULES: readonly StreamRule[] = [...CORE_STREAM_RULES, ...JSON_STREAM_RULES, ...HTTP_STREAM_RULES];
