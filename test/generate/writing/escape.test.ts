import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeHeaderValue, encodeHeaderValue } from '../../../src/binding/http/header-value.js';
import { writeJson } from '../../../src/format/write-json.js';
import { anyJson } from '../../../src/generate/any/json.js';
import { anyText } from '../../../src/generate/any/text.js';
import { escapeHeader } from '../../../src/generate/writing/escape-header.js';
import { escapeJson } from '../../../src/generate/writing/escape-json.js';

it('JSON means the same with needless escapes', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = writeJson(value, 'wide');
      expect(JSON.parse(escapeJson(text))).toEqual(JSON.parse(text));
    }),
  );
});

it('escapes that are there already stay', () => {
  for (const text of ['"\\u0000\\ud83d\\ude00"', '"\\\\u0041"', '"\\"\\\\"', '{"a\\"b":"\\n"}'])
    expect(JSON.parse(escapeJson(text))).toEqual(JSON.parse(text));
});

it('nothing but strings is escaped', () => {
  expect(escapeJson('{ } [ true , 12.5e3 , null ]')).toBe('{ } [ true , 12.5e3 , null ]');
});

it('a header means the same with needless escapes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const value = escapeHeader(encodeHeaderValue(text) ?? '');
      expect(decodeHeaderValue(value)).toEqual({ kind: 'text', text });
    }),
  );
});
