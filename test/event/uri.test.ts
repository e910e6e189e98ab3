import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAbsoluteUri, isUriReference } from '../../src/event/uri.js';

// Examples of RFC 3986, sections 1.1.2 and 5.4, of the core's `source`, and one for each corner of the grammar.
const ABSOLUTE = [
  'ftp://ftp.is.co.za/rfc/rfc1808.txt',
  'ldap://[2001:db8::7]/c=GB?objectClass?one',
  'mailto:John.Doe@example.com',
  'news:comp.infosystems.www.servers.unix',
  'tel:+1-816-555-1212',
  'telnet://192.0.2.16:80/',
  'urn:oasis:names:specification:docbook:dtd:xml:4.1.2',
  'https://github.com/cloudevents',
  'mailto:cncf-wg-serverless@lists.cncf.io',
  'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66',
  'a:',
  'a:b:c',
  'file:///etc/passwd',
  'x-1+2.3:y',
  'http://user:pw@host:8080/p;v=1/?a=b/?#f/?',
  'http://host:/',
  'http://',
  'http://%41.example',
  'http://[::1]',
  'http://[::ffff:1.2.3.4]:80',
  'http://[v1.fe80::a+en1]/',
  "http://h/!$&'()*+,;=:@-._~",
];

const RELATIVE = [
  '',
  '/cloudevents/spec/pull/123',
  '/sensors/tn-1234567/alerts',
  '1-555-123-4567',
  'a/b',
  'a/b:c',
  './this:that',
  '?q',
  '#f',
  '//host/path',
  '//host',
  '..',
  '/a%20b',
  '?a=b?c',
  '/a//b',
  "!$&'()*+,;=@",
];

const NEITHER = [
  'a b',
  'http://[',
  'http://]',
  'http://[]',
  'http://[::1',
  'http://[::1]x',
  'http://[::1]:x',
  'http://[::1%25eth0]',
  'http://[fe80::1%eth0]',
  'http://[1.2.3.4]',
  'http://[1::2::3]',
  'http://[v1.]',
  'http://[v.x]',
  'http://a@b@c',
  'http://a[@b',
  'http://%4@b',
  'http://h:80a/',
  'http://h:80:81/',
  'http://ho st/',
  '%zz',
  '%',
  '%4',
  'a%',
  '1:x',
  ':x',
  '-a:b',
  'a_b:c',
  'é',
  'http://é/',
  'a#b#c',
  '/a[b]',
  '?[',
  '<x>',
  '"x"',
  'a\\b',
  'a^b',
  'a`b',
  '{x}',
  'a|b',
  'a\n',
  '\u0000',
  '\u{1F600}',
  '\uD83D',
];

describe.each(ABSOLUTE)('%j', (text) => {
  it('is an absolute URI, and so a reference', () => {
    expect([isAbsoluteUri(text), isUriReference(text)]).toEqual([true, true]);
  });
});

describe.each(RELATIVE)('%j', (text) => {
  it('is a reference and no absolute URI', () => {
    expect([isAbsoluteUri(text), isUriReference(text)]).toEqual([false, true]);
  });
});

describe.each(NEITHER)('%j', (text) => {
  it('is no reference', () => {
    expect([isAbsoluteUri(text), isUriReference(text)]).toEqual([false, false]);
  });
});

it('tolerates a fragment in an absolute URI', () => {
  expect(isAbsoluteUri('https://e.test/s#v1')).toBe(true);
});

it('accepts what URL serializes', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      // URL leaves some characters that the RFC wants escaped, so only its ASCII letters are taken.
      fc.pre(!/[^A-Za-z0-9:/?#%.~_-]/.test(url));
      expect(isAbsoluteUri(url)).toBe(true);
    }),
  );
});

it('accepts every percent-encoded text as a path, a query and a fragment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = encodeURIComponent(text);
      expect(isUriReference(`/${encoded}?${encoded}#${encoded}`)).toBe(true);
    }),
  );
});

it('decides on huge texts without overflow', () => {
  const huge = '%41a'.repeat(500_000);
  expect(isUriReference(huge)).toBe(true);
  expect(isAbsoluteUri(`http://${huge}@${huge}:${'1'.repeat(500_000)}/${huge}?${huge}#${huge}`)).toBe(true);
  expect(isUriReference(`${huge}%`)).toBe(false);
  expect(isUriReference(`http://[${':'.repeat(1_000_000)}]`)).toBe(false);
});
