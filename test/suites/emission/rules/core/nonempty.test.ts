import { describe, expect, test } from 'vitest';
import {
  ID_NONEMPTY,
  SUBJECT_NONEMPTY,
  TYPEATTR_NONEMPTY,
} from '../../../../../suites/emission/rules/core/nonempty.js';
import { batch, event, headers, kind, object } from './messages.js';

describe.each([
  ['id', ID_NONEMPTY],
  ['type', TYPEATTR_NONEMPTY],
  ['subject', SUBJECT_NONEMPTY],
] as const)('%s', (name, rule) => {
  test('that is empty breaks it in every mode, captured or asked for', () => {
    for (const told of [[], [event({ [name]: '' })]]) {
      expect(kind(rule, headers({ [`ce-${name}`]: '' }), ...told)).toBe('broken');
      expect(kind(rule, headers({ [`ce-${name}`]: '""' }), ...told)).toBe('broken');
      expect(kind(rule, object({ [name]: '' }), ...told)).toBe('broken');
      expect(kind(rule, batch({ [name]: '' }), ...told)).toBe('broken');
    }
  });

  test.each(['x', ' ', '0', 'null', '""'])('that is %j keeps it', (value) => {
    expect(kind(rule, object({ [name]: value }), event({ [name]: value }))).toBe('kept');
    expect(kind(rule, object({ [name]: value }))).toBe('kept');
  });

  test('in the place of an empty one keeps it', () => {
    expect(kind(rule, object({ [name]: 'made' }), event({ [name]: '' }))).toBe('kept');
  });

  test('that was lost in a header for want of encoding is another rule', () => {
    expect(kind(rule, headers({ [`ce-${name}`]: '""' }), event({ [name]: '""' }))).toBe('silent');
    expect(kind(rule, headers({ [`ce-${name}`]: '' }), event({ [name]: ' ' }))).toBe('silent');
    expect(kind(rule, headers({ [`ce-${name}`]: '' }), event({ [name]: '0' }))).toBe('broken');
  });

  test('that is no text is another rule', () => {
    expect(kind(rule, object({ [name]: 0 }))).toBe('silent');
    expect(kind(rule, headers({ [`ce-${name}`]: '%FF' }))).toBe('silent');
  });
});

test('a required attribute that is missing is another rule', () => {
  expect(kind(ID_NONEMPTY, object({ id: undefined }), event({ id: '' }))).toBe('silent');
  expect(kind(TYPEATTR_NONEMPTY, headers({ 'ce-type': undefined }))).toBe('silent');
});

test('a subject that is unset is rightly absent', () => {
  expect(kind(SUBJECT_NONEMPTY, object(), event())).toBe('kept');
  expect(kind(SUBJECT_NONEMPTY, object({ subject: null }), event())).toBe('kept');
  expect(kind(SUBJECT_NONEMPTY, headers(), event({ subject: '' }))).toBe('kept');
  expect(kind(SUBJECT_NONEMPTY, headers({ 'ce-subject': '' }), event())).toBe('broken');
  expect(kind(SUBJECT_NONEMPTY, object(), event({ subject: 'x' }))).toBe('silent');
  expect(kind(SUBJECT_NONEMPTY, object())).toBe('silent');
});
