import { describe, it } from 'vitest';
import { batch, binary, expectFault, expectUnchanged, REQUIRED, structured } from './answers.js';

const REST = '"id":"a","source":"/s","type":"t"';

describe('json.env.syntax/specversion-first', () => {
  const name = 'json.env.syntax/specversion-first';

  it.each([`{${REST},"specversion":"1.0"}`, `{"id":"a","specversion":"1.0","source":"/s","type":"t"}`])(
    'refuses %s',
    (text) => {
      expectFault(name, structured(text)).toEqual({ status: 400, json: undefined });
    },
  );

  it('takes it first, after white space too, and in a batch anywhere', () => {
    expectUnchanged(name, [
      structured(`{"specversion":"1.0",${REST}}`),
      structured(` {\n "specversion" : "1.0",${REST}}`),
      { ...batch([]), body: structured(`[{${REST},"specversion":"1.0"}]`).body },
    ]);
  });
});

describe('core.type.str-pair/two-replacements', () => {
  const name = 'core.type.str-pair/two-replacements';
  const written = (ext: string) => structured(`{"specversion":"1.0",${REST},"ext":"${ext}"}`);

  it.each(['\\ud83d\\ude00', '\\uD83D\\uDE00'])('makes two characters of %s', (ext) => {
    expectFault(name, written(ext)).toEqual({ status: 200, json: { ...REQUIRED, ext: '\ufffd\ufffd' } });
  });

  it('reads the character itself, other escapes, and a backslash before the letter u', () => {
    expectUnchanged(name, [
      written('\u{1f600}'),
      written('\\u00e9\\ufffd'),
      written('\\\\ud83d\\\\ude00'),
      binary([['ce-ext', '\\ud83d\\ude00']]),
    ]);
  });
});

describe('json.read.text/type-after-data', () => {
  const name = 'json.read.text/type-after-data';

  it('takes data before its type for data without one', () => {
    expectFault(name, structured({ data: 'x', datacontenttype: 'text/plain' })).toEqual({
      status: 200,
      json: { ...REQUIRED, data: 'x' },
    });
  });

  it('reads the type before the data, next to data_base64, alone, or null', () => {
    expectUnchanged(name, [
      structured({ datacontenttype: 'text/plain', data: 'x' }),
      structured({ data_base64: 'AAEC', datacontenttype: 'text/plain' }),
      structured({ datacontenttype: 'text/plain' }),
      structured({ data: 'x', datacontenttype: null }),
      structured({ data: 'x' }),
    ]);
  });
});
