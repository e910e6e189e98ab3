// The attributes that expressions speak about: of each type, required, optional and extensions. Software gives all of
// these values back as they were, so that a difference is about the expression.
import fc from 'fast-check';
import type { AttributeValue } from '../../event/types.js';
import { anyInteger, anyText } from './literal.js';
import type { AttributeSource } from './types.js';

/** A name that no event has. */
export const MISSING_NAME = 'missing';

const oneOf = (...values: readonly AttributeValue[]): fc.Arbitrary<AttributeValue> => fc.constantFrom(...values);

/** Every event has them. */
export const REQUIRED: readonly AttributeSource[] = [
  { name: 'specversion', type: 'string', values: oneOf('1.0'), isRequired: true },
  { name: 'id', type: 'string', values: oneOf('1', 'a', 'true', 'ab%'), isRequired: true },
  { name: 'source', type: 'string', values: oneOf('/a', 'https://conform.example/a?b=c'), isRequired: true },
  { name: 'type', type: 'string', values: oneOf('a', 'org.example.a'), isRequired: true },
];

// What an attribute holds is as free as a literal, but for the characters that no attribute may have, and for what SDKs
// drop or trim before any engine sees it.
const attributeText = anyText.filter((value) => value !== '' && !/[\p{Cc}\p{Cs}]|^[\s\ufeff]|[\s\ufeff]$/u.test(value));

export const OPTIONAL: readonly AttributeSource[] = [
  { name: 'subject', type: 'string', values: attributeText },
  { name: 'time', type: 'string', values: oneOf('2026-01-02T03:04:05Z') },
  { name: 'datacontenttype', type: 'string', values: oneOf('text/plain') },
  { name: 'dataschema', type: 'string', values: oneOf('https://conform.example/schema') },
  { name: 'text', type: 'string', values: attributeText },
  { name: '1st', type: 'string', values: attributeText },
  { name: 'flag', type: 'boolean', values: fc.boolean() },
  { name: 'number', type: 'integer', values: anyInteger },
  { name: 'anextensionwithalongname', type: 'integer', values: anyInteger },
];
