import { describe, expect, test } from 'vitest';
import { BATCH_SPECVERSION, SPECVERSION_VALUE } from '../../../../../suites/emission/rules/core/specversion.js';
import { batch, event, headers, kind, object } from './messages.js';

describe('core.specversion.value', () => {
  test.each(['1', '1.0.2', '1.0.0', '1.00', 'v1.0', 'V1', '1.0 ', ' 1.0', '1.0\n', '', ' '])(
    '%j breaks it',
    (specversion) => {
      for (const told of [[], [event({ specversion })]]) {
        expect(kind(SPECVERSION_VALUE, object({ specversion }), ...told)).toBe('broken');
        expect(kind(SPECVERSION_VALUE, headers({ 'ce-specversion': encodeURI(specversion) }), ...told)).toBe('broken');
      }
    },
  );

  test('the number 1 breaks it', () => {
    expect(kind(SPECVERSION_VALUE, object({ specversion: 1 }))).toBe('broken');
  });

  test('1.0 keeps it, whatever was asked for', () => {
    expect(kind(SPECVERSION_VALUE, object())).toBe('kept');
    expect(kind(SPECVERSION_VALUE, headers(), event({ specversion: '1.0.2' }))).toBe('kept');
    expect(kind(SPECVERSION_VALUE, headers(), event({ specversion: undefined }))).toBe('kept');
  });

  test.each(['0.3', '2.0', '1.1', '1.10', '1.0-rc1', '10', 'one', 2, true])('%j is another version', (specversion) => {
    expect(kind(SPECVERSION_VALUE, object({ specversion }))).toBe('silent');
  });

  test('a missing one is another rule', () => {
    expect(kind(SPECVERSION_VALUE, object({ specversion: undefined }), event())).toBe('silent');
  });
});

describe('core.batch.specversion', () => {
  test('two versions break it, wherever they stand', () => {
    expect(kind(BATCH_SPECVERSION, batch({}, { specversion: '0.3' }))).toBe('broken');
    expect(kind(BATCH_SPECVERSION, batch({}, {}, { specversion: '1.0.2' }), event(), event(), event())).toBe('broken');
  });

  test('one version keeps it, be it which it will', () => {
    expect(kind(BATCH_SPECVERSION, batch({}, {}))).toBe('kept');
    expect(kind(BATCH_SPECVERSION, batch({ specversion: '0.3' }, { specversion: '0.3' }))).toBe('kept');
    expect(kind(BATCH_SPECVERSION, batch({}, {}), event(), event({ specversion: '0.3' }))).toBe('kept');
  });

  test('less than two events show nothing', () => {
    expect(kind(BATCH_SPECVERSION, batch({}))).toBe('silent');
    expect(kind(BATCH_SPECVERSION, batch())).toBe('silent');
    expect(kind(BATCH_SPECVERSION, batch({}, { specversion: undefined }))).toBe('silent');
    expect(kind(BATCH_SPECVERSION, headers())).toBe('silent');
  });
});
