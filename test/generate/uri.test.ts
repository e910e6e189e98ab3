import { describe } from 'vitest';
import { isAbsoluteUri, isUriReference } from '../../src/event/uri.js';
import { uri, uriReference } from '../../src/generate/uri.js';
import { obeysTheLaws } from './helpers/laws.js';

const has = (pattern: RegExp) => (value: string) => pattern.test(value);

const parts = {
  'a query': has(/\?/),
  'a fragment': has(/#/),
  'an escape': has(/%[0-9A-Fa-f]{2}/),
  'an authority': has(/\/\/[a-z]/),
  'user information': has(/\/\/[^/]*@/),
  'a port': has(/\/\/[^/?#]*:\d+(?:[/?#]|$)/),
  'an address of IPv6': has(/\/\/[^/?#]*\[/),
} as const;

describe('a URI', () => {
  obeysTheLaws(uri, {
    isLegal: isAbsoluteUri,
    kinds: { ...parts, 'no authority': has(/^[a-z][a-z0-9+.-]*:[^/]/) },
    isSmall: (value) => value.length <= 28,
  });
});

describe('a URI-reference', () => {
  obeysTheLaws(uriReference, {
    isLegal: (value) => value !== '' && isUriReference(value),
    kinds: {
      ...parts,
      'an absolute one': isAbsoluteUri,
      'a relative one': (value) => !isAbsoluteUri(value),
      'a query or a fragment alone': has(/^[?#]/),
    },
    isSmall: (value) => value.length <= 28,
  });
});
