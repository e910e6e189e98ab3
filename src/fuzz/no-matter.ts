// Differences that are no defect, for every judge of the fuzzer.
import type { JsonValue } from '../event/types.js';
import { isSameUri } from './same-uri.js';

/** Attributes that are URIs by their type. */
export const URI_ATTRIBUTES: ReadonlySet<string> = new Set(['source', 'dataschema']);

/**
 * Data that differs in no more than the word for nothing: many a model of data has one for null and for nothing (position A13), and one
 * for an empty text, which JSON has as a string, and for nothing (A17).
 */
const NOTHINGS: ReadonlySet<string> = new Set(['[{"json":null},null]', '[null,{"json":""}]']);

/** Whether what is expected of an attribute, or of `data`, and what came out are the same for all that the specification says. */
export function isNoMatter(name: string, expected: JsonValue, actual: JsonValue): boolean {
  if (name === 'data') return NOTHINGS.has(JSON.stringify([expected, actual]));
  if (typeof expected !== 'string' || typeof actual !== 'string') return false;
  return URI_ATTRIBUTES.has(name) && isSameUri(expected, actual);
}
