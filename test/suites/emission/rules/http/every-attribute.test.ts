import { describe, test } from 'vitest';
import { ENC_ALL } from '../../../../../suites/emission/rules/http/every-attribute.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

describe('every attribute', () => {
  const told = event({ subject: 'a b', ext: 'a b' });

  test('is encoded', () => {
    expectSaid(ask(ENC_ALL, binary({ 'ce-subject': 'a%20b', 'ce-ext': 'a%20b' }), told), 'kept');
  });

  test('is not left out where another is encoded', () => {
    const emitted = binary({ 'ce-subject': 'a%20b', 'ce-ext': 'a b' });
    expectSaid(ask(ENC_ALL, emitted, told), 'broken', 'ce-ext is not encoded as ce-subject is');
  });

  test('shows nothing where none is encoded: the characters have rules of their own', () => {
    expectSaid(ask(ENC_ALL, binary({ 'ce-subject': 'a b', 'ce-ext': 'a b' }), told), 'silent');
  });

  test('is compared by the characters in it', () => {
    const both = event({ subject: 'a b', source: '/a%20b' });
    expectSaid(ask(ENC_ALL, binary({ 'ce-subject': 'a%20b', 'ce-source': '/a%20b' }), both), 'kept');
    const percents = event({ subject: '50%', source: '/a%20b' });
    const emitted = binary({ 'ce-subject': '50%25', 'ce-source': '/a%20b' });
    expectSaid(ask(ENC_ALL, emitted, percents), 'broken', 'ce-source is not encoded as ce-subject is');
  });

  test('shows what stands raw beside what is encoded', () => {
    const mixed = event({ subject: 'é b', ext: 'é b' });
    const emitted = binary({ 'ce-subject': '%C3%A9%20b', 'ce-ext': '\xc3\xa9%20b' });
    expectSaid(ask(ENC_ALL, emitted, mixed), 'broken', 'ce-ext');
    const escapes = event({ subject: 'a b%41', ext: '%' });
    expectSaid(ask(ENC_ALL, binary({ 'ce-subject': 'a%20b%41', 'ce-ext': '%25' }), escapes), 'broken', 'ce-subject');
  });

  test('is silent about values that came out changed, and without anything to encode', () => {
    expectSaid(ask(ENC_ALL, binary({ 'ce-subject': 'a+b', 'ce-ext': 'x' }), told), 'silent', 'another value');
    expectSaid(ask(ENC_ALL, binary(), event()), 'silent', 'no attribute was to hold');
  });

  test('does not show in a captured message', () => {
    expectSaid(capture(ENC_ALL, binary({ 'ce-subject': 'a%20b', 'ce-ext': 'a b' })), 'silent');
  });
});
