import { describe } from 'vitest';
import { isJsonMediaType, parseMediaType } from '../../src/event/media-type.js';
import { type Content, content } from '../../src/generate/content.js';
import { obeysTheLaws } from './helpers/laws.js';

// The JSON format can write anything else only by a change of its kind.
function goesTogether({ type, data }: Content): boolean {
  if (type !== undefined && parseMediaType(type) === undefined) return false;
  switch (data?.kind) {
    case 'json':
      return type === undefined || isJsonMediaType(type);
    case 'text':
      return type !== undefined && !isJsonMediaType(type);
    case 'binary':
    case undefined:
      return true;
  }
}

describe('content', () => {
  obeysTheLaws(content, {
    isLegal: goesTogether,
    kinds: {
      'JSON without a type': ({ type, data }) => type === undefined && data?.kind === 'json',
      'JSON under a type with a suffix': ({ type, data }) => type?.endsWith('+json') === true && data?.kind === 'json',
      'a JSON string': ({ data }) => data?.kind === 'json' && typeof data.value === 'string',
      'a JSON object': ({ data }) => data?.kind === 'json' && typeof data.value === 'object' && data.value !== null,
      'text that is not ASCII': ({ data }) => data?.kind === 'text' && /[^\x00-\x7f]/.test(data.text),
      'bytes under a JSON type': ({ type, data }) => type === 'application/json' && data?.kind === 'binary',
      'bytes without a type': ({ type, data }) => type === undefined && data?.kind === 'binary',
      'a type without data': ({ type, data }) => type !== undefined && data === undefined,
      nothing: ({ type, data }) => type === undefined && data === undefined,
    },
    isSmall: ({ data }) => data?.kind !== 'json' || JSON.stringify(data.value).length < 6,
  });
});
