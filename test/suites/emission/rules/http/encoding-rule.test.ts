import { describe, expect, test } from 'vitest';
import { encodingRule, expectedHeader, unencoded } from '../../../../../suites/emission/rules/http/encoding-rule.js';
import { KEPT } from '../../../../../suites/emission/say.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

const rule = encodingRule({
  requirement: 'http.enc.tilde',
  what: 'a tilde',
  how: 'written as a swung dash',
  characters: /~/,
  look: ({ content }) => (content.includes('~') ? 'raw' : content.includes('!') ? 'elsewhere' : undefined),
  captured: ({ raw }) => (raw.includes('-') ? KEPT : undefined),
});
const said = (raw: string | undefined): string => ask(rule, binary({ 'ce-subject': raw }), event({ subject: 'a~b' }));

describe('a rule about characters', () => {
  test('asks first whether one stands as it is, then how the whole was written', () => {
    expectSaid(said('a~b'), 'broken', 'a tilde stands unencoded in ce-subject');
    expectSaid(said('a!b'), 'silent', 'another rule');
    expectSaid(said('a%7Eb'), 'kept');
    expectSaid(said('a+b'), 'broken', 'a tilde in ce-subject is not written as a swung dash');
    expectSaid(said('"a%7Eb"'), 'silent', 'in quotes');
    expectSaid(said(undefined), 'silent', 'did not come out');
  });

  test('takes captured headers one by one', () => {
    expectSaid(capture(rule, binary({ 'ce-subject': 'a-b' })), 'kept');
    expectSaid(capture(rule, binary({ 'ce-subject': 'ab' })), 'silent', 'a tilde');
  });

  test('shows what it wants, as far as it fits', () => {
    expect(expectedHeader('x', 'a b')).toEqual({ 'ce-x': 'a%20b' });
    expect(expectedHeader('x', '\ud800')).toEqual({ 'ce-x': '\ud800' });
    expect(String(expectedHeader('x', 'y'.repeat(1000))['ce-x'])).toHaveLength(401);
    expect(unencoded('a tilde', 'x', ['~'])).toMatchObject({ expected: 'percent-encoded', actual: { 'ce-x': '~' } });
  });
});
