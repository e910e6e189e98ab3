import { describe, expect, test } from 'vitest';
import {
  isEvent,
  isLabelled,
  isMeantAsEvent,
  objectsOf,
  shownLabel,
} from '../../../../../suites/emission/rules/json/labels.js';
import { binary, jsonEvent, message, structured } from '../../examples.js';

describe('labels', () => {
  const labelled = (type: string | readonly string[] | undefined) => message({ 'Content-Type': type }, '').message;

  test.each([
    ['a/b', true],
    [' A/B ; c=d', true],
    [['a/b', 'a/b; c'], true],
    [['a/b', 'c/d'], false],
    ['a/bc', false],
    [undefined, false],
  ] as const)('%j says a/b: %s', (type, expected) => {
    expect(isLabelled(labelled(type), 'a/b')).toBe(expected);
  });

  test('are shown as they were sent', () => {
    expect(shownLabel(labelled('A/B; c'))).toBe('A/B; c');
    expect(shownLabel(labelled(['a/b', 'c/d']))).toBe('a/b, c/d');
    expect(shownLabel(labelled(undefined))).toBeNull();
  });
});

describe('objects that are events', () => {
  const json = { 'content-type': 'application/json' };
  const verdict = (emitted: ReturnType<typeof message>): boolean =>
    objectsOf(emitted).length > 0 && objectsOf(emitted).every((document) => isEvent(emitted, document));

  test('are meant as such with most of what is required', () => {
    const [whole = []] = structured().documents;
    expect(isMeantAsEvent(whole)).toBe(true);
    expect(isMeantAsEvent(whole.slice(1))).toBe(true);
    expect(isMeantAsEvent(whole.slice(2))).toBe(false);
  });

  test('are such beyond doubt where the label is no help', () => {
    expect(verdict(message(json, jsonEvent()))).toBe(true);
    expect(verdict(message(json, jsonEvent().replace('"1.0"', '1.0')))).toBe(false);
    expect(verdict(message(json, jsonEvent().replace('"1.0"', '"0.3"')))).toBe(false);
    expect(verdict(message(json, jsonEvent().replace('"id"', '"no"')))).toBe(false);
    expect(verdict(binary(json, jsonEvent()))).toBe(false);
    expect(verdict(message(json, 'x'))).toBe(false);
  });
});
