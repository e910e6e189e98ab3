import { CORE_RULES, CORE_STREAM_RULES } from './core.js';
import { HTTP_RULES, HTTP_STREAM_RULES } from './http.js';
import { JSON_RULES, JSON_STREAM_RULES } from './json.js';
export const EMISSION_RULES = [...CORE_RULES, ...JSON_RULES, ...HTTP_RULES];
export const STREAM_RULES = [...CORE_STREAM_RULES, ...JSON_STREAM_RULES, ...HTTP_STREAM_RULES];
